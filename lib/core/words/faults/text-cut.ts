import type { FaultWords } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import { list, plural, spoken, tableOf, withArticle } from '../../phrases/phrases';

export const textCutWords: FaultWords<'text-cut'> = {
  sentence: (fault, telling) =>
    `${list(fault.columns)} ${fault.columns.length > 1 ? 'are' : 'is'} cut to ${characters(fault)} in ${tableOf(telling)}.`,
  replayed: (fault) => `with ${list(fault.columns)} cut to ${characters(fault)}`,
  label: (fault) => `${fault.columns.length > 2 ? 'texts' : list(fault.columns)} cut to ${characters(fault)}`,
  question: (fault) =>
    `How many characters can ${list(fault.columns, 'or')} have in the table, and does the load cut what is longer than ${characters(fault)}?`,
  mechanisms: (fault) => [
    {
      code: 'column-width',
      mechanism: `the table holds ${characters(fault)} of ${list(fault.columns)}, and the load cuts longer texts without a word`,
      lookAt: "the table's definition: VARCHAR, CHAR",
    },
    {
      code: 'cut-by-step',
      mechanism: `a step keeps the first ${characters(fault)} of ${list(fault.columns)}`,
      lookAt: "the pipeline's queries: LEFT, SUBSTRING, CAST",
    },
    {
      code: 'fixed-width-file',
      mechanism: `${list(fault.columns)} passed through a file with columns of a fixed width`,
      lookAt: 'the files between export and load',
    },
  ],
  wouldShow: (fault, { entity }) =>
    `${withArticle(entity.one)} whose newest ${list(fault.columns, 'or')} is longer than ${characters(fault)}`,
  forCustomer: ({ columns, length }, telling) =>
    `${tableOf(telling)} shows only the beginning of a ${list(columns.map(spoken), 'or')} that is longer than ${plural(length, 'character', 'characters')}.`,
};

function characters({ length }: FaultOf<'text-cut'>): string {
  return plural(length, 'character', 'characters');
}
