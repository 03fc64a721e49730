import type { FaultWords } from '../../faults/fault-words';
import { firstRows, newestMissing, sameNote, tableOf, withArticle } from '../../phrases/phrases';

export const firstRowsSkippedWords: FaultWords<'first-rows-skipped'> = {
  sentence: ({ count, equivalentRange }, telling) =>
    `The ${firstRows(count)} of every file had no effect in ${tableOf(telling)}${sameNote(equivalentRange, 'number from')}.`,
  replayed: ({ count }) => `without the ${firstRows(count)} of every file`,
  label: ({ count }) => `${firstRows(count)} skipped`,
  question: ({ count }) =>
    `How many lines does the reader skip at the top of each file, and does that leave out the ${firstRows(count)} of data?`,
  mechanisms: ({ count }) => [
    {
      code: 'taken-for-header',
      mechanism: `the reader takes the ${firstRows(count)} of data for header lines`,
      lookAt: "the reader's setting for header lines",
    },
    {
      code: 'header-skipped-twice',
      mechanism: 'the header is skipped once when the file is split and again when it is loaded',
      lookAt: 'the load log, with rows read and rows loaded by file',
    },
  ],
  wouldShow: ({ count }, { entity }) =>
    `${withArticle(entity.one)} whose newest row is in the ${firstRows(count)} of a file`,
  forCustomer: ({ count }, telling) =>
    `The ${firstRows(count)} of each exported file ${count === 1 ? 'is' : 'are'} not reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`,
};
