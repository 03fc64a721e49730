import { MISSING } from '../decimal';
import type { CaseColumn } from '../table/case-tables';
import { plainText } from '../table/plain-text';
import { ABSENT, SEEN } from './clues';

/** Where absent rows lie beyond every row that was seen. */
export interface Tail {
  /** The outermost value that was seen; on the absent side of it nothing was. */
  readonly seen: number;
  /** The absent value nearest to it. */
  readonly absent: number;
  /** Absent rows in the tail. */
  readonly support: number;
}

/** The tail of absent rows above every seen one. `values` and `effect` are aligned. Null when there is none. O(rows). */
export function upperTail(values: ArrayLike<number>, effect: Uint8Array): Tail | null {
  let seen = MISSING;
  for (let r = 0; r < effect.length; r++)
    if (effect[r] === SEEN && (values[r] as number) > seen) seen = values[r] as number;
  let absent = Number.POSITIVE_INFINITY;
  let support = 0;
  for (let r = 0; r < effect.length; r++) {
    if (effect[r] !== ABSENT || (values[r] as number) <= seen) continue;
    support += 1;
    if ((values[r] as number) < absent) absent = values[r] as number;
  }
  return support > 0 && seen !== MISSING ? { seen, absent, support } : null;
}

/** The tail of absent rows below every seen one; an empty cell is in no tail. */
export function lowerTail(values: ArrayLike<number>, effect: Uint8Array): Tail | null {
  let seen = Number.POSITIVE_INFINITY;
  for (let r = 0; r < effect.length; r++) {
    if (effect[r] === SEEN && values[r] !== MISSING && (values[r] as number) < seen) seen = values[r] as number;
  }
  let absent = MISSING;
  let support = 0;
  for (let r = 0; r < effect.length; r++) {
    if (effect[r] !== ABSENT || values[r] === MISSING || (values[r] as number) >= seen) continue;
    support += 1;
    if ((values[r] as number) > absent) absent = values[r] as number;
  }
  return support > 0 && seen !== Number.POSITIVE_INFINITY ? { seen, absent, support } : null;
}

/** The number with the fewest significant digits in [low, high], both integers: the bound a person would have written. */
export function roundestBetween(low: number, high: number): number {
  for (let step = 10 ** 15; step > 1; step /= 10) {
    const up = Math.ceil(low / step) * step;
    if (up <= high) return up + 0;
  }
  return low;
}

/** A bound and the range of bounds with the same effect, as text; dates and texts have no round bound, the first stands. */
export function boundBetween(
  column: CaseColumn,
  low: number,
  high: number,
): { value: string; equivalentRange: { min: string; max: string } } {
  const exact = column.type === 'number' && column.wide === null;
  const value = exact ? roundestBetween(low, high) : low;
  const max = exact || (column.type === 'date' && column.wide === null) ? high : low;
  return {
    value: plainText(column, value),
    equivalentRange: { min: plainText(column, low), max: plainText(column, max) },
  };
}
