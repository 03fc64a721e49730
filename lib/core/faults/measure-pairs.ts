import { MISSING } from '../decimal';
import { replayedValue } from '../pipeline/replayed';
import { MEASURE } from '../table/case-tables';
import type { Clues } from './clues';

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
export function* measurePairs(clues: Clues, keys: Iterable<number>): Generator<MeasurePair> {
  const seen = clues.observed.columns[MEASURE];
  if (!seen || clues.dataset.measure.wide) return;
  for (const key of keys) {
    if (key >= clues.dataset.keys.count) continue;
    const o = clues.observed.start[key] as number;
    if (clues.observed.start[key + 1] !== o + 1 || seen[o] === MISSING) continue;
    if (clues.pipeline.compositions[MEASURE]?.includes('sum')) {
      yield* partsOf(clues, key, seen[o] as number);
      continue;
    }
    const w = clues.replayed.winner[key] as number;
    const source = clues.source[key] as number;
    if (source !== -1 && source !== w) {
      yield {
        key,
        file: clues.pipeline.rows.file[source] as number,
        units: clues.loaded[source] as number,
        seen: seen[o] as number,
      };
    } else if (w !== -1) {
      const units = replayedValue(clues.replayed, MEASURE, key);
      if (units !== MISSING)
        yield {
          key,
          file: clues.pipeline.rows.file[w] as number,
          units,
          seen: seen[o] as number,
        };
    }
  }
}

/** Where rows are summed: each row of the key, and what it would have to be if the others were right. */
function* partsOf(clues: Clues, key: number, seen: number): Generator<MeasurePair> {
  const { rows, arrived } = clues.pipeline;
  const sum = replayedValue(clues.replayed, MEASURE, key);
  if (sum === MISSING) return;
  for (let r = rows.start[key] as number; r < (rows.start[key + 1] as number); r++) {
    const units = clues.loaded[r] as number;
    if ((arrived !== null && arrived[r] === 0) || units === MISSING) continue;
    yield { key, file: rows.file[r] as number, units, seen: seen - (sum - units) };
  }
}

/** Values of one file that speak for a fault, for each that speaks against it. */
const ODDS = 9;

/**
 * The files whose values stand in the table as `becomes` makes them. A value speaks for the fault when it stands so
 * changed, against it when it stands unchanged and should not; any other value has another cause and says nothing.
 * `least` values must speak for it in all, and a value may be off by `blur` units. `all`: every file that has a telling
 * value. Null when too little speaks for it.
 */
export function judgeFiles(
  clues: Clues,
  becomes: (units: number) => number,
  { least = 3, blur = 0 } = {},
): { names: string[]; all: boolean } | null {
  const files = clues.dataset.files.length;
  const pro = new Int32Array(files);
  const contra = new Int32Array(files);
  for (const { file, units, seen } of measurePairs(clues, keysOf(clues))) {
    const changed = becomes(units);
    if (changed === units) continue;
    if (Math.abs(changed - seen) <= blur) pro[file] = (pro[file] as number) + 1;
    else if (units === seen) contra[file] = (contra[file] as number) + 1;
  }
  const chosen = clues.dataset.files
    .map((_, f) => f)
    .filter((f) => (pro[f] as number) >= 1 && (pro[f] as number) >= ODDS * (contra[f] as number));
  const support = chosen.reduce((sum, f) => sum + (pro[f] as number), 0);
  if (chosen.length === 0 || support < least) return null;
  const all = clues.dataset.files.every((_, f) => chosen.includes(f) || contra[f] === 0);
  return { names: chosen.map((f) => clues.dataset.files[f]?.name ?? ''), all };
}

function* keysOf(clues: Clues): Generator<number> {
  for (let k = 0; k < clues.dataset.keys.count; k++) yield k;
}
