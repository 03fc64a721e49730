export interface Labelled {
  readonly value: number;
  readonly inside: boolean;
}

/**
 * The range of values with the most inside points over what their overall density would give by chance, three times
 * over: the maximum-sum run (Kadane) of the sorted points, an inside one counting 1 and another minus three times the
 * odds. Null when it holds every point or no inside one. O(n log n).
 */
export function densestRange(
  points: readonly Labelled[],
): { from: number; to: number; support: number; precision: number } | null {
  const inside = points.reduce((sum, point) => sum + (point.inside ? 1 : 0), 0);
  const outside = points.length - inside;
  if (inside === 0 || outside === 0) return null;
  const cost = (3 * inside) / outside;
  const sorted = [...points].sort((a, b) => a.value - b.value);
  let best = { sum: 0, from: 0, to: -1 };
  let sum = 0;
  let from = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += (sorted[i] as Labelled).inside ? 1 : -cost;
    if (sum > best.sum) best = { sum, from, to: i };
  }
  if (best.to < best.from || best.to - best.from + 1 === sorted.length) return null;
  const low = (sorted[best.from] as Labelled).value;
  const high = (sorted[best.to] as Labelled).value;
  const within = points.filter(({ value }) => value >= low && value <= high);
  const support = within.reduce((total, point) => total + (point.inside ? 1 : 0), 0);
  return { from: low, to: high, support, precision: support / within.length };
}
