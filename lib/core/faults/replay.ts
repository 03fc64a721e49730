import type { Fault } from '../findings/fault';
import type { Pipeline } from '../pipeline/pipeline';
import { pipelineWith as pipelineWithChanges, replayOnTrial, run } from '../pipeline/replay';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset, GroupedRows } from '../table/dataset';
import { changesOfAll } from './catalogue';

/** Runs the pipeline with the given faults, whatever their order: see `replayChanges`. */
export function replay(dataset: Dataset, faults: readonly Fault[], observed: GroupedRows | null = null): Replayed {
  return run(pipelineWith(dataset, faults, observed));
}

/** What `tell` says of the replay with the faults, which it must not keep. */
export function tryReplay<T>(
  dataset: Dataset,
  faults: readonly Fault[],
  observed: GroupedRows | null,
  tell: (replayed: Replayed) => T,
): T {
  return replayOnTrial(dataset, changesOfAll(faults), observed, tell);
}

/** The pipeline with the faults in place, before it runs. */
export function pipelineWith(dataset: Dataset, faults: readonly Fault[], observed: GroupedRows | null): Pipeline {
  return pipelineWithChanges(dataset, changesOfAll(faults), observed);
}
