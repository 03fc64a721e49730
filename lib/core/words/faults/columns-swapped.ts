import type { FaultWords } from '../../faults/fault-words';
import { inRowsFrom, list, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const columnsSwappedWords: FaultWords<'columns-swapped'> = {
  sentence: ({ columns: [a, b], files }, telling) =>
    `${a} and ${b} hold each other's values in ${tableOf(telling)}${inRowsFrom(files)}.`,
  replayed: ({ columns: [a, b], files }) => `with ${a} and ${b} swapped${inRowsFrom(files)}`,
  label: ({ columns: [a, b] }) => `${a} and ${b} swapped`,
  question: ({ columns: [a, b], files }) =>
    `In which order does the load map ${a} and ${b}${files ? ` for ${list(files)}` : ''}: by name or by position?`,
  mechanisms: ({ columns: [a, b] }) => [
    {
      code: 'read-by-position',
      mechanism: 'columns are read by position and their order in the file changed',
      lookAt: "the file's header and the loader's column list",
    },
    {
      code: 'mapping-reversed',
      mechanism: `the mapping of ${a} and ${b} is the wrong way round`,
      lookAt: "the loader's column mapping",
    },
  ],
  wouldShow: ({ columns: [a, b], files }, { entity }) =>
    `${withArticle(entity.one)} whose ${a} and ${b} differ${files ? ` in a row from ${list(files, 'or')}` : ''}`,
  forCustomer: ({ columns: [a, b] }, telling) =>
    `In ${tableOf(telling)}, the figures for ${spoken(a)} and ${spoken(b)} stand in each other's place.`,
};
