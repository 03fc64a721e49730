import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnBuilder } from '@/lib/core/csv/column-builder';
import { NumeralColumn } from '@/lib/core/csv/numeral-column';

function columnOf(texts: readonly string[]) {
  const builder = new ColumnBuilder();
  for (const text of texts) builder.text(text);
  return builder.finish();
}

const whole = fc.integer({ min: -300, max: 300 }).map(String);
const decimals = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat({ max: 3 }))
  .map(([n, d]) => (n / 10 ** d).toFixed(d));
const large = fc.constantFrom(
  '2147483647',
  '2147483648',
  '-2147483647',
  '-2147483648',
  '-2147483649',
  '999999999999999',
);
const padded = fc.nat({ max: 99_999 }).map((n) => String(n).padStart(5, '0'));
const columns = fc.oneof(
  fc.array(fc.oneof(whole, fc.constant('')), { maxLength: 80 }),
  fc.array(fc.oneof(whole, large), { maxLength: 40 }),
  fc.array(fc.oneof(decimals, fc.constant(''), whole), { maxLength: 40 }),
  fc.array(fc.oneof(padded, fc.constant('')), { maxLength: 40 }),
  fc.array(fc.oneof(padded, whole, decimals), { maxLength: 6 }),
);

describe('a column of numerals', () => {
  it('is what a column of plain numbers or of one width comes to, and gives back every text', () => {
    fc.assert(
      fc.property(columns, (texts) => {
        const column = columnOf(texts);
        const filled = texts.filter((text) => text !== '');
        const plain = filled.every((text) => !/^-0(\.0+)?$/.test(text) && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text));
        const wide = filled.every((text) => /^\d+$/.test(text) && text.length === filled[0]?.length);
        expect(column instanceof NumeralColumn).toBe(plain || wide);
        expect(texts.map((_, row) => column.at(row))).toEqual(texts);
        expect(column.distinct).toBe(new Set(texts).size);
        expect(column.firstTexts(3)).toEqual([...new Set(texts)].slice(0, 3));
        expect(column.firstTexts(80)).toEqual([...new Set(texts)]);
        expect(column.texts()).toEqual([...new Set(texts)]);
        expect(Array.from(column.codes, (code) => column.text(code))).toEqual(texts);
      }),
      { numRuns: 1000 },
    );
  });

  it('has the texts that some cell is, and equals columns of the same cells', () => {
    fc.assert(
      fc.property(columns, columns, fc.oneof(whole, decimals, large, padded, fc.constantFrom('', 'x')), (a, b, one) => {
        expect(columnOf(a).has(one)).toBe(a.includes(one));
        expect(columnOf(a).equals(columnOf(a))).toBe(true);
        expect(columnOf(a).equals(columnOf(b))).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 500 },
    );
  });

  it('counts what differs over any range', () => {
    const far = Array.from({ length: 3000 }, (_, i) => String((i % 700) * 1_000_003));
    expect(columnOf(far).distinct).toBe(700);
    expect(columnOf([...far, '', '0.5']).distinct).toBe(702);
  });
});
