import type { FaultWords, Telling } from '../../faults/fault-words';
import { list, spoken, tableOf } from '../../phrases/phrases';

export const keyIncompleteWords: FaultWords<'key-incomplete'> = {
  sentence: ({ columns }, telling) =>
    `${tableOf(telling)} keeps one row for each ${list(columns)}, not for each ${list(telling.keyColumns)}.`,
  replayed: ({ columns }) => `keeping one row for each ${list(columns)}`,
  label: ({ columns }) => `one row for each ${list(columns)}`,
  question: (_, telling) =>
    `By which columns does the query that removes duplicates group rows, and are ${list(telling.keyColumns)} all among them?`,
  mechanisms: ({ columns }, telling) => [
    {
      code: 'grouped-by-part',
      mechanism: `the query that removes duplicates groups by ${list(columns)} and leaves out ${list(missing(columns, telling), 'or')}`,
      lookAt: 'the query that removes duplicates',
    },
    {
      code: 'merged-by-part',
      mechanism: `the merge matches rows by ${list(columns)} alone, or the table's primary key is ${list(columns)}`,
      lookAt: "the merge's condition and the table's primary key",
    },
  ],
  wouldShow: ({ columns }, telling) =>
    `two ${telling.entity.many} of the same ${list(columns)} and another ${list(missing(columns, telling), 'or')}`,
  forCustomer: ({ columns }, telling) =>
    `${tableOf(telling)} holds only one row for each ${list(columns.map(spoken))}, so the other ${telling.entity.many} of it are missing there.`,
};

function missing(columns: readonly string[], { keyColumns }: Telling): readonly string[] {
  return keyColumns.filter((name) => !columns.includes(name));
}
