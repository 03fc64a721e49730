import { matchTables } from '../compare/match';
import { replay } from '../pipeline/replay';
import type { Dataset, GroupedRows } from '../table/dataset';

/** Keys up to which the search looks at all of them. */
const SMALL = 60_000;
const MISMATCHED = 24_000;
const MATCHED = 12_000;

/**
 * A part of the keys with all their rows: mismatched ones and matched ones, evenly spread in key order. Row numbers,
 * arrival order and file sizes stay those of the whole. Null when the case is small, or when keys stand in the observed
 * table that no delta has: altered keys must be seen together with what they were.
 */
export function sampleDataset(
  dataset: Dataset,
  observed: GroupedRows,
): { dataset: Dataset; observed: GroupedRows } | null {
  const { count } = dataset.keys;
  if (count <= SMALL) return null;
  const replayed = replay(dataset, []);
  const mismatched = new Uint8Array(replayed.winner.length);
  matchTables(dataset, replayed, observed, mismatched);
  for (let k = 0; k < count; k++)
    if (replayed.winner[k] === -1 && observed.start[k] !== observed.start[k + 1]) return null;
  const different = spreadOf(mismatched, 1, count, MISMATCHED);
  const alike = spreadOf(mismatched, 0, count, MATCHED);
  const chosen = Int32Array.from([...different, ...alike]).sort();
  const deltas = rowsOfKeys(dataset.deltas, chosen);
  const part: Dataset = {
    ...dataset,
    keys: { count: chosen.length, text: (id) => dataset.keys.text(chosen[id] as number) },
    deltas: deltas.grouped,
    versionTextRank:
      dataset.versionTextRank &&
      Float64Array.from(deltas.source, (r) => (dataset.versionTextRank as Float64Array)[r] as number),
    ours: null,
    theirs: null,
  };
  return { dataset: part, observed: rowsOfKeys(observed, chosen).grouped };
}

/** At most `most` ids with the flag, evenly spread. */
function spreadOf(flags: Uint8Array, flag: number, count: number, most: number): number[] {
  let total = 0;
  for (let k = 0; k < count; k++) if (flags[k] === flag) total += 1;
  const chosen: number[] = [];
  let seen = 0;
  for (let k = 0; k < count; k++) {
    if (flags[k] !== flag) continue;
    if (total <= most || Math.floor((seen * most) / total) !== Math.floor(((seen + 1) * most) / total)) chosen.push(k);
    seen += 1;
  }
  return chosen;
}

function rowsOfKeys(from: GroupedRows, keys: Int32Array): { grouped: GroupedRows; source: Int32Array } {
  const start = new Int32Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) {
    const k = keys[i] as number;
    start[i + 1] = (start[i] as number) + (from.start[k + 1] as number) - (from.start[k] as number);
  }
  const source = new Int32Array(start[keys.length] as number);
  const key = new Int32Array(source.length);
  for (let i = 0; i < keys.length; i++) {
    const first = from.start[keys[i] as number] as number;
    for (let to = start[i] as number; to < (start[i + 1] as number); to++) {
      source[to] = first + to - (start[i] as number);
      key[to] = i;
    }
  }
  return {
    source,
    grouped: {
      rows: source.length,
      start,
      key,
      file: Uint16Array.from(source, (r) => from.file[r] as number),
      at: source.map((r) => from.at[r] as number),
      arrival: source.map((r) => from.arrival[r] as number),
      columns: from.columns.map((column) => column && Float64Array.from(source, (r) => column[r] as number)),
    },
  };
}
