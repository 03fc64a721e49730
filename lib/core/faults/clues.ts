import type { Fault } from '../findings/fault';
import type { Pipeline } from '../pipeline/pipeline';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset, GroupedRows } from '../table/dataset';

/** A delta row stands in the observed table. */
export const SEEN = 1;
/** A delta row that this replay lets arrive has left no trace, though it outranks the row that stands. */
export const ABSENT = 2;

/** What a search knows after replaying some faults: the evidence from which the next fault's parameters are read. */
export interface Clues {
  readonly dataset: Dataset;
  /** The table under judgement. */
  readonly observed: GroupedRows;
  readonly faults: readonly Fault[];
  readonly pipeline: Pipeline;
  readonly replayed: Replayed;
  /** Indices of the columns that both the deltas and the observed table have. */
  readonly compared: readonly number[];
  /** Key ids that the replay does not reproduce, ascending. */
  readonly residual: Int32Array;
  /** Delta row (of `pipeline.rows`) from which the key's observed row most plausibly came, by key id; -1: none, absent or several rows. */
  readonly source: Int32Array;
  /** SEEN, ABSENT or 0 (these files cannot tell), by row of `pipeline.rows`. */
  readonly effect: Uint8Array;
  /** The measure of each delta row as this replay would load it, by row of `pipeline.rows`. */
  readonly loaded: Float64Array;
}

/** Whether one of the faults replayed so far already is another rule than the agreed one. */
export function hasOtherRule({ pipeline, dataset }: Clues): boolean {
  return pipeline.rule !== dataset.rule;
}
