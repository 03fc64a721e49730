import type { FaultOf } from '../findings/fault';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset } from '../table/dataset';
import { ABSENT, type Clues, SEEN } from './clues';
import type { FaultModule } from './fault-module';

/**
 * `file-not-loaded`: no row of the given files takes effect. Whether they were never retrieved, came out of decryption
 * empty, were rejected or were filtered cannot be seen in the tables.
 */
export const fileNotLoaded: FaultModule<'file-not-loaded'> = {
  code: 'file-not-loaded',
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
