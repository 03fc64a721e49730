import type { FaultOf } from '../findings/fault';
import {
  capitalised,
  list,
  newestMissing,
  numberWord,
  plural,
  tableOf,
  valuesOf,
  withArticle,
} from '../phrases/phrases';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset } from '../table/dataset';
import { ABSENT, type Clues, SEEN } from './clues';
import type { FaultModule } from './fault-module';
import type { FaultWords, Mechanism, Telling } from './fault-words';

/**
 * `file-not-loaded`: no row of the given files takes effect. Whether they were never retrieved, came out of decryption
 * empty, were rejected or were filtered cannot be seen in the tables.
 */
const words: FaultWords<'file-not-loaded'> = {
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

export const fileNotLoaded: FaultModule<'file-not-loaded'> = {
  code: 'file-not-loaded',
  words,
  parameters: [{ name: 'files', kind: 'files' }],
  arrival: 'none',
  changes: ({ files }) => [{ change: 'keep-rows', where: { test: 'not', of: { test: 'from-files', files } } }],
  /** Files of which no row was seen while rows of theirs are absent: all of them together, then each alone. */
  suggest(clues) {
    const lost = silentFiles(clues);
    if (lost.length === 0 || lost.length === clues.dataset.files.length) return [];
    const already = clues.faults.flatMap((fault) => (fault.fault === 'file-not-loaded' ? fault.files : []));
    const named = (indices: readonly number[]): FaultOf<'file-not-loaded'> => ({
      fault: 'file-not-loaded',
      files: clues.dataset.files
        .filter((file, f) => indices.includes(f) || already.includes(file.name))
        .map((file) => file.name),
    });
    const alone = lost.length > 1 ? lost.slice(0, 4).map((f) => named([f])) : [];
    return [named(lost), ...alone];
  },
  /** Files that supply no row which no other file has too. */
  probes(dataset, expected) {
    const supplies = suppliers(dataset, expected);
    return dataset.files
      .filter((file, f) => file.rows > 0 && supplies[f] === 0)
      .map((file) => ({ fault: 'file-not-loaded', files: [file.name] }));
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

/** Deltas without a seen row and with absent ones, most absent first. */
function silentFiles(clues: Clues): number[] {
  const seen = new Int32Array(clues.dataset.files.length);
  const absent = new Int32Array(clues.dataset.files.length);
  for (let r = 0; r < clues.effect.length; r++) {
    const f = clues.pipeline.rows.file[r] as number;
    if (clues.effect[r] === SEEN) seen[f] = (seen[f] as number) + 1;
    else if (clues.effect[r] === ABSENT) absent[f] = (absent[f] as number) + 1;
  }
  return clues.dataset.files
    .map((_, f) => f)
    .filter((f) => seen[f] === 0 && (absent[f] as number) > 0)
    .sort((a, b) => (absent[b] as number) - (absent[a] as number) || a - b);
}

/** 1 by delta index where one of its rows stands in the expected table and its key has no other row of that content. */
function suppliers(dataset: Dataset, expected: Replayed): Uint8Array {
  const supplies = new Uint8Array(dataset.files.length);
  const { start, file, columns } = dataset.deltas;
  for (let k = 0; k < dataset.keys.count; k++) {
    const w = expected.winner[k] as number;
    if (w === -1 || supplies[file[w] as number] === 1) continue;
    let twin = false;
    for (let r = start[k] as number; r < (start[k + 1] as number) && !twin; r++) {
      twin = file[r] !== file[w] && columns.every((column) => !column || column[r] === column[w]);
    }
    if (!twin) supplies[file[w] as number] = 1;
  }
  return supplies;
}
