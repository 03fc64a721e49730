import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, formatCount, formatShare } from '@/lib/core/phrases/amounts';

describe('an amount', () => {
  it.each([
    ['4742481', '$', '$4,742,481'],
    ['-1234.5', '$', '−$1,234.50'],
    ['0.00', '$', '$0.00'],
    ['-0.00', '$', '$0.00'],
    ['999', '€', '€999'],
    ['12.5', '%', '12.5 %'],
    ['-12.5', 'EUR', '−EUR\u00a012.50'],
    ['12', 'US$', 'US$12'],
    ['-1000000', null, '−1,000,000'],
    ['123456789012345678901234567890.12', '$', '$123,456,789,012,345,678,901,234,567,890.12'],
  ])('%s in %s reads %s', (decimal, unit, text) => {
    expect(formatAmount(decimal, unit)).toBe(text);
  });

  it('keeps every digit', () => {
    fc.assert(
      fc.property(fc.bigInt(), (units) => {
        expect(formatAmount(String(units), null).replaceAll(',', '').replace('−', '-')).toBe(String(units));
      }),
    );
  });

  it('refuses what is no decimal', () => {
    expect(() => formatAmount('1e3', '$')).toThrow('not a decimal');
  });
});

it('a count has thousands separators', () => {
  expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
});

describe('a share', () => {
  it.each([
    ['4742481', '33904525', '14.0 %'],
    ['1', '3', '33.3 %'],
    ['1', '1000000', 'less than 0.1 %'],
    ['999999', '1000000', 'more than 99.9 %'],
    ['5', '5.00', '100 %'],
    ['0', '5', '0 %'],
    ['15', '5', '300.0 %'],
  ])('of %s in %s reads %s', (part, whole, text) => {
    expect(formatShare(part, whole)).toBe(text);
  });

  it('of nothing is none', () => {
    expect(formatShare('1', '0')).toBeNull();
  });
});
