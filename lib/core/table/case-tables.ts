import type { DedupeRule } from '../findings/dedupe-rule';
import type { Key } from '../key';
import type { AmountWriting } from './amount-writing';

/**
 * The tables of a case with their mapped columns as typed arrays. Whatever reads files produces this;
 * the pipeline, the comparison and the search start from it and never see text per row.
 */

/** The measure's place among the columns of a case, and of every table by case column: it stands first. */
export const MEASURE = 0;

/**
 * `measure` is totalled, `version` says which of a key's rows is newest, an `attribute` is compared only. A `condition` stands
 * in the deltas alone, so that nothing is compared with it; rows are told apart by it.
 */
export type ColumnRole = 'measure' | 'attribute' | 'condition' | 'version';

/**
 * How the cells of a column are held, over all files of the case alike, as doubles:
 * - `number`: integer count of 10^-scale, |n| <= 2^52. When a value does not fit, `wide` lists the column's distinct
 *   values in units, ascending, and a cell is an index into it (so order and equality hold; arithmetic uses `wide`).
 * - `date`: integer count of 10^-scale milliseconds since 1970-01-01T00:00:00Z; scale 0, 3 or, for nanoseconds, 6, with
 *   `wide` as for numbers.
 * - `text`: rank of the text among the column's distinct texts in natural order ("a2" before "a10"); `texts[rank]`.
 * An empty cell is MISSING (-Infinity) in all three. -0 does not occur.
 */
export interface CaseColumn {
  readonly name: string;
  readonly role: ColumnRole;
  readonly type: 'number' | 'date' | 'text';
  /** Decimal places of the units, of a number or of a date's milliseconds; 0 for texts. */
  readonly scale: number;
  /** What its amounts are shown in: a currency sign, a short word or "%"; null: plain numbers. Display only. */
  readonly unit: string | null;
  /** The currency sign, code or "%" that cells of the column carried, if exactly one was; else null. */
  readonly sign: string | null;
  /** Some of its numbers are written with something between their thousands; left out: none is. */
  readonly separated?: true;
  readonly texts: readonly string[] | null;
  readonly wide: readonly bigint[] | null;
  /** Differences up to this many units count as equal; 0 (the default) compares exactly. Numbers only: see `sameCell`. */
  readonly tolerance: number;
}

/** Cells of one file as `CaseColumn` says, MISSING for an empty one; as whole numbers of 32 bits where none is empty. */
export type BoundCells = Float64Array | Int32Array;

/** One file's accepted rows, in file order. */
export interface BoundTable {
  readonly file: string;
  readonly rows: number;
  /** Key id of each row, an index into `CaseTables.keys`. */
  readonly key: Int32Array;
  /** By case column, aligned with `CaseTables.columns`; null where this file lacks the column. */
  readonly columns: readonly (BoundCells | null)[];
  /** 1-based physical line on which each row begins. */
  readonly lines: Int32Array;
  /** The 0-based row of the file as read that each row is; null, or left out: every row is bound, in its place. */
  readonly sourceRow?: Int32Array | null;
  /** 1 for a row that deletes its key; null: none does. Deltas only. */
  readonly deletes?: Uint8Array | null;
  /**
   * Rank by code unit of each row's version as written, among those of all files. Null, for all files alike, where every
   * version is its plain decimal; so too for a table that lacks the column.
   */
  readonly versionTextRank?: Float64Array | null;
  /** Minutes that each row's version is ahead of UTC as written, where offsets differ; null, or left out: they do not. Deltas only. */
  readonly versionOffset?: Float64Array | null;
  /** Which of day and month comes first where every version writes both as numbers, without an offset; null, or left out: not all do. */
  readonly dateOrder?: 'day-first' | 'month-first' | null;
  /** How the measure is written; null, or left out: not all of it alike. */
  readonly amounts?: AmountWriting | null;
}

/** The keys by id, all of as many parts. Ids are dense from 0, in order of first appearance: deltas in arrival order, ours, theirs. */
export interface KeySpace {
  readonly count: number;
  /** What characters they have as texts, see `keyId`: bits of `characters`. O(bytes) when first asked for */
  readonly characters: number;
  parts(id: number): Key;
  /** The id of a key; -1 where there is none such. */
  find(key: Key): number;
}

/** A column of the deltas whose cells mark rows that delete their key. */
export interface DeleteMarks {
  readonly column: string;
  readonly values: readonly string[];
}

export interface CaseTables {
  readonly keys: KeySpace;
  /** Names of the key's columns, by part; left out: they are not known. */
  readonly keyColumns?: readonly string[];
  /** What stands between the cells of the deltas; left out: a comma. */
  readonly delimiter?: string;
  /** The measure first, then the attributes in the deltas' column order, the conditions likewise, the version last. */
  readonly columns: readonly CaseColumn[];
  /** In arrival order. */
  readonly deltas: readonly BoundTable[];
  readonly ours: BoundTable | null;
  readonly theirs: BoundTable | null;
  /** Which of a key's rows is agreed to count; left out: the largest version, without a version the last arrival. */
  readonly rule?: DedupeRule;
  /** Which of a key's rows with the same largest version counts; left out: the later. */
  readonly ties?: 'earlier' | 'later';
  /** What marks the rows that delete their keys; left out: nothing does. */
  readonly deleteMarks?: DeleteMarks;
  /** Key ids of which some line could not be read; null: none. By key id, 1. */
  readonly unsettled?: Uint8Array | null;
}
