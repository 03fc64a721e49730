import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '@/lib/core/sample/random';

it('repeats itself from the same seed', () => {
  const draw = (seed: number) =>
    Array.from(
      { length: 20 },
      (
        (random) => () =>
          random.integer(0, 1e6)
      )(seededRandom(seed)),
    );
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('stays within the bounds and reaches both', () => {
  const random = seededRandom(3);
  const drawn = new Set(Array.from({ length: 500 }, () => random.integer(-2, 2)));
  expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
});

it('shuffles to the same members and leaves the given array alone', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer()), (seed, items) => {
      const before = [...items];
      const shuffled = seededRandom(seed).shuffle(items);
      expect(items).toEqual(before);
      expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
    }),
  );
});
