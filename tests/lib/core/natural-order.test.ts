import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNatural, sortNatural } from '@/lib/core/natural-order';

const text = fc.oneof(fc.stringMatching(/^[aAbB0-9_ !]{0,6}$/), fc.string());

describe('natural order', () => {
  it('is a total order', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(compareNatural(a, b))).toBe(0 - Math.sign(compareNatural(b, a)));
        expect(compareNatural(a, b) === 0).toBe(a === b);
        const [x, y, z] = [a, b, c].sort(compareNatural) as [string, string, string];
        expect(compareNatural(x, z)).toBeLessThanOrEqual(0);
        expect(compareNatural(x, y)).toBeLessThanOrEqual(0);
        expect(compareNatural(y, z)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('orders numbers within texts by value', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 30n), fc.bigInt(0n, 10n ** 30n), (a, b) => {
        expect(Math.sign(compareNatural(`delta${a}.csv`, `delta${b}.csv`))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('sorts as it compares', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(sortNatural(texts)).toEqual([...texts].sort(compareNatural));
      }),
    );
  });

  it('puts delta10 after delta9', () => {
    expect(sortNatural(['delta10.csv', 'Delta2.csv', 'delta9.csv', 'delta1.csv'])).toEqual([
      'delta1.csv',
      'Delta2.csv',
      'delta9.csv',
      'delta10.csv',
    ]);
  });
});
