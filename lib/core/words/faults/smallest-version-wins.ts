import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const smallestVersionWinsWords: FaultWords<'smallest-version-wins'> = {
  sentence: (_, telling) =>
    `${tableOf(telling)} keeps each ${telling.entity.one}'s oldest row: the smallest ${telling.columns.version} wins.`,
  replayed: (_, { columns }) => `keeping the row with the smallest ${columns.version}`,
  label: (_, { columns }) => `smallest ${columns.version} wins`,
  question: (_, { columns }) => `In which direction does the query that removes duplicates sort by ${columns.version}?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'sorted-ascending',
      mechanism: `the query that removes duplicates sorts by ${columns.version} in ascending order and keeps the first row`,
      lookAt: 'that query',
    },
    {
      code: 'refused-as-duplicate',
      mechanism: 'rows are inserted in order and later ones refused as duplicates',
      lookAt: "the loader's rejected rows and the table's unique keys",
    },
  ],
  wouldShow: (_, { columns, entity }) => `${withArticle(entity.one)} with two rows of different ${columns.version}`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} shows the oldest values of each ${telling.entity.one} instead of the newest.`,
};
