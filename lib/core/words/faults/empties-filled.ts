import type { FaultWords } from '../../faults/fault-words';
import { list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const emptiesFilledWords: FaultWords<'empties-filled'> = {
  sentence: ({ columns, value }, telling) =>
    `An empty ${list(columns, 'or')} stands as "${value}" in ${tableOf(telling)}.`,
  replayed: ({ columns, value }) => `with "${value}" where ${list(columns, 'or')} is empty`,
  label: ({ columns, value }) => `empty ${columns.length > 2 ? 'cells' : list(columns, 'or')} filled with "${value}"`,
  question: ({ columns, value }) =>
    `What does the load write where ${list(columns, 'or')} is empty, and is "${value}" a default of it?`,
  mechanisms: ({ columns, value }) => [
    {
      code: 'column-default',
      mechanism: `the table gives ${list(columns)} the default "${value}"`,
      lookAt: "the table's definition: DEFAULT, NOT NULL",
    },
    {
      code: 'filled-by-step',
      mechanism: `a step fills empty cells of ${list(columns)} with "${value}"`,
      lookAt: "the pipeline's code: COALESCE, fillna",
    },
  ],
  wouldShow: ({ columns }, { entity }) => `${withArticle(entity.one)} whose newest row has no ${list(columns, 'or')}`,
  forCustomer: ({ columns, value }, telling) =>
    `Where nothing is known of ${list(columns.map(spoken), 'or')}, ${tableOf(telling)} shows "${value}" instead.`,
};
