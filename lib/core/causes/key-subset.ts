import { matchTables } from '../compare/match';
import { keyForms } from '../faults/key-forms';
import { partsThatCount } from '../faults/key-incomplete';
import { replay } from '../faults/replay';
import { keyId } from '../key';
import { alterText } from '../pipeline/alter-text';
import { keyGroups } from '../pipeline/key-groups';
import { gatherRows } from '../pipeline/regroup';
import type { Dataset, GroupedRows } from '../table/dataset';

/** Keys up to which the search looks at all of them. */
const SMALL = 60_000;
const MISMATCHED = 8_000;
const MATCHED = 4_000;

/**
 * A part of the keys with all their rows: mismatched ones and matched ones, evenly spread in key order. Row numbers,
 * arrival order and file sizes stay those of the whole. Null when the case is small.
 */
export function subsetOfKeys(
  dataset: Dataset,
  observed: GroupedRows,
): { dataset: Dataset; observed: GroupedRows } | null {
  const { count } = dataset.keys;
  if (count <= SMALL) return null;
  const replayed = replay(dataset, []);
  const mismatched = new Uint8Array(replayed.winner.length);
  matchTables(dataset, replayed, observed, mismatched);
  const { winner } = replayed;
  const different = withTheirAlterations(dataset, observed, winner, spreadOf(mismatched, 1, count, MISMATCHED));
  const alike = spreadOf(mismatched, 0, count, MATCHED);
  const both = withTheirParts(dataset, observed, winner, new Set([...different, ...alike]));
  const chosen = Int32Array.from(both).sort();
  return { dataset: partOf(dataset, chosen), observed: rowsOfKeys(observed, chosen) };
}

/** The keys of which every line could be read, with their rows; null where these are all. */
export function settledPart(
  dataset: Dataset,
  observed: GroupedRows,
): { dataset: Dataset; observed: GroupedRows } | null {
  const { unsettled, keys } = dataset;
  if (unsettled === null) return null;
  const chosen = Int32Array.from({ length: keys.count }, (_, k) => k).filter((k) => unsettled[k] !== 1);
  return { dataset: partOf(dataset, chosen), observed: rowsOfKeys(observed, chosen) };
}

/** Evenly spread keys with their rows, to glance at before a look at all; null when the case is small. */
export function glanceAt<T extends GroupedRows | null>(
  dataset: Dataset,
  observed: T,
): { dataset: Dataset; observed: T } | null {
  const { count } = dataset.keys;
  if (count <= SMALL) return null;
  const chosen = Int32Array.from(spreadOf(new Uint8Array(count), 0, count, MATCHED));
  return { dataset: partOf(dataset, chosen), observed: (observed && rowsOfKeys(observed, chosen)) as T };
}

/** @param chosen ascending; -1: it is none of them */
function placeOf(id: number, chosen: Int32Array): number {
  let [from, to] = [0, chosen.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((chosen[middle] as number) < id) from = middle + 1;
    else to = middle;
  }
  return chosen[from] === id ? from : -1;
}

/** @param chosen ids, ascending */
function partOf(dataset: Dataset, chosen: Int32Array): Dataset {
  return {
    ...dataset,
    keys: {
      count: chosen.length,
      characters: dataset.keys.characters,
      parts: (id) => dataset.keys.parts(chosen[id] as number),
      find: (key) => placeOf(dataset.keys.find(key), chosen),
    },
    deltas: rowsOfKeys(dataset.deltas, chosen),
    unsettled: null,
    ours: null,
    theirs: null,
  };
}

/**
 * Keys of the table that no delta has may be altered forms of keys that it lacks, and must be seen together with them.
 * Where most of the chosen lacking keys have such a form, each comes with its own and the other strange keys stay out.
 */
function withTheirAlterations(
  dataset: Dataset,
  observed: GroupedRows,
  winner: Int32Array,
  chosen: readonly number[],
): number[] {
  const isStrange = (k: number) => winner[k] === -1 && observed.start[k] !== observed.start[k + 1];
  const lacking = chosen.filter((k) => winner[k] !== -1 && observed.start[k] === observed.start[k + 1]);
  if (lacking.length === 0) return [...chosen];
  const forms = keyForms(dataset, observed);
  const altered = lacking.map((k) => forms.map((form) => alterText(keyId(dataset.keys.parts(k)), form)));
  const wanted = new Set(altered.flat());
  const strange = new Map<string, number>();
  for (let k = 0; k < dataset.keys.count; k++) {
    if (!isStrange(k)) continue;
    const text = keyId(dataset.keys.parts(k));
    if (wanted.has(text)) strange.set(text, k);
  }
  const found = altered.map((texts) => texts.flatMap((text) => strange.get(text) ?? []));
  if (found.filter((ids) => ids.length > 0).length * 2 < lacking.length) return [...chosen];
  return [...chosen.filter((k) => winner[k] !== -1), ...found.flat()];
}

/** Where the table seems de-duplicated by a part of the key, all keys that share it with a chosen one come along. */
function withTheirParts(
  dataset: Dataset,
  observed: GroupedRows,
  winner: Int32Array,
  chosen: ReadonlySet<number>,
): ReadonlySet<number> {
  if (dataset.keyColumns.length < 2) return chosen;
  const lost = Int32Array.from(chosen).filter((k) => winner[k] !== -1 && observed.start[k] === observed.start[k + 1]);
  const [parts] = partsThatCount(dataset, dataset.keys, observed, lost);
  if (parts === undefined) return chosen;
  const { of, count } = keyGroups(dataset.keys, parts);
  const groups = new Uint8Array(count);
  for (const k of chosen) groups[of[k] as number] = 1;
  const all = new Set<number>();
  for (let k = 0; k < of.length; k++) if (groups[of[k] as number] === 1) all.add(k);
  return all;
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

function rowsOfKeys(from: GroupedRows, keys: Int32Array): GroupedRows {
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
    rows: source.length,
    start,
    key,
    ...gatherRows(from, source),
  };
}
