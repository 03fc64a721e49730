import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const rowsRepeatedWords: FaultWords<'rows-repeated'> = {
  sentence: (_, telling) =>
    `Some rows stand more than once in ${tableOf(telling)}, as exact copies; which they are is taken from the table.`,
  replayed: () => 'with the rows that the table repeats as often as they stand there',
  label: () => 'rows repeated',
  question: (_, telling) =>
    `Which load wrote rows into ${tableOf(telling)} that stood there already, and does the table have a unique key?`,
  mechanisms: (_, telling) => [
    {
      code: 'load-retried',
      mechanism: 'a part of the load was retried and inserted its rows again',
      lookAt: "the scheduler's runs and the load log",
    },
    {
      code: 'inserted-beside',
      mechanism: `the load inserts rows beside those that stand, and the table has no unique ${telling.columns.key}`,
      lookAt: "the load statement and the table's keys",
    },
    {
      code: 'joined-to-several',
      mechanism: 'the query that gives the table joins another one that has several rows for some of these',
      lookAt: 'the query that gives the table',
    },
  ],
  wouldShow: (_, { entity }) => `${withArticle(entity.one)} that stands twice with the same values`,
  forCustomer: (_, telling) =>
    `Some ${telling.entity.many} stand more than once in ${tableOf(telling)}, with the same values, so its total counts them several times.`,
};
