import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberIndex } from '@/lib/core/table/number-index';

const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: 0, max: 5 }).map((n) => n * 2 ** 32),
  fc.maxSafeInteger(),
);

describe('a number index', () => {
  it('gives two numbers one id only if they are equal, in order of first appearance, whatever was expected', () => {
    fc.assert(
      fc.property(
        fc.array(number, { maxLength: 200 }),
        fc.integer({ min: -30, max: 30 }),
        fc.nat(40),
        (numbers, min, range) => {
          const index = new NumberIndex(min, min + range - 1, numbers.length);
          const oracle = [...new Set(numbers)];
          expect(numbers.map((one) => index.add(one))).toEqual(numbers.map((one) => oracle.indexOf(one)));
          expect(oracle.map((_, id) => index.value(id))).toEqual(oracle);
          expect(index.count).toBe(oracle.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds every one of very many again', () => {
    const index = new NumberIndex();
    const numbers = Array.from({ length: 60_000 }, (_, i) => i * 7919 * (i % 2 === 0 ? 1 : 1_000_003));
    for (const one of numbers) index.add(one);
    expect(numbers.every((one, i) => index.add(one) === i)).toBe(true);
  });
});
