import type { FaultWords } from '../../faults/fault-words';
import { spoken, tableOf, withArticle } from '../../phrases/phrases';

export const largestMeasureWinsWords: FaultWords<'largest-measure-wins'> = {
  sentence: (_, telling) =>
    `${tableOf(telling)} keeps each ${telling.entity.one}'s row with the largest ${telling.columns.measure}, whatever its ${telling.columns.version}.`,
  replayed: (_, { columns }) => `keeping the row with the largest ${columns.measure}`,
  label: (_, { columns }) => `largest ${columns.measure} wins`,
  question: (_, { columns }) =>
    `By which column does the query that removes duplicates sort: ${columns.version} or ${columns.measure}?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'sorted-by-measure',
      mechanism: `the query that removes duplicates sorts by ${columns.measure} instead of ${columns.version}`,
      lookAt: 'that query',
    },
    {
      code: 'taken-if-larger',
      mechanism: `the load takes a new row only if its ${columns.measure} is larger, on the belief that it can only grow`,
      lookAt: 'the load query',
    },
  ],
  wouldShow: (_, { columns, entity }) =>
    `${withArticle(entity.one)} whose newest row has a smaller ${columns.measure} than an older one`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} shows the values from the time when each ${telling.entity.one}'s ${spoken(telling.columns.measure)} was largest instead of the newest.`,
};
