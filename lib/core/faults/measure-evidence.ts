import { MISSING } from '../decimal';
import { valueOf } from '../pipeline/replayed';
import type { View } from './view';

/** What the replay gives for the measure of a key and what stands in the table; both in units. */
export interface MeasurePair {
  readonly key: number;
  /** Delta that supplied the row. */
  readonly file: number;
  readonly units: number;
  readonly seen: number;
}

/**
 * The measure of the named keys as replayed and as observed, for keys with one row in each. The row that the observed
 * one came from counts where it is known and is not the replay's, so that a wrong winner does not blur a ratio.
 */
export function* measurePairs(view: View, keys: Iterable<number>): Generator<MeasurePair> {
  const seen = view.observed.columns[0];
  if (!seen || view.dataset.columns[0]?.wide) return;
  for (const key of keys) {
    if (key >= view.dataset.keys.count) continue;
    const o = view.observed.start[key] as number;
    if (view.observed.start[key + 1] !== o + 1 || seen[o] === MISSING) continue;
    const w = view.replayed.winner[key] as number;
    const source = view.source[key] as number;
    if (source !== -1 && source !== w) {
      yield {
        key,
        file: view.draft.rows.file[source] as number,
        units: view.loaded[source] as number,
        seen: seen[o] as number,
      };
    } else if (w !== -1) {
      const units = valueOf(view.replayed, 0, key);
      if (units !== MISSING)
        yield {
          key,
          file: view.draft.rows.file[w] as number,
          units,
          seen: seen[o] as number,
        };
    }
  }
}

/** Share of a file's telling values that a value fault must explain before the file is said to have it. */
const ENOUGH = 0.9;
/** Values of one file that must speak for a fault limited to it. */
const LEAST_ROWS = 3;

/**
 * The files whose values became what they are in the table as `explains` says, among keys that the replay does not
 * reproduce and those it does. `all`: every file that has a telling value. Null when no file qualifies.
 */
export function judgeFiles(
  view: View,
  explains: (units: number, seen: number) => boolean,
): { names: string[]; all: boolean } | null {
  const files = view.dataset.files.length;
  const pro = new Int32Array(files);
  const contra = new Int32Array(files);
  for (const { file, units, seen } of measurePairs(view, keysOf(view))) {
    const yes = explains(units, seen);
    if (yes && units === seen) continue;
    if (yes) pro[file] = (pro[file] as number) + 1;
    else contra[file] = (contra[file] as number) + 1;
  }
  const has = (f: number): boolean =>
    (pro[f] as number) >= 1 && (pro[f] as number) >= ENOUGH * ((pro[f] as number) + (contra[f] as number));
  const chosen = view.dataset.files.map((_, f) => f).filter(has);
  const support = chosen.reduce((sum, f) => sum + (pro[f] as number), 0);
  if (chosen.length === 0 || support < LEAST_ROWS) return null;
  const all = view.dataset.files.every((_, f) => chosen.includes(f) || (pro[f] === 0 && contra[f] === 0));
  return { names: chosen.map((f) => view.dataset.files[f]?.name ?? ''), all };
}

function* keysOf(view: View): Generator<number> {
  for (let k = 0; k < view.dataset.keys.count; k++) yield k;
}
