import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const tiesBrokenDifferentlyWords: FaultWords<'ties-broken-differently'> = {
  sentence: ({ keep }, telling) =>
    `Where several rows of ${withArticle(telling.entity.one)} share the largest ${telling.columns.version}, ${tableOf(telling)} keeps the ${which(keep)} to arrive.`,
  replayed: ({ keep }, { columns }) =>
    `keeping the ${which(keep)} of the rows that share the largest ${columns.version}`,
  label: ({ keep }) => `ties go to the ${keep} row`,
  question: (_, { columns, entity }) =>
    `Which row was agreed to count where several rows of ${withArticle(entity.one)} have the same ${columns.version}, and what does the query that removes duplicates sort by after it?`,
  mechanisms: ({ keep }, { columns }) => [
    {
      code: 'upsert-condition',
      mechanism: `an upsert replaces a row ${keep === 'later' ? 'whenever its' : 'only when its'} ${columns.version} is ${keep === 'later' ? 'the same or larger' : 'larger'}`,
      lookAt: "the upsert's condition",
    },
    {
      code: 'sorted-by-version-alone',
      mechanism: `the query that removes duplicates sorts by ${columns.version} alone, so that the order among equals is the engine's`,
      lookAt: 'the query that removes duplicates',
    },
  ],
  wouldShow: (_, { columns, entity }) =>
    `${withArticle(entity.one)} with two different rows of the same largest ${columns.version}`,
  forCustomer: (_, telling) =>
    `Some ${telling.entity.many} have two exported rows that are equally new, and the two tables keep different ones of them.`,
};

function which(keep: 'earlier' | 'later'): string {
  return keep === 'earlier' ? 'first' : 'last';
}
