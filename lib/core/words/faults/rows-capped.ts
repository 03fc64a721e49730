import type { FaultWords } from '../../faults/fault-words';
import { formatCount } from '../../phrases/amounts';
import { firstRows, newestMissing, plural, sameNote, tableOf, withArticle } from '../../phrases/phrases';

export const rowsCappedWords: FaultWords<'rows-capped'> = {
  sentence: ({ limit, equivalentRange }, telling) => {
    const note = sameNote(equivalentRange, 'limit from');
    if (limit === 0) return `No row of any file took effect in ${tableOf(telling)}${note}.`;
    return `Only the ${firstRows(limit)} of every file took effect in ${tableOf(telling)}${note}.`;
  },
  replayed: ({ limit }) =>
    limit === 0 ? 'with no row of any file' : `with only the ${firstRows(limit)} of every file`,
  label: ({ limit }) => (limit === 0 ? 'no rows from any file' : `only the ${firstRows(limit)}`),
  question: ({ limit }) =>
    `Does the job that reads the files have a limit of ${plural(limit, 'row', 'rows')} per file, or one near it?`,
  mechanisms: () => [
    {
      code: 'reader-limit',
      mechanism: 'the reader stops at a row limit',
      lookAt: "the reader's settings",
    },
    {
      code: 'query-limit',
      mechanism: 'the load query has a LIMIT left over from a test',
      lookAt: 'the load query',
    },
    {
      code: 'preview-loaded',
      mechanism: 'the preview of each file was loaded instead of the file',
      lookAt: 'the row counts in the load log',
    },
  ],
  wouldShow: ({ limit }, { entity }) =>
    `${withArticle(entity.one)} whose newest row comes after row ${formatCount(limit)} of its file`,
  forCustomer: (_, telling) =>
    `Only the first part of each exported file is reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`,
};
