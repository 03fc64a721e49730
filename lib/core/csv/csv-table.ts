import type { LineKind } from '../findings/line-kind';
import type { Rejection } from '../rejection';
import type { Cells } from './cells';
import type { CsvNote } from './csv-note';

/** One CSV file, read: every accepted row's text exactly as written, by column. */

/** What every cell of a column says of its type; nothing is sampled. Empty cells count nowhere but in `empty`. */
export interface ColumnTally {
  readonly empty: number;
  /** Cells that are numbers: plain decimals, or with a currency sign, thousands separators, exponent, parentheses. */
  readonly numbers: number;
  /** Cells that are dates or date-times, in any form. */
  readonly dates: number;
  /** Cells that hold a word for an empty one: NULL, N/A. */
  readonly emptyWords: number;
  /** Cells that are neither, and the first of them. */
  readonly others: number;
  readonly firstOther: { readonly line: number; readonly cell: string } | null;
  /** Largest number of decimals among the numbers. */
  readonly scale: number;
  /** Currency sign seen, if exactly one was; else null. */
  readonly unit: string | null;
  /** Cells that had a thousands separator. */
  readonly separators: number;
  readonly distinct: number;
}

export interface CsvColumn {
  readonly name: string;
  /** 0-based place of its cell in a line. */
  readonly at: number;
  readonly cells: Cells;
  readonly tally: ColumnTally;
}

/** Lines of one kind that stand in the file and are none of its rows. */
export interface AsideLines {
  readonly taken: Exclude<LineKind, 'wider'>;
  /** 1-based physical lines, ascending. */
  readonly lines: readonly number[];
}

/**
 * `file`: a byte order mark, or every byte of it; `given`: a person; `none`: another encoding would read it as well;
 * `most`: not all lines are of it, and those of another are rejected.
 */
export type EncodingBy = 'file' | 'given' | 'none' | 'most';

export interface CsvTable {
  /** Name without folders. */
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly columns: readonly CsvColumn[];
  /** 1-based physical line on which each row begins. */
  readonly lines: Int32Array;
  /** In file order; at most `MAX_LISTED_REJECTIONS` are listed, `rejectedRows` counts all. */
  readonly rejected: readonly Rejection[];
  readonly rejectedRows: number;
  /** 1-based physical line of the header. */
  readonly headerLine: number;
  /** What was recognised as no row by where it stands and what it looks like, by kind. */
  readonly aside: readonly AsideLines[];
  /**
   * Rows with more cells than the header, which are read with the further cells in columns of their own: the 1-based
   * lines of all of them; empty where the file has none. `settled`: they are all the rows from one on, as when a column
   * was appended; else a delimiter in a cell may have shifted some, and they are in question.
   */
  readonly wider: { readonly lines: readonly number[]; readonly settled: boolean };
  readonly dialect: {
    readonly delimiter: ',' | ';' | '\t' | '|';
    readonly newline: 'LF' | 'CRLF' | 'CR' | 'mixed';
    readonly bom: boolean;
    readonly encoding: string;
    readonly quoted: boolean;
  };
  /** What says that the bytes are of that encoding. */
  readonly encodingBy: EncodingBy;
  /** Lines with bytes that are no UTF-8, and the first such byte; null: there is none, or it was not asked. */
  readonly notUtf8: { readonly lines: number; readonly first: { readonly line: number; readonly byte: number } } | null;
  readonly notes: readonly CsvNote[];
}
