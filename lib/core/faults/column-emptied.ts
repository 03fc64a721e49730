import { MISSING } from '../decimal';
import type { FaultOf } from '../findings/fault';
import { applyValueSteps } from '../pipeline/values';
import { judgeFiles } from './cell-pairs';
import { relationsOf } from './cell-relations';
import { togetherThenEach } from './columns-showing';
import type { FaultModule } from './fault-module';

/** `column-emptied`: the given columns are empty in rows of the given files or of all, as where a header no longer matched. */
export const columnEmptied: FaultModule<'column-emptied'> = {
  code: 'column-emptied',
  parameters: [
    { name: 'columns', kind: 'columns', label: 'which columns' },
    { name: 'files', kind: 'files', label: 'in rows from which files' },
  ],
  changes: ({ columns, files = null }) =>
    columns.map((name) => ({ change: 'load-value', column: { name }, to: { value: 'empty' }, files })),
  switch: {
    stage: 'load',
    text: () => 'Columns stand empty',
    start: ({ mapping }) => ({ fault: 'column-emptied', columns: [mapping.attributes[0] ?? mapping.measure] }),
  },
  /** Columns that are empty, or as later steps leave an empty cell, throughout in the rows of the same files: all of them together, then each alone. */
  suggest(clues) {
    const found = new Map<string, FaultOf<'column-emptied'>>();
    for (const c of clues.compared) {
      if (c === clues.dataset.version) continue;
      const left = applyValueSteps(clues.pipeline.values[c] ?? [], MISSING, 0, 0);
      if (left === MISSING && relationsOf(clues, c).emptied < LEAST_ROWS) continue;
      const judged = judgeFiles(clues, () => left, { least: LEAST_ROWS, column: c });
      if (!judged) continue;
      const files = judged.all ? {} : { files: judged.names };
      const key = JSON.stringify(files);
      const columns = [...(found.get(key)?.columns ?? []), clues.dataset.columns[c]?.name ?? ''];
      found.set(key, { fault: 'column-emptied', columns, ...files });
    }
    return [...found.values()].flatMap((fault) =>
      togetherThenEach(fault.columns).map((columns) => ({ ...fault, columns })),
    );
  },
  probes: () => [],
};

/** Cells that must show it: a single one may have been emptied by hand. */
const LEAST_ROWS = 2;
