import type { Random } from './random';

/**
 * `count` integers of `from` to `to`, spread over the range, that add up to `total` exactly.
 * Throws where no such integers exist.
 */
export function drawTotal(random: Random, count: number, total: number, from: number, to: number): number[] {
  if (total < count * from || total > count * to) {
    throw new Error(`${count} integers of ${from} to ${to} cannot add up to ${total}`);
  }
  const values = Array.from({ length: count }, () => random.integer(from, to));
  let missing = total - values.reduce((sum, value) => sum + value, 0);
  while (missing !== 0) {
    const step = Math.trunc(missing / count) || Math.sign(missing);
    for (let i = 0; i < count && missing !== 0; i++) {
      const before = values[i] as number;
      const after = Math.min(to, Math.max(from, before + step));
      values[i] = after;
      missing -= after - before;
    }
  }
  return values;
}
