import type { Side } from '../../findings/findings';
import type { Key } from '../../key';

/** What the row table asks for and is given: windows of the keys, never all of them. */

export type RowFilter =
  | { readonly kind: 'expectedFile' | 'oursFile' | 'theirsFile'; readonly file: string }
  /** The expected row's version, both ends inclusive, as the findings write versions. A key no delta has never meets it. */
  | { readonly kind: 'version'; readonly from: string; readonly to: string }
  /** theirs - ours, from inclusive, to exclusive unless `closed`. */
  | { readonly kind: 'difference'; readonly from: string; readonly to: string; readonly closed: boolean }
  | { readonly kind: 'cause'; readonly side: Side; readonly cause: number }
  | { readonly kind: 'unexplained'; readonly side: Side }
  /** The unexplained keys of a side that meet one of its patterns, by its place among them. */
  | { readonly kind: 'pattern'; readonly side: Side; readonly pattern: number }
  | { readonly kind: 'presence'; readonly value: 'both' | 'onlyOurs' | 'onlyTheirs' }
  /** Keys in both tables of whose cells of this column no pairing makes all equal. */
  | { readonly kind: 'column'; readonly column: string };

/**
 * Column ids of the row table: `key`, `theirs`, `ours`, `expected`, `difference`, `size`, `expectedVersion`, `theirsVersion`,
 * `oursVersion`, `expectedFile`, `theirsFile`, `oursFile`, `cause`, and `theirs:NAME`, `ours:NAME` for an attribute. `size` is
 * the absolute difference.
 */
export type RowColumn = string;

export interface RowQuery {
  /** `differing`: mismatched keys and keys on one side only. */
  readonly scope: 'differing' | 'all';
  /** Part of the key's text as it is shown, see `keyText`, case-insensitive; empty matches all. */
  readonly search: string;
  /** All must hold. */
  readonly filters: readonly RowFilter[];
  /** Ties keep the key order. Empty sorts by absolute difference, descending. */
  readonly sort: readonly { readonly column: RowColumn; readonly descending: boolean }[];
  /** 0-based position in the sorted, filtered rows. */
  readonly from: number;
  readonly count: number;
}

export interface RowWindow {
  readonly from: number;
  /** Rows that the query selects, and rows in its scope without filters. */
  readonly selected: number;
  readonly of: number;
  /** Sums over all selected rows, decimals. */
  readonly sums: { readonly theirs: string; readonly ours: string; readonly difference: string };
  readonly rows: readonly RowCells[];
}

/**
 * One key. Values are as the findings write them; null: the table has no such row, or was not given. Files by delta
 * index; null: no delta has the row.
 */
export interface RowCells {
  readonly key: Key;
  readonly theirs: RowSide | null;
  readonly ours: RowSide | null;
  readonly expected: RowSide | null;
  /**
   * theirs - ours of the measure; a missing row counts 0. Where a whole table was not given, the expected one stands in
   * for it, here as in `RowWindow.sums` and in the filters.
   */
  readonly difference: string;
  /** Causes that touch this key. */
  readonly causes: readonly { readonly side: Side; readonly cause: number }[];
  readonly unexplained: boolean;
}

export interface RowSide {
  /** Empty for an empty cell. Where the table has the key more than once, the total of its rows. */
  readonly measure: string;
  /** Null: the cell is empty or the file lacks the column; so in `attributes`. */
  readonly version: string | null;
  /** Aligned with the mapping's attributes. */
  readonly attributes: readonly (string | null)[];
  readonly file: number | null;
  /** How many rows the table has of the key, where it is more than one; the other cells are those of the first. */
  readonly rows?: number;
}
