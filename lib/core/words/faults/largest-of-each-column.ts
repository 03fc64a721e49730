import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const largestOfEachColumnWords: FaultWords<'largest-of-each-column'> = {
  sentence: (_, telling) =>
    `Every column of ${tableOf(telling)} holds its own largest value over all of ${withArticle(telling.entity.one)}'s rows, not the value of the newest row.`,
  replayed: () => 'taking the largest value of each column',
  label: () => 'largest value of each column',
  question: (_, { columns, entity }) =>
    `Are the rows of ${withArticle(entity.one)} grouped by ${columns.key} with MAX over each column?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'grouped-with-max',
      mechanism: `rows are grouped by ${columns.key} and MAX is taken of every column`,
      lookAt: 'the query that removes duplicates',
    },
    {
      code: 'merged-by-greater',
      mechanism: 'rows are merged column by column and the greater value kept',
      lookAt: 'the load query',
    },
  ],
  wouldShow: (_, { entity }) =>
    `${withArticle(entity.one)} whose newest row has a smaller value in some column than an older row`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} shows the largest value that each figure of ${withArticle(telling.entity.one)} ever had instead of the newest.`,
};
