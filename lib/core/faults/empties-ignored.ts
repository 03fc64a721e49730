import { MISSING } from '../decimal';
import { loadedRows } from '../pipeline/loaded-rows';
import { replayedValue } from '../pipeline/replayed';
import type { Clues } from './clues';
import { columnsShowing, hasEmpty } from './columns-showing';
import type { FaultModule } from './fault-module';

/** `empties-ignored`: in the given columns an empty cell never overwrites an older value, as COALESCE does it. */
export const emptiesIgnored: FaultModule<'empties-ignored'> = {
  code: 'empties-ignored',
  parameters: [{ name: 'columns', kind: 'columns', label: 'which columns' }],
  changes: ({ columns }) => [{ change: 'compose', columns: { names: columns }, from: 'newest-not-empty' }],
  switch: {
    stage: 'dedupe',
    text: () => 'Empty cells replace no older value',
    start: ({ mapping }) => ({ fault: 'empties-ignored', columns: [mapping.measure, ...mapping.attributes] }),
  },
  /** Columns in which the table holds an older value where the right one is empty: all of them, then each alone. */
  suggest: (clues) =>
    columnsShowing(clues, (c) => keepsOlder(clues, c)).map((columns) => ({ fault: 'empties-ignored', columns })),
  /** The columns that have empty cells: in others there was nothing to ignore. */
  probes(dataset) {
    const columns = dataset.columns.flatMap(({ name, role }, c) =>
      (role === 'measure' || role === 'attribute') && hasEmpty(dataset.deltas.columns[c]) ? [name] : [],
    );
    return columns.length === 0 ? [] : [{ fault: 'empties-ignored', columns }];
  },
};

/** Keys that must show it, and how many for each key that speaks against it. */
const LEAST_KEYS = 2;

const ODDS = 3;

function keepsOlder(clues: Clues, c: number): boolean {
  const { rows, columns, arrived } = clues.pipeline;
  const column = columns[c] as Float64Array;
  const seen = clues.observed.columns[c] as Float64Array;
  if (!hasEmpty(column)) return false;
  const loaded = loadedRows(clues.pipeline, c);
  let kept = 0;
  let emptied = 0;
  for (let k = 0; k < clues.dataset.keys.count; k++) {
    const o = clues.observed.start[k] as number;
    if (clues.replayed.winner[k] === -1 || clues.observed.start[k + 1] !== o + 1) continue;
    if (replayedValue(clues.replayed, c, k) !== MISSING) continue;
    const held = seen[o] as number;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if (arrived !== null && arrived[r] === 0) continue;
      if (column[r] === MISSING || (held !== MISSING && loaded[r] !== held)) continue;
      if (held === MISSING) emptied += 1;
      else kept += 1;
      break;
    }
  }
  return kept >= LEAST_KEYS && kept > ODDS * emptied;
}
