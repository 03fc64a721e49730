import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSignOf, decimalVotes, parseNumberText } from '@/lib/core/csv/number-text';
import { formatUnits } from '@/lib/core/decimal';

/** The cell's value as a plain decimal, or null. */
function plain(cell: string, sign: '.' | ',' = '.'): string | null {
  const number = parseNumberText(cell, sign);
  return number && formatUnits(number.units, number.scale);
}

describe('a number in a cell', () => {
  it('is what was formatted, to the last digit', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 40n), 10n ** 40n), fc.nat(20), (units, scale) => {
        const number = parseNumberText(formatUnits(units, scale), '.');
        expect(number?.scale).toBe(scale);
        expect(BigInt(number?.units ?? 0)).toBe(units);
      }),
    );
  });

  it('is the same with thousands separators, a currency sign and either decimal sign', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.nat(6),
        fc.constantFrom(...separations),
        fc.constantFrom('$', '€', '£', '¥', ''),
        (units, scale, [thousands, sign], currency) => {
          const text = formatUnits(units, scale);
          const [whole = '', fraction] = text.replace('-', '').split('.');
          const grouped =
            whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (fraction === undefined ? '' : sign + fraction);
          const minus = units < 0n ? '-' : '';
          for (const cell of [
            `${minus}${currency}${grouped}`,
            `${currency}${minus}${grouped}`,
            `${minus}${grouped} ${currency}`.trim(),
          ]) {
            expect(plain(cell, sign)).toBe(text);
          }
          if (units < 0n) expect(plain(`(${currency}${grouped})`, sign)).toBe(text);
        },
      ),
    );
  });

  it.each([
    ['7', '7'],
    ['+7', '7'],
    ['-0', '0'],
    ['(0)', '0'],
    ['007', '7'],
    [' 7 ', '7'],
    ['\u22127', '-7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['1.5e3', '1500'],
    ['1.25E+1', '12.5'],
    ['15e-1', '1.5'],
    ['12%', '12'],
    ['$-5', '-5'],
    ['-$1,234.50', '-1234.50'],
    ["1'234", '1234'],
    ['1\u202f234\u202f567', '1234567'],
    ['9007199254740993', '9007199254740993'],
  ])('%j is %s', (cell, value) => {
    expect(plain(cell)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    '$',
    '%',
    'e3',
    '1e',
    '1e999999',
    'abc',
    'NaN',
    'Infinity',
    'null',
    '0x10',
    '1_000',
    '--1',
    '+-1',
    '(-1)',
    '1,2',
    '1,23',
    '12,34,567',
    '1,234 567',
    '1.2.3',
    '$1€',
    '$1%',
    'EUR',
    'SKU 12',
    'eur 12',
    'EUR 12 USD',
    '€12 EUR',
    'EUR  12',
    '2024-01-01',
    '١٢',
  ])('%j is none', (cell) => {
    expect(plain(cell)).toBeNull();
  });

  it('never is a negative zero', () => {
    for (const cell of ['-0', '-0.00', '(0)', '-$0', '-0e5'])
      expect(Object.is(parseNumberText(cell, '.')?.units, 0)).toBe(true);
  });

  it('says its unit and what separates its thousands', () => {
    expect(parseNumberText('1.234,50 €', ',')).toEqual({ units: 123450, scale: 2, unit: '€', separator: '.' });
    expect(parseNumberText('12%', '.')).toEqual({ units: 12, scale: 0, unit: '%', separator: null });
    expect(parseNumberText('EUR 12.50', '.')).toEqual({ units: 1250, scale: 2, unit: 'EUR', separator: null });
    expect(parseNumberText('12.50 USD', '.')).toEqual({ units: 1250, scale: 2, unit: 'USD', separator: null });
    expect(parseNumberText('-CHF1’234', '.')).toEqual({ units: -1234, scale: 0, unit: 'CHF', separator: '’' });
    expect(parseNumberText('(1.234,5 EUR)', ',')).toEqual({ units: -12345, scale: 1, unit: 'EUR', separator: '.' });
    expect(parseNumberText('12EUR', '.')).toEqual({ units: 12, scale: 0, unit: 'EUR', separator: null });
  });
});

describe('the decimal sign of a column', () => {
  it.each([
    ['.', ['1,234', '5']],
    ['.', ['1,234', '1.5']],
    ['.', ['1,234.50']],
    ['.', ['1,234,567']],
    ['.', ['1.234']],
    ['.', []],
    [',', ['1.234', '1,5']],
    [',', ['1.234,50', '7']],
    [',', ['1.234.567']],
    [',', ['0,5', '3,25', '2.000']],
    [',', ['12,34 €']],
  ])('is %j for %j', (sign, cells) => {
    expect(decimalSignOf(decimalVotes(cells))).toBe(sign);
  });
});

const separations: [string, '.' | ','][] = [
  [',', '.'],
  ['.', ','],
  [' ', '.'],
  ['\u00a0', ','],
  ["'", '.'],
  ['', '.'],
];
