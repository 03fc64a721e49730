import type { FaultWords } from '../../faults/fault-words';
import { list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const emptiesIgnoredWords: FaultWords<'empties-ignored'> = {
  sentence: ({ columns }, telling) =>
    `An empty ${list(columns, 'or')} never replaced an older value in ${tableOf(telling)}.`,
  replayed: ({ columns }) => `letting no empty ${list(columns, 'or')} replace an older value`,
  label: ({ columns }) => `empty ${columns.length > 2 ? 'cells' : list(columns, 'or')} ignored`,
  question: ({ columns }) =>
    `When a newer row has no ${list(columns, 'or')}, does it empty the value in the table, or is the older one kept?`,
  mechanisms: ({ columns }) => [
    {
      code: 'set-where-filled',
      mechanism: `the update sets ${list(columns)} only where the new row has a value`,
      lookAt: "the pipeline's queries: COALESCE, IFNULL",
    },
    {
      code: 'partial-update',
      mechanism: 'rows are merged as partial updates, to which an empty cell means "unchanged"',
      lookAt: "the table's upsert settings",
    },
  ],
  wouldShow: ({ columns }, { entity }) =>
    `${withArticle(entity.one)} whose newest row has no ${list(columns, 'or')} where an older one has a value`,
  forCustomer: ({ columns }, telling) =>
    `Where ${list(columns.map(spoken), 'or')} was emptied, ${tableOf(telling)} still shows the older value.`,
};
