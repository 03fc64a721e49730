import type { FaultWords } from '../../faults/fault-words';
import { spoken, tableOf, withArticle } from '../../phrases/phrases';

export const versionsSummedWords: FaultWords<'versions-summed'> = {
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
