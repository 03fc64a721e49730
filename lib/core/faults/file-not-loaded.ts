import { capitalised, list, numberWord, plural, tableOf, valuesOf, withArticle } from '../words/phrases';
import type { FaultWords, Telling } from './fault-words';

/**
 * `file-not-loaded`: no row of the given files takes effect. Whether they were never retrieved, came out of decryption
 * empty, were rejected or were filtered cannot be seen in the tables.
 */
export const words: FaultWords<'file-not-loaded'> = {
  sentence: ({ files }, telling) => `No row of ${list(files, 'or')} took effect in ${tableOf(telling)}.`,
  replayed: ({ files }) => `without ${list(files, 'or')}`,
  label: ({ files }) => `${files.length > 2 ? plural(files.length, 'file', 'files') : list(files)}, no effect`,
  question: ({ files }) =>
    `What do the bucket's listing, the byte count after decryption and the load log say about ${list(files)}?`,
  mechanisms: ({ files }, telling) => {
    const names = list(files);
    const was = files.length === 1 ? 'was' : 'were';
    return [
      ...olderTable(files, telling),
      { mechanism: `${names} ${was} never retrieved`, evidence: "the bucket's listing and the poll log" },
      { mechanism: `${names} came out of decryption empty`, evidence: 'the byte count after decryption' },
      {
        mechanism: `the ${valuesOf(telling.columns.version)} of ${names} were read as nothing`,
        evidence: "the loader's rejected rows",
      },
      { mechanism: `the loader refused ${names} whole`, evidence: 'the load log' },
      { mechanism: `a filter on ${telling.columns.version} left the rows of ${names} out`, evidence: 'the load query' },
    ];
  },
  wouldShow: ({ files }, { entity }) => `${withArticle(entity.one)} whose newest row is in ${list(files, 'or')}`,
  forCustomer: ({ files }, telling) =>
    `${capitalised(numberWord(files.length))} of the exported files ${files.length === 1 ? 'is' : 'are'} not reflected in ${tableOf(telling)}, so ${telling.entity.many} updated there still show older values or are absent.`,
};

/** Where the last deltas are missing, the table may simply be older than they are. */
function olderTable(files: readonly string[], telling: Telling): { mechanism: string; evidence: string }[] {
  const kept = telling.files.findLastIndex((file) => !files.includes(file));
  const last = telling.files.slice(kept + 1);
  if (last.length === 0) return [];
  return [
    {
      mechanism: `${tableOf(telling)} is older than ${list(last)}: a snapshot taken before ${last.length === 1 ? 'it' : 'they'} arrived`,
      evidence: 'when the snapshot was taken',
    },
  ];
}
