import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const versionComparedAsTextWords: FaultWords<'version-compared-as-text'> = {
  sentence: (_, telling) =>
    `${tableOf(telling)} compares ${telling.columns.version} as text, so "999" counts as newer than "1000".`,
  replayed: (_, { columns }) => `comparing ${columns.version} as text`,
  label: (_, { columns }) => `${columns.version} compared as text`,
  question: (_, { columns }) => `As which type is ${columns.version} stored where the newest row is chosen?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'text-column',
      mechanism: `${columns.version} is loaded into a text column`,
      lookAt: "the staging table's schema",
    },
    {
      code: 'cast-to-text',
      mechanism: `the query that chooses the newest row casts ${columns.version} to text`,
      lookAt: 'the query that removes duplicates',
    },
  ],
  wouldShow: (_, { columns, entity }) =>
    `${withArticle(entity.one)} with rows whose ${columns.version} have different numbers of digits`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} put some updates in the wrong order, so some ${telling.entity.many} show an older value.`,
};
