import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawTotal } from '@/lib/core/sample/draw-total';
import { seededRandom } from '@/lib/core/sample/random';

const asked = fc
  .record({ seed: fc.integer(), count: fc.nat(40), from: fc.integer({ min: -50, max: 50 }), width: fc.nat(60) })
  .chain(({ seed, count, from, width }) =>
    fc.record({
      seed: fc.constant(seed),
      count: fc.constant(count),
      from: fc.constant(from),
      to: fc.constant(from + width),
      total: fc.integer({ min: count * from, max: count * (from + width) }),
    }),
  );

it('draws as many integers as asked, within the bounds, that add up to the total', () => {
  fc.assert(
    fc.property(asked, ({ seed, count, from, to, total }) => {
      const drawn = drawTotal(seededRandom(seed), count, total, from, to);
      expect(drawn).toHaveLength(count);
      expect(drawn.every((value) => Number.isInteger(value) && value >= from && value <= to)).toBe(true);
      expect(drawn.reduce((sum, value) => sum + value, 0)).toBe(total);
    }),
  );
});

it('refuses a total that no such integers have', () => {
  expect(() => drawTotal(seededRandom(1), 3, 10, 0, 3)).toThrow('cannot add up to 10');
  expect(() => drawTotal(seededRandom(1), 3, -1, 0, 3)).toThrow('cannot add up to -1');
});
