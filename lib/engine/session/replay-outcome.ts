import { matchTables } from '@/lib/core/compare/match';
import { readGrouped, readReplayed } from '@/lib/core/compare/table-view';
import { formatUnits } from '@/lib/core/decimal';
import { replay } from '@/lib/core/faults/replay';
import type { Fault } from '@/lib/core/findings/fault';
import type { Investigation } from '@/lib/core/investigation/investigate';
import type { CaseColumn } from '@/lib/core/table/case-tables';
import type { Dataset, GroupedRows } from '@/lib/core/table/dataset';
import type { ReplayMatch, ReplayOutcome } from '@/lib/engine/investigator';

/** The pipeline run again with the faults, laid against each table. O(rows + keys) for each fault. */
export function replayOutcome({ comparison }: Investigation, faults: readonly Fault[]): ReplayOutcome {
  const { dataset } = comparison;
  const replayed = replay(dataset, faults);
  let keys = 0;
  for (let k = 0; k < replayed.winner.length; k++) if (replayed.winner[k] !== -1) keys += 1;
  return {
    faults,
    keys,
    total: formatUnits(readReplayed(dataset, replayed, null).total(), measureOf(dataset).scale),
    ours: dataset.ours && matchOf(dataset, faults, dataset.ours),
    theirs: dataset.theirs && matchOf(dataset, faults, dataset.theirs),
  };
}

function matchOf(dataset: Dataset, faults: readonly Fault[], observed: GroupedRows): ReplayMatch {
  const replayed = replay(dataset, faults, observed);
  const { rows, of } = matchTables(dataset, replayed, observed);
  const measure = measureOf(dataset);
  const difference = readGrouped(measure, observed).total() - readReplayed(dataset, replayed, observed).total();
  return { rows, of, difference: formatUnits(difference, measure.scale) };
}

function measureOf(dataset: Dataset): CaseColumn {
  return dataset.measure;
}
