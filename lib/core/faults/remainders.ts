import { MISSING } from '../decimal';
import type { Remainder } from '../findings/remainder';
import { ABSENT, SEEN } from './clues';

/** Beyond it a class of remainders is a handful of keys. */
const MOST_DIVISOR = 1000;
/** Numbers that must be absent together: three may lie evenly by chance. */
const LEAST_NUMBERS = 5;

/**
 * The smallest divisor under which absent numbers leave one remainder and no seen one does: from what the distances of
 * neighbours among the absent ones have in common, or from the commonest of them. Null when there is none. O(n log n)
 */
export function absentRemainder(
  numbers: ArrayLike<number>,
  effect: Uint8Array,
): { remainder: Remainder; support: number } | null {
  const absent = Float64Array.from(
    new Set(Array.from(effect, (own, r) => (own === ABSENT ? (numbers[r] as number) : MISSING))),
  )
    .filter((value) => value !== MISSING)
    .sort();
  if (absent.length < LEAST_NUMBERS) return null;
  const distances = new Map<number, number>();
  let common = 0;
  for (let i = 1; i < absent.length; i++) {
    const distance = (absent[i] as number) - (absent[i - 1] as number);
    distances.set(distance, (distances.get(distance) ?? 0) + 1);
    common = divisorOf(common, distance);
  }
  const [commonest = [0]] = [...distances].sort((a, b) => b[1] - a[1]);
  const tried = new Set([common, commonest[0]].flatMap(divisors));
  for (const by of [...tried].sort((a, b) => a - b)) {
    const leaves = commonestRemainder(absent, by);
    if (absentShare(numbers, effect, by, leaves) === 0) continue;
    const support = absent.reduce((sum, value) => sum + (value % by === leaves ? 1 : 0), 0);
    if (support >= LEAST_NUMBERS) return { remainder: { by, leaves }, support };
  }
  return null;
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b);
}

function divisors(of: number): number[] {
  const found: number[] = [];
  for (let by = 2; by <= Math.min(of, MOST_DIVISOR); by++) if (of % by === 0) found.push(by);
  return found;
}

function commonestRemainder(numbers: Float64Array, by: number): number {
  const counts = new Int32Array(by);
  for (const value of numbers) counts[value % by] = (counts[value % by] as number) + 1;
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
}

/** Absent rows with the remainder; 0 where a seen one has it. */
function absentShare(numbers: ArrayLike<number>, effect: Uint8Array, by: number, leaves: number): number {
  let absent = 0;
  for (let r = 0; r < effect.length; r++) {
    if (effect[r] === 0 || (numbers[r] as number) % by !== leaves) continue;
    if (effect[r] === SEEN) return 0;
    absent += 1;
  }
  return absent;
}
