import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const firstRowWinsWords: FaultWords<'first-row-wins'> = {
  sentence: (_, telling) =>
    `${tableOf(telling)} keeps the first row that arrived for each ${telling.entity.one}, whatever its ${telling.columns.version}.`,
  replayed: () => 'keeping the first row to arrive',
  label: () => 'first row wins',
  question: (_, { entity }) =>
    `What does the load do with a second row for ${withArticle(entity.one)} that is already in the table?`,
  mechanisms: (_, { entity }) => [
    {
      code: 'refused-as-duplicate',
      mechanism: `a later row for the same ${entity.one} is refused as a duplicate`,
      lookAt: "the loader's rejected rows and the table's unique keys",
    },
    {
      code: 'unsorted',
      mechanism: 'the query that removes duplicates keeps the first row without sorting',
      lookAt: 'the query that removes duplicates',
    },
  ],
  wouldShow: (_, { entity }) => `${withArticle(entity.one)} whose newest row is not the first to arrive`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} shows the first values received for each ${telling.entity.one} instead of the newest.`,
};
