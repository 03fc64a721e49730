import { spoken, tableOf, withArticle } from '../phrases/phrases';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';

/** `versions-summed`: the measure is the sum of all of the key's rows; the other columns come from the right row. */
const words: FaultWords<'versions-summed'> = {
  sentence: (_, telling) =>
    `${telling.columns.measure} in ${tableOf(telling)} is the sum over all of ${withArticle(telling.entity.one)}'s rows, not the value of the newest row.`,
  replayed: (_, { columns, entity }) => `adding up ${columns.measure} over all rows of ${withArticle(entity.one)}`,
  label: (_, { columns }) => `${columns.measure} added up`,
  question: (_, { columns }) => `Is ${columns.measure} read as an amount to add to what is there, or as the new total?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'added-to-table',
      mechanism: `${columns.measure} is added to what the table holds, as if each row were a purchase`,
      lookAt: 'the load query',
    },
    {
      code: 'grouped-with-sum',
      mechanism: `rows are grouped by ${columns.key} with SUM(${columns.measure})`,
      lookAt: 'the query that builds the table',
    },
  ],
  wouldShow: (_, { columns, entity }) =>
    `${withArticle(entity.one)} with an older row whose ${columns.measure} is not 0`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} adds up every update of ${withArticle(telling.entity.one)}'s ${spoken(telling.columns.measure)} instead of showing the newest.`,
};

export const versionsSummed: FaultModule<'versions-summed'> = {
  code: 'versions-summed',
  words,
  parameters: [],
  changes: () => [{ change: 'compose', columns: { use: 'measure' }, from: 'sum' }],
  switch: {
    stage: 'dedupe',
    text: ({ columns, entity }) => `${columns.measure} is added up over all rows of ${withArticle(entity.one)}`,
    start: () => ({ fault: 'versions-summed' }),
  },
  suggest: (clues) => (clues.dataset.measure.wide ? [] : [{ fault: 'versions-summed' }]),
  probes: (dataset) => (dataset.measure.wide ? [] : [{ fault: 'versions-summed' }]),
};
