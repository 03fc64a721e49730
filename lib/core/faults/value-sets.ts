import { MISSING } from '../decimal';
import { MOST_VALUES } from '../findings/fault-parameters';
import { ABSENT, SEEN } from './clues';

/** Values with the rows that speak for them. */
export interface ValueSet {
  readonly values: readonly number[];
  readonly support: number;
}

/** Rows for each value of a set: one as large as its evidence says nothing. */
const ROWS_A_VALUE = 4;

/**
 * Sets of values that absent rows have and no seen row has: the commonest value, those of at least `least` rows each, and all.
 * `values` and `effect` are aligned. O(rows)
 */
export function absentSets(values: ArrayLike<number>, effect: Uint8Array, least: number): ValueSet[] {
  if (areAllRare(values, effect)) return [];
  const counts = new Map<number, number>();
  for (let r = 0; r < effect.length; r++) {
    const value = values[r] as number;
    if (effect[r] === ABSENT && value !== MISSING) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  for (let r = 0; r < effect.length; r++) if (effect[r] === SEEN) counts.delete(values[r] as number);
  const commonest = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const often = commonest.filter(([, count]) => count >= least);
  return [commonest.slice(0, 1), often, commonest]
    .filter((set, at, sets) => set.length > (at === 0 ? 0 : (sets[at - 1] as typeof set).length))
    .map((set) => ({ values: set.map(([value]) => value), support: set.reduce((sum, [, count]) => sum + count, 0) }))
    .filter(({ values: { length }, support }) => support >= least && isTelling(length, support));
}

/** Absent rows of which a sample is looked at first. */
const MANY = 4000;
const SAMPLE = 2000;

/** Whether no value stands three times in a sample of many absent rows: none is then the reason of their absence. */
function areAllRare(values: ArrayLike<number>, effect: Uint8Array): boolean {
  let absent = 0;
  for (let r = 0; r < effect.length; r++) if (effect[r] === ABSENT) absent += 1;
  if (absent < MANY) return false;
  const step = Math.floor(absent / SAMPLE);
  const counts = new Map<number, number>();
  for (let r = 0, met = 0; r < effect.length; r++) {
    if (effect[r] !== ABSENT || met++ % step !== 0) continue;
    const count = (counts.get(values[r] as number) ?? 0) + 1;
    if (count === 3) return false;
    counts.set(values[r] as number, count);
  }
  return true;
}

/** The few values that every seen row has while absent rows have others; null when there are none such. O(rows) */
export function seenSet(values: ArrayLike<number>, effect: Uint8Array, least: number): ValueSet | null {
  const own = new Set<number>();
  let seen = 0;
  for (let r = 0; r < effect.length; r++) {
    if (effect[r] !== SEEN || values[r] === MISSING) continue;
    own.add(values[r] as number);
    if (own.size > MOST_VALUES) return null;
    seen += 1;
  }
  const others = new Set<number>();
  let support = 0;
  for (let r = 0; r < effect.length; r++) {
    const value = values[r] as number;
    if (effect[r] !== ABSENT || value === MISSING || own.has(value)) continue;
    others.add(value);
    support += 1;
  }
  if (own.size === 0 || seen < least || support < least || !isTelling(own.size, seen)) return null;
  if (own.size > 1 && others.size <= own.size) return null;
  return { values: [...own].sort((a, b) => a - b), support };
}

function isTelling(size: number, support: number): boolean {
  return size === 1 || (size <= MOST_VALUES && support >= ROWS_A_VALUE * size);
}
