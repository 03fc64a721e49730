import { MISSING } from '../decimal';
import { replayedValue } from '../pipeline/replayed';
import { applyValueSteps } from '../pipeline/values';
import { MEASURE } from '../table/case-tables';
import type { Clues } from './clues';

/** What the replay gives for a column of a key and what stands in the table; MISSING where it is empty. */
export interface CellPair {
  readonly key: number;
  /** Delta row, of `pipeline.rows`, and the delta that supplied it. */
  readonly row: number;
  readonly file: number;
  /** A measure in units, any other cell in its column's own form. */
  readonly units: number;
  readonly seen: number;
}

/** The measure of the named keys, where neither side is empty: see `cellPairs`. */
export function* measurePairs(clues: Clues, keys: Iterable<number>): Generator<CellPair> {
  if (clues.dataset.measure.wide) return;
  for (const pair of cellPairs(clues, MEASURE, keys)) if (pair.units !== MISSING && pair.seen !== MISSING) yield pair;
}

/**
 * A column of the named keys as replayed and as observed, for keys with one row in each. The row that the observed one came
 * from counts where it is known and is not the replay's, so that a wrong winner does not blur a ratio.
 */
export function* cellPairs(clues: Clues, column: number, keys: Iterable<number>): Generator<CellPair> {
  const cells = clues.observed.columns[column];
  const { pipeline, replayed, source } = clues;
  const read = pipeline.columns[column];
  if (!cells || !read) return;
  const { file } = pipeline.rows;
  const steps = pipeline.values[column] ?? [];
  const summed = pipeline.compositions[column]?.includes('sum') ?? false;
  for (const key of keys) {
    if (key >= clues.dataset.keys.count) continue;
    const o = clues.observed.start[key] as number;
    if (clues.observed.start[key + 1] !== o + 1) continue;
    const seen = cells[o] as number;
    if (summed) {
      if (seen !== MISSING) yield* partsOf(clues, key, seen);
      continue;
    }
    const w = replayed.winner[key] as number;
    const s = source[key] as number;
    if (s !== -1 && s !== w) {
      const f = file[s] as number;
      yield { key, row: s, file: f, units: applyValueSteps(steps, read[s] as number, f, s), seen };
    } else if (w !== -1)
      yield { key, row: w, file: file[w] as number, units: replayedValue(replayed, column, key), seen };
  }
}

/** Where rows are summed: each row of the key, and what it would have to be if the others were right. */
function* partsOf(clues: Clues, key: number, seen: number): Generator<CellPair> {
  const { rows, arrived } = clues.pipeline;
  const sum = replayedValue(clues.replayed, MEASURE, key);
  if (sum === MISSING) return;
  for (let r = rows.start[key] as number; r < (rows.start[key + 1] as number); r++) {
    const units = clues.loaded[r] as number;
    if ((arrived !== null && arrived[r] === 0) || units === MISSING) continue;
    yield { key, row: r, file: rows.file[r] as number, units, seen: seen - (sum - units) };
  }
}

/** Values of one file that speak for a fault, for each that speaks against it. */
export const ODDS = 9;

/**
 * The files whose values stand in the table as `becomes` makes them. A value speaks for the fault when it stands so
 * changed, against it when it stands unchanged and should not; any other value has another cause and says nothing.
 * `least` values must speak for it in all, and a value may be off by `blur` units. `column`: judged instead of the measure, its
 * empty cells too. `all`: every file that has a telling
 * value; `support`: values of the named files that speak for it; `against`: values of all files that speak against it. Null when
 * too little speaks for it.
 */
export function judgeFiles(
  clues: Clues,
  becomes: (units: number, file: number) => number,
  { least = 3, blur = 0, column }: { least?: number; blur?: number; column?: number } = {},
): { names: string[]; all: boolean; support: number; against: number } | null {
  const files = clues.dataset.files.length;
  const pro = new Int32Array(files);
  const contra = new Int32Array(files);
  const isLost = (f: number) => pro[f] === 0 || (pro[f] as number) < ODDS * (contra[f] as number);
  /** Files that more is for than against; given up once there are none, where asked for. */
  const vote = (keys: Iterable<number>, endsWithNone: boolean): void => {
    let left = 0;
    for (let f = 0; f < files; f++) left += isLost(f) ? 0 : 1;
    for (const { file, units, seen } of column === undefined
      ? measurePairs(clues, keys)
      : cellPairs(clues, column, keys)) {
      if (endsWithNone && left === 0) return;
      const changed = becomes(units, file);
      if (changed === units) continue;
      const before = isLost(file);
      if (changed === seen || Math.abs(changed - seen) <= blur) pro[file] = (pro[file] as number) + 1;
      else if (units === seen) contra[file] = (contra[file] as number) + 1;
      left += Number(before) - Number(isLost(file));
    }
  };
  vote(clues.residual, false);
  // Of a key that the replay gives no cell can speak for it, unless cells may be off.
  vote(otherKeys(clues), blur === 0 && clues.dataset.columns[column ?? MEASURE]?.tolerance === 0);
  const chosen = clues.dataset.files.map((_, f) => f).filter((f) => !isLost(f));
  const support = chosen.reduce((sum, f) => sum + (pro[f] as number), 0);
  if (chosen.length === 0 || support < least) return null;
  const against = contra.reduce((sum, values) => sum + values, 0);
  const all = clues.dataset.files.every((_, f) => chosen.includes(f) || contra[f] === 0);
  return { names: chosen.map((f) => clues.dataset.files[f]?.name ?? ''), all, support, against };
}

/** Key ids that the replay reproduces. */
function* otherKeys({ dataset, residual }: Clues): Generator<number> {
  for (let k = 0, at = 0; k < dataset.keys.count; k++) {
    if (residual[at] === k) at++;
    else yield k;
  }
}

/** Every key id. */
export function* allKeys(clues: Clues): Generator<number> {
  for (let k = 0; k < clues.dataset.keys.count; k++) yield k;
}
