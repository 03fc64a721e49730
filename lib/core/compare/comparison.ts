import type { Dataset } from '../table/dataset';

/** The tables laid side by side by key, as the row table and the timeline need them. Arrays are indexed by key id. */
export interface Comparison {
  readonly dataset: Dataset;
  /** Row of `dataset.deltas` that the pipeline should keep; -1: no delta has the key. */
  readonly expected: Int32Array;
  readonly ours: ComparedSide | null;
  readonly theirs: ComparedSide | null;
  /** 1 where the two tables differ in a mapped column, or only one has the key; with one table given, against expected. */
  readonly differs: Uint8Array;
}

export interface ComparedSide {
  /** First row of the key in this side's grouped rows; -1: absent. */
  readonly row: Int32Array;
  /** Delta row that this side's row equals in every mapped column, see `sourcesOf`; -1: none, or absent. */
  readonly source: Int32Array;
  /** Index of the first cause, in pipeline order, that touches the key; -1: none. */
  readonly cause: Int8Array;
  /** 1 where this side's row is not what the replay with the causes gives. */
  readonly unexplained: Uint8Array;
  /** A bit for each pattern of this side that the unexplained key meets; null: there are none. */
  readonly patterns: Uint8Array | null;
}
