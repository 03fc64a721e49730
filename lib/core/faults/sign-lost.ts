import { inRowsFrom, list, spoken, tableOf, withArticle } from '../phrases/phrases';
import { MEASURE } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { hasNegative } from './columns-showing';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';
import { judgeFiles } from './measure-pairs';

/** `sign-lost`: every amount of the measure stands without its minus, in rows of the given files or of all. */
const words: FaultWords<'sign-lost'> = {
  sentence: ({ files }, telling) =>
    `${telling.columns.measure} lost its minus in ${tableOf(telling)}${inRowsFrom(files)}: amounts below zero count as amounts above it.`,
  replayed: ({ files }, { columns }) => `without the minus of ${columns.measure}${inRowsFrom(files)}`,
  label: (_, { columns }) => `${columns.measure} without its minus`,
  question: ({ files }, { columns }) =>
    `How is a ${columns.measure} below zero read${files ? ` from ${list(files)}` : ''}, and does the column that holds it take one?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'digits-alone',
      mechanism: `the minus of ${columns.measure} stands behind the number or is written as brackets, and the loader reads the digits alone`,
      lookAt: "the loader's number format",
    },
    {
      code: 'absolute-value',
      mechanism: `a step takes the absolute value of ${columns.measure}`,
      lookAt: "the pipeline's queries: ABS",
    },
    {
      code: 'marked-in-other-column',
      mechanism: 'refunds are marked in another column, which the load leaves out',
      lookAt: "the load query's list of columns",
    },
  ],
  wouldShow: ({ files }, { columns, entity }) =>
    `${withArticle(entity.one)} whose newest ${columns.measure} is below zero${files ? ` in a row from ${list(files, 'or')}` : ''}`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} counts refunds and other ${spoken(telling.columns.measure)} below zero as if they were amounts above it.`,
};

export const signLost: FaultModule<'sign-lost'> = {
  code: 'sign-lost',
  words,
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
    if (!canLose(clues.dataset)) return [];
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
