import { MISSING } from '../decimal';
import type { GroupedRows } from '../table/dataset';

/**
 * The table that a pipeline run gives. Key k has no row, one (`winner[k]`), or, where `standing` is given, each row of
 * `rows` as often as that says. Ids from the data set's `keys.count` up are keys that no file has.
 */
export interface Replayed {
  readonly rows: GroupedRows;
  /** Delta row, an index into `rows`, by key id; -1: the table lacks the key. */
  readonly winner: Int32Array;
  /** By case column: values by key id where they are not the winner's own; null: `values[column][winner[k]]`. */
  readonly composed: readonly (Float64Array | null)[];
  /** By case column: values of each row as read, aligned with `rows`. */
  readonly values: readonly (Float64Array | null)[];
  /** How often the row stands in the table (duplicates kept); null: winners alone do, once. */
  readonly standing: Uint8Array | null;
  /** Row of the observed table that is taken as given, by key id; -1: none; null: no row is. */
  readonly given: Int32Array | null;
}

/** The value that the table holds for key k in a column, where winners alone stand; MISSING when it lacks either. */
export function replayedValue(replayed: Replayed, column: number, k: number): number {
  const byKey = replayed.composed[column];
  if (byKey) return byKey[k] as number;
  const w = replayed.winner[k] as number;
  const byRow = replayed.values[column];
  return byRow && w !== -1 ? (byRow[w] as number) : MISSING;
}
