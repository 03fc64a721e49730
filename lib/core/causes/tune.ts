import { thresholdOf } from '../faults/equivalent-range';
import type { Fault } from '../findings/fault';

/** Other thresholds to try within the range that the evidence leaves open. */
const MOST_TRIED = 24n;

/**
 * The same faults with one threshold moved within its open range. The evidence bounds a threshold by the rows that stand
 * and those that are absent; where a column is made of several rows, others between the bounds matter too.
 */
export function tunings(faults: readonly Fault[]): Fault[][] {
  return faults.flatMap((fault, index) => {
    const threshold = thresholdOf(fault);
    if (!threshold) return [];
    const { min, max, value } = threshold;
    const width = max - min;
    const steps = width < MOST_TRIED ? width : MOST_TRIED;
    const tried = new Set(
      Array.from({ length: Number(steps) + 1 }, (_, i) => min + (steps === 0n ? 0n : (width * BigInt(i)) / steps)),
    );
    tried.delete(value);
    return [...tried].map((other) => faults.map((own, i) => (i === index ? threshold.at(other, { min, max }) : own)));
  });
}

/**
 * The faults with each open range cut down to the thresholds that give the same table, by bisection from the one that
 * does. `gives` replays; it is called O(log range) times for each threshold.
 */
export function narrowRanges(faults: readonly Fault[], gives: (faults: readonly Fault[]) => boolean): Fault[] {
  let narrowed = [...faults];
  narrowed.forEach((fault, index) => {
    const threshold = thresholdOf(fault);
    if (!threshold) return;
    const { value } = threshold;
    const holds = (other: bigint): boolean =>
      gives(narrowed.map((own, i) => (i === index ? threshold.at(other, { min: other, max: other }) : own)));
    const min = furthest(value, threshold.min, holds);
    const max = furthest(value, threshold.max, holds);
    narrowed = narrowed.map((own, i) => (i === index ? threshold.at(value, { min, max }) : own));
  });
  return narrowed;
}

/** The value nearest to `limit` for which `holds`, which is true at `from` and false from some value on. */
function furthest(from: bigint, limit: bigint, holds: (value: bigint) => boolean): bigint {
  if (from === limit || holds(limit)) return limit;
  let good = from;
  let bad = limit;
  while (bad - good > 1n || good - bad > 1n) {
    const middle = (good + bad) / 2n;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
