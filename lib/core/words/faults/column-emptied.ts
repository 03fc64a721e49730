import type { FaultWords } from '../../faults/fault-words';
import { inRowsFrom, list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const columnEmptiedWords: FaultWords<'column-emptied'> = {
  sentence: ({ columns, files }, telling) =>
    `${list(columns)} ${columns.length > 1 ? 'are' : 'is'} empty in ${tableOf(telling)}${inRowsFrom(files)}.`,
  replayed: ({ columns, files }) => `with ${list(columns)} left empty${inRowsFrom(files)}`,
  label: ({ columns }) => `${columns.length > 2 ? 'columns' : list(columns)} emptied`,
  question: ({ columns, files }) =>
    `Under which header does the load look for ${list(columns)}${files ? ` in ${list(files)}` : ''}, and what does it do where it finds none?`,
  mechanisms: ({ columns }) => [
    {
      code: 'header-renamed',
      mechanism:
        columns.length > 1
          ? `the headers of ${list(columns)} changed and no longer match the names that the load looks for`
          : `the header of ${list(columns)} changed and no longer matches the name that the load looks for`,
      lookAt: "the file's header and the loader's column mapping",
    },
    {
      code: 'values-refused',
      mechanism: `the values of ${list(columns)} were refused by the column's type and left empty`,
      lookAt: 'the load log',
    },
    {
      code: 'left-out',
      mechanism: `the load query leaves ${list(columns)} out`,
      lookAt: "the load query's list of columns",
    },
  ],
  wouldShow: ({ columns, files }, { entity }) =>
    `${withArticle(entity.one)} whose newest row has a value of ${list(columns, 'or')}${files ? ` and is from ${list(files, 'or')}` : ''}`,
  forCustomer: ({ columns, files }, telling) =>
    `${tableOf(telling)} shows no ${list(columns.map(spoken), 'or')} for ${files ? `some ${telling.entity.many}` : `any ${telling.entity.one}`}.`,
};
