import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cells } from '@/lib/core/csv/cells';
import { ColumnBuilder } from '@/lib/core/csv/column-builder';

/** Strings of any UTF-16 units, halves of surrogate pairs among them, and some that come again. */
const text = fc.oneof(
  fc.constantFrom('', '0', 'a', 'ä', '€', '𝄞', '\ud834', '\udd1e', '\udd1e\ud834', 'a\ud800', '\uffff', '\0', '\ufeff'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
  fc.nat({ max: 30 }).map(String),
);
const cells = fc.array(text, { maxLength: 60 });

function columnOf(texts: readonly string[]): Cells {
  const builder = new ColumnBuilder();
  for (const one of texts) builder.text(one);
  return builder.finish();
}

function rowsOf(column: Cells): string[] {
  return Array.from({ length: column.rows }, (_, row) => column.at(row));
}

describe('a column of texts', () => {
  it('gives back every text as it was', () => {
    fc.assert(
      fc.property(cells, (texts) => {
        expect(rowsOf(columnOf(texts))).toEqual(texts);
      }),
      { numRuns: 500 },
    );
  });

  it('holds each text once, numbered without gaps in order of first appearance', () => {
    fc.assert(
      fc.property(cells, (texts) => {
        const column = columnOf(texts);
        const distinct = [...new Set(texts)];
        expect(column.distinct).toBe(distinct.length);
        expect(column.texts()).toEqual(distinct);
        expect(distinct.map((_, code) => column.text(code))).toEqual(distinct);
        expect([...column.codes]).toEqual(texts.map((one) => distinct.indexOf(one)));
      }),
      { numRuns: 500 },
    );
  });

  it('equals another only if they have the same cells in the same rows', () => {
    fc.assert(
      fc.property(cells, cells, (first, second) => {
        expect(columnOf(first).equals(columnOf(first))).toBe(true);
        expect(columnOf(first).equals(columnOf(second))).toBe(JSON.stringify(first) === JSON.stringify(second));
      }),
    );
  });

  it('has the texts that some cell is, and no others', () => {
    fc.assert(
      fc.property(cells, text, (texts, one) => {
        expect(columnOf(texts).has(one)).toBe(texts.includes(one));
      }),
    );
  });

  it('writes what is well formed as UTF-8 is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (one) => {
        expect(columnOf([one, 'x']).asTexts().bytes.slice(0, -1)).toEqual(new TextEncoder().encode(one));
      }),
    );
  });

  it('takes texts of any length', () => {
    const long = ['x'.repeat(200_000), `${'ü'.repeat(70_000)}𝄞`, '', 'y'.repeat(65_536), '𝄞'.repeat(5000)];
    const column = columnOf(long);
    expect(column.texts().map((one, i) => one === long[i])).toEqual(long.map(() => true));
    expect(rowsOf(column).map((one, i) => one === long[i])).toEqual(long.map(() => true));
  });

  it('takes very many texts, plain and not', () => {
    const many = Array.from({ length: 40_000 }, (_, i) => (i % 5000 === 0 ? `Straße ${i}` : `user ${i * 7919}`));
    expect(columnOf(many).texts()).toEqual(many);
  });

  it('of no cells has no texts', () => {
    expect([columnOf([]).distinct, columnOf([]).texts()]).toEqual([0, []]);
  });
});
