import type { FaultWords, Mechanism, Telling } from '../../faults/fault-words';
import {
  capitalised,
  list,
  newestMissing,
  numberWord,
  plural,
  tableOf,
  valuesOf,
  withArticle,
} from '../../phrases/phrases';

export const fileNotLoadedWords: FaultWords<'file-not-loaded'> = {
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
      {
        code: 'never-retrieved',
        mechanism: `${names} ${was} never retrieved`,
        lookAt: "the bucket's listing and the poll log",
      },
      {
        code: 'decrypted-empty',
        mechanism: `${names} came out of decryption empty`,
        lookAt: 'the byte count after decryption',
      },
      {
        code: 'versions-unread',
        mechanism: `the ${valuesOf(telling.columns.version)} of ${names} were read as nothing`,
        lookAt: "the loader's rejected rows",
      },
      {
        code: 'refused-whole',
        mechanism: `the loader refused ${names} whole`,
        lookAt: 'the load log',
      },
      {
        code: 'filtered-by-version',
        mechanism: `a filter on ${telling.columns.version} left the rows of ${names} out`,
        lookAt: 'the load query',
      },
    ];
  },
  wouldShow: ({ files }, { entity }) => `${withArticle(entity.one)} whose newest row is in ${list(files, 'or')}`,
  forCustomer: ({ files }, telling) =>
    `${capitalised(numberWord(files.length))} of the exported files ${files.length === 1 ? 'is' : 'are'} not reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`,
  replayedOnceNamed: ({ files }) => (files.length === 1 ? 'without it' : 'without them'),
  beingTheGap: ({ files }) => `${list(files)} ${files.length === 1 ? 'is' : 'are'}`,
  ruledOutTogether: (faults, telling) => {
    const files = faults.flatMap((fault) => fault.files);
    const arrived = files.sort((a, b) => telling.files.indexOf(a) - telling.files.indexOf(b));
    return `${list(arrived, 'or')} without effect`;
  },
};

/** Where the last deltas are missing, the table may simply be older than they are. */
function olderTable(files: readonly string[], telling: Telling): Mechanism[] {
  const kept = telling.files.findLastIndex((file) => !files.includes(file));
  const last = telling.files.slice(kept + 1);
  if (last.length === 0) return [];
  return [
    {
      code: 'older-snapshot',
      mechanism: `${tableOf(telling)} is older than ${list(last)}: a snapshot taken before ${last.length === 1 ? 'it' : 'they'} arrived`,
      lookAt: 'when the snapshot was taken',
    },
  ];
}
