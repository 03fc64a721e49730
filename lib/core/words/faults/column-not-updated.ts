import type { FaultWords } from '../../faults/fault-words';
import { list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const columnNotUpdatedWords: FaultWords<'column-not-updated'> = {
  sentence: ({ columns }, telling) =>
    `${list(columns)} ${columns.length === 1 ? 'was' : 'were'} never updated in ${tableOf(telling)}: each ${telling.entity.one} keeps the ${columns.length === 1 ? 'value' : 'values'} of the first row that arrived.`,
  replayed: ({ columns }) => `without updating ${list(columns)}`,
  label: ({ columns }) => `${columns.length > 2 ? `${columns.length} columns` : list(columns)} not updated`,
  question: ({ columns }) => `Does the update of an existing row set ${list(columns)}?`,
  mechanisms: ({ columns }) => [
    {
      code: 'not-in-update-list',
      mechanism: `the update's list of columns leaves out ${list(columns)}`,
      lookAt: "the load query's list of columns",
    },
    {
      code: 'renamed-in-later-files',
      mechanism: `${list(columns)} ${columns.length === 1 ? 'goes' : 'go'} by another name in later files`,
      lookAt: "the files' headers as they were received",
    },
  ],
  wouldShow: ({ columns }, { entity }) =>
    `${withArticle(entity.one)} whose first row to arrive has another ${list(columns, 'or')} than the newest`,
  forCustomer: ({ columns }, telling) =>
    `In ${tableOf(telling)}, ${list(columns.map(spoken))} still ${columns.length === 1 ? 'shows' : 'show'} the first values received.`,
};
