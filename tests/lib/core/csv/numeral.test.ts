import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPadded, numeralOf, numeralText } from '@/lib/core/csv/numeral';

describe('a numeral', () => {
  it('is a text that its units and decimals give back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9]{0,9}\.?[0-9]{0,9}$/), (text) => {
        const numeral = numeralOf(text);
        if (numeral) expect(numeralText(numeral.units, numeral.scale)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is every number that is written in the plain way', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), fc.nat({ max: 14 }), (units, scale) => {
        fc.pre(units !== 0 || !Object.is(units, -0));
        expect(numeralOf(numeralText(units, scale))).toEqual({ units, scale });
      }),
    );
  });

  it('is no text that could be written in another way', () => {
    const others = [
      '',
      '-',
      '.',
      '.5',
      '5.',
      '00',
      '007',
      '-0',
      '-0.00',
      '+7',
      '1e3',
      ' 1',
      '1 ',
      '1,0',
      '١',
      '1'.repeat(16),
    ];
    expect(others.map(numeralOf)).toEqual(others.map(() => null));
    expect(['0', '0.00', '-1', '999999999999999'].map((text) => numeralOf(text)?.units)).toEqual([
      0, 0, -1, 999999999999999,
    ]);
  });

  it('with zeros before it is padded', () => {
    expect(['00', '007', '0', '7', '-07', '0.7', '0'.repeat(16)].map(isPadded)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
