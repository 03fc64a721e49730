import { loadedRows } from '../pipeline/loaded-rows';
import type { Clues } from './clues';
import { columnsShowing } from './columns-showing';
import type { FaultModule } from './fault-module';

/** `column-not-updated`: the given columns keep the value of the key's first arrival; the others are right. */
export const columnNotUpdated: FaultModule<'column-not-updated'> = {
  code: 'column-not-updated',
  parameters: [{ name: 'columns', kind: 'columns', label: 'which columns' }],
  changes: ({ columns }) => [{ change: 'compose', columns: { names: columns }, from: 'first' }],
  switch: {
    stage: 'dedupe',
    text: () => 'Columns keep their first value',
    start: ({ mapping }) => ({ fault: 'column-not-updated', columns: [mapping.measure] }),
  },
  /** Columns in which the table holds the key's first value wherever first and right value differ. */
  suggest: (clues) =>
    columnsShowing(clues, (c) => keepsFirst(clues, c)).map((columns) => ({ fault: 'column-not-updated', columns })),
  probes: (dataset) =>
    dataset.columns
      .filter(({ role }) => role === 'measure' || role === 'attribute')
      .map((column) => ({
        fault: 'column-not-updated',
        columns: [column.name],
      })),
};

/** At least this many keys for each key that speaks against it. */
const ODDS = 3;

function keepsFirst(clues: Clues, c: number): boolean {
  const { rows, arrived } = clues.pipeline;
  const column = loadedRows(clues.pipeline, c);
  const seen = clues.observed.columns[c] as Float64Array;
  let stale = 0;
  let updated = 0;
  for (let k = 0; k < clues.dataset.keys.count; k++) {
    const o = clues.observed.start[k] as number;
    const w = clues.replayed.winner[k] as number;
    if (w === -1 || clues.observed.start[k + 1] !== o + 1) continue;
    let first = rows.start[k] as number;
    while (arrived !== null && first < w && arrived[first] === 0) first += 1;
    if (column[first] === column[w]) continue;
    if (seen[o] === column[first]) stale += 1;
    else if (seen[o] === column[w]) updated += 1;
  }
  return stale >= ODDS && stale > ODDS * updated;
}
