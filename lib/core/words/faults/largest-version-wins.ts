import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const largestVersionWinsWords: FaultWords<'largest-version-wins'> = {
  sentence: (_, telling) =>
    `${tableOf(telling)} keeps the row with the largest ${telling.columns.version} for each ${telling.entity.one}, which is not the rule that was agreed.`,
  replayed: (_, { columns }) => `keeping the row with the largest ${columns.version}`,
  label: (_, { columns }) => `largest ${columns.version} wins`,
  question: () => 'Which row was agreed to count where several came, and who says so?',
  mechanisms: (_, { columns }) => [
    {
      code: 'sorted-by-version',
      mechanism: `the query that removes duplicates sorts by ${columns.version}`,
      lookAt: 'the query that removes duplicates',
    },
  ],
  wouldShow: (_, { columns, entity }) =>
    `${withArticle(entity.one)} whose row with the largest ${columns.version} is not the one that was agreed to count`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} follows another rule than the agreed one where several rows of ${withArticle(telling.entity.one)} came.`,
};
