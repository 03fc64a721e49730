import { MEASURE } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { judgeFiles } from './cell-pairs';
import { relationsOf } from './cell-relations';
import { hasNegative } from './columns-showing';
import type { FaultModule } from './fault-module';

/** `sign-lost`: every amount of the measure stands without its minus, in rows of the given files or of all. */
export const signLost: FaultModule<'sign-lost'> = {
  code: 'sign-lost',
  parameters: [{ name: 'files', kind: 'files', label: 'in rows from which files' }],
  changes: ({ files = null }) => [
    { change: 'load-value', column: { use: 'measure' }, to: { value: 'without-sign' }, files },
  ],
  switch: {
    stage: 'load',
    text: ({ columns }) => `${columns.measure} loses its minus`,
    start: () => ({ fault: 'sign-lost' }),
  },
  /** Amounts below zero that stand in the table above it. */
  suggest(clues) {
    if (!canLose(clues.dataset) || relationsOf(clues, MEASURE).minusLost === 0) return [];
    const judged = judgeFiles(clues, Math.abs, { least: LEAST_ROWS });
    return judged ? [{ fault: 'sign-lost', ...(judged.all ? {} : { files: judged.names }) }] : [];
  },
  probes: (dataset) => (canLose(dataset) ? [{ fault: 'sign-lost' }] : []),
};

/** Values that must show it: one or two amounts below zero may have another cause. */
const LEAST_ROWS = 2;

function canLose({ measure, deltas }: Dataset): boolean {
  return measure.wide === null && hasNegative(deltas.columns[MEASURE]);
}
