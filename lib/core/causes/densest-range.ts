import { sortIds } from '../compare/rows/sort-ids';

/** Points on a line, some of which are marked. */
export interface MarkedPoints {
  /** Finite, and none -0. */
  readonly values: Float64Array;
  /** 1 where the point of that index is inside. */
  readonly inside: Uint8Array;
}

/**
 * The range of values with the most inside points over what their overall density would give by chance, three times
 * over: the maximum-sum run (Kadane) of the sorted points, an inside one counting 1 and another minus three times the
 * odds. Null when it holds every point or no inside one. O(n): see `sortIds`.
 */
export function densestRange({
  values,
  inside,
}: MarkedPoints): { from: number; to: number; support: number; precision: number } | null {
  const { length } = values;
  let marked = 0;
  for (let i = 0; i < length; i++) marked += inside[i] as number;
  if (marked === 0 || marked === length) return null;
  const cost = (3 * marked) / (length - marked);
  const sorted = ascending(values);
  let [most, first, last] = [0, 0, -1];
  let sum = 0;
  let from = 0;
  for (let i = 0; i < length; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += inside[sorted[i] as number] === 1 ? 1 : -cost;
    if (sum > most) [most, first, last] = [sum, from, i];
  }
  if (last < first || last - first + 1 === length) return null;
  const low = values[sorted[first] as number] as number;
  const high = values[sorted[last] as number] as number;
  let within = 0;
  let support = 0;
  for (let i = 0; i < length; i++) {
    if ((values[i] as number) < low || (values[i] as number) > high) continue;
    within += 1;
    support += inside[i] as number;
  }
  return { from: low, to: high, support, precision: support / within };
}

/** Indices by value; equal values keep their order. */
function ascending(values: Float64Array): Int32Array {
  const ids = new Int32Array(values.length);
  let rises = true;
  for (let i = 0; i < ids.length; i++) {
    ids[i] = i;
    if (i > 0 && (values[i] as number) < (values[i - 1] as number)) rises = false;
  }
  return rises ? ids : sortIds(ids, [{ values, descending: false }]);
}
