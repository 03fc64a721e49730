import { MISSING } from '../decimal';
import { replayedValue } from '../pipeline/replayed';
import { applyValueSteps } from '../pipeline/values';
import { MEASURE } from '../table/case-tables';
import type { Clues } from './clues';

/**
 * What the replay gives for a column of keys, and what stands in the table, pair by pair in the order of the keys; MISSING
 * where it is empty.
 */
export interface CellPairs {
  readonly count: number;
  /** Delta row, of `pipeline.rows`, and the delta that supplied it. */
  readonly row: Int32Array;
  readonly file: Uint16Array;
  /** A measure in units, any other cell in its column's own form. */
  readonly units: Float64Array;
  readonly seen: Float64Array;
}

/** A case column, its empty cells too; `amounts`: the measure where neither side is empty, and nothing where it is wide. */
export type Paired = number | 'amounts';

/** Pairs of the keys that the replay does not reproduce, and of those that it does. */
type Remembered = Record<'residual' | 'others', Map<Paired, CellPairs>>;

const remembered = new WeakMap<Clues, Remembered>();

/** Of the keys that the replay does not reproduce: see `pairsOf`. Made once, for many faults look at them. */
export function residualPairs(clues: Clues, of: Paired): CellPairs {
  return known(clues, 'residual', of, () => clues.residual);
}

/** Of those that it does. */
export function otherPairs(clues: Clues, of: Paired): CellPairs {
  return known(clues, 'others', of, () => otherKeys(clues));
}

function known(clues: Clues, which: keyof Remembered, of: Paired, keys: () => Int32Array): CellPairs {
  const all: Remembered = remembered.get(clues) ?? { residual: new Map(), others: new Map() };
  remembered.set(clues, all);
  const pairs = all[which].get(of) ?? pairsOf(clues, of, keys());
  all[which].set(of, pairs);
  return pairs;
}

/**
 * What the replay gives and what stands, for keys with one row in each. The row that the observed one came from counts where
 * it is known and is not the replay's, so that a wrong winner does not blur a ratio.
 */
function pairsOf(clues: Clues, of: Paired, keys: Int32Array): CellPairs {
  const { pipeline, replayed, source, observed } = clues;
  const amounts = of === 'amounts';
  const column = amounts ? MEASURE : of;
  const cells = observed.columns[column];
  const read = pipeline.columns[column];
  const pairs = new PairList(cells && read ? keys.length : 0);
  if (!cells || !read || (amounts && clues.dataset.measure.wide)) return pairs;
  const { file } = pipeline.rows;
  const steps = pipeline.values[column] ?? [];
  const summed = pipeline.compositions[column]?.includes('sum') ?? false;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (key >= clues.dataset.keys.count) continue;
    const o = observed.start[key] as number;
    if (observed.start[key + 1] !== o + 1) continue;
    const seen = cells[o] as number;
    if (amounts && seen === MISSING) continue;
    if (summed) {
      if (seen !== MISSING) addParts(pairs, clues, key, seen);
      continue;
    }
    const w = replayed.winner[key] as number;
    const s = source[key] as number;
    const other = s !== -1 && s !== w;
    if (!other && w === -1) continue;
    const row = other ? s : w;
    const f = file[row] as number;
    const units = other ? applyValueSteps(steps, read[s] as number, f, s) : replayedValue(replayed, column, key);
    if (amounts && units === MISSING) continue;
    pairs.add(row, f, units, seen);
  }
  return pairs;
}

/** Where rows are summed: each row of the key, and what it would have to be if the others were right. */
function addParts(pairs: PairList, clues: Clues, key: number, seen: number): void {
  const { rows, arrived } = clues.pipeline;
  const sum = replayedValue(clues.replayed, MEASURE, key);
  if (sum === MISSING) return;
  for (let r = rows.start[key] as number; r < (rows.start[key + 1] as number); r++) {
    const units = clues.loaded[r] as number;
    if ((arrived !== null && arrived[r] === 0) || units === MISSING) continue;
    pairs.add(r, rows.file[r] as number, units, seen - (sum - units));
  }
}

class PairList implements CellPairs {
  count = 0;
  row: Int32Array;
  file: Uint16Array;
  units: Float64Array;
  seen: Float64Array;

  /** @param expected pairs */
  constructor(expected: number) {
    this.row = new Int32Array(expected);
    this.file = new Uint16Array(expected);
    this.units = new Float64Array(expected);
    this.seen = new Float64Array(expected);
  }

  add(row: number, file: number, units: number, seen: number): void {
    const at = this.count++;
    if (at === this.row.length) this.#grow();
    this.row[at] = row;
    this.file[at] = file;
    this.units[at] = units;
    this.seen[at] = seen;
  }

  #grow(): void {
    const before = [this.row, this.file, this.units, this.seen] as const;
    const length = this.row.length * 2 + 16;
    this.row = new Int32Array(length);
    this.file = new Uint16Array(length);
    this.units = new Float64Array(length);
    this.seen = new Float64Array(length);
    for (const [i, list] of [this.row, this.file, this.units, this.seen].entries()) list.set(before[i] as Int32Array);
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
  /** Files that more is for than against. */
  const left = () => clues.dataset.files.reduce((count, _, f) => count + (isLost(f) ? 0 : 1), 0);
  const vote = ({ count, file, units, seen }: CellPairs, until: number): void => {
    let open = left();
    for (let i = 0; i < count && open > until; i++) {
      const [own, stands, f] = [units[i] as number, seen[i] as number, file[i] as number];
      const changed = becomes(own, f);
      if (changed === own) continue;
      const before = isLost(f);
      if (changed === stands || Math.abs(changed - stands) <= blur) pro[f] = (pro[f] as number) + 1;
      else if (own === stands) contra[f] = (contra[f] as number) + 1;
      open += Number(before) - Number(isLost(f));
    }
  };
  const of = column ?? 'amounts';
  vote(residualPairs(clues, of), -1);
  // Of a key that the replay gives no cell can speak for it, unless cells may be off: where no file is left, none comes.
  const exact = blur === 0 && clues.dataset.columns[column ?? MEASURE]?.tolerance === 0;
  if (!exact || left() > 0) vote(otherPairs(clues, of), exact ? 0 : -1);
  const chosen = clues.dataset.files.map((_, f) => f).filter((f) => !isLost(f));
  const support = chosen.reduce((sum, f) => sum + (pro[f] as number), 0);
  if (chosen.length === 0 || support < least) return null;
  const against = contra.reduce((sum, values) => sum + values, 0);
  const all = clues.dataset.files.every((_, f) => chosen.includes(f) || contra[f] === 0);
  return { names: chosen.map((f) => clues.dataset.files[f]?.name ?? ''), all, support, against };
}

/** Key ids that the replay reproduces. */
function otherKeys({ dataset, residual }: Clues): Int32Array {
  const others = new Int32Array(dataset.keys.count);
  let count = 0;
  for (let k = 0, at = 0; k < others.length; k++) {
    if (residual[at] === k) at++;
    else others[count++] = k;
  }
  return others.subarray(0, count);
}
