import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteIndex } from '@/lib/core/csv/byte-index';
import { CellBlock } from '@/lib/core/csv/cell-block';
import type { TextColumn } from '@/lib/core/csv/text-column';

const text = fc.oneof(
  fc.constantFrom('', '0', '00', '0.', 'a', 'á', 'a\u0301', ' a', 'a ', '𝄞', '\0'),
  fc.nat({ max: 50 }).map(String),
  fc.string({ maxLength: 20 }),
  fc.stringMatching(/^[ab]{1,9}$/),
  fc.uuid(),
);

function columnOf(texts: readonly string[], index = new ByteIndex()): TextColumn {
  return index.column(Int32Array.from(texts, (one) => index.addText(one)));
}

describe('a byte index', () => {
  it('gives two texts one number only if they are identical, numbered by first appearance', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), text, (texts, other) => {
        const index = new ByteIndex();
        const oracle = [...new Set(texts)];
        expect(texts.map((one) => index.addText(one))).toEqual(texts.map((one) => oracle.indexOf(one)));
        expect(oracle.map((_, code) => index.text(code))).toEqual(oracle);
        const bytes = new TextEncoder().encode(`x${other}y`);
        expect(index.find(new DataView(bytes.buffer), 1, bytes.length - 1)).toBe(oracle.indexOf(other));
        expect(index.count).toBe(oracle.length);
      }),
      { numRuns: 300 },
    );
  });

  it('numbers the cells of a block, and the texts of columns, in whatever order they come and room was made for them', () => {
    const files = fc.array(fc.array(text, { maxLength: 60 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        files,
        fc.nat({ max: 300 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        (all, room, step, same) => {
          const written = same ? all.map((_, f) => (all[0] ?? []).filter((_one, i) => i % (f + 1) === 0)) : all;
          const oracle = [...new Set(written.flat())];
          const [ofCells, ofColumns] = [new ByteIndex(), new ByteIndex()];
          for (const texts of written) {
            for (const index of [ofCells, ofColumns]) index.reserve(room, room * 7);
            const cells = new CellBlock(texts.length * step);
            const starts: number[] = [];
            const bytes = new TextEncoder().encode(`,${texts.join(',')}`);
            let at = 1;
            for (const one of texts) {
              starts.push(at);
              at += new TextEncoder().encode(one).length + 1;
            }
            cells.begin(bytes);
            texts.forEach((_, i) => {
              cells.put(i * step, starts[i] as number, (starts[i + 1] ?? at) - 1);
            });
            const codes = new Int32Array(texts.length + 1);
            ofCells.addCells(cells, 0, step, texts.length * step, codes, 1);
            const expected = texts.map((one) => oracle.indexOf(one));
            expect([...codes.subarray(1)]).toEqual(expected);
            const column = columnOf(texts);
            const ids = ofColumns.addAll(column, null);
            expect(Array.from(column.codes, (code) => ids[code])).toEqual(expected);
          }
          expect(columnOf(oracle, ofColumns).texts()).toEqual(oracle);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds texts again that stand elsewhere than expected, as often as that may be', () => {
    const texts = Array.from({ length: 3000 }, (_, i) => `text ${i}`);
    const shuffled = texts.map((_, i) => texts[(i * 1117) % 3000] as string);
    const index = new ByteIndex();
    for (const file of [texts, shuffled, texts, texts.toReversed()]) {
      const column = columnOf(file);
      expect([...index.addAll(column, null)]).toEqual(file.map((one) => Number(one.slice(5))));
    }
    const column = columnOf(['text 7', 'new', 'text 9', 'newer']);
    expect([...index.addAll(column, Int32Array.of(3, 1, 0))]).toEqual([7, 3001, 0, 3000]);
  });

  it('finds every one of very many again', () => {
    const index = new ByteIndex();
    const texts = Array.from({ length: 50_000 }, (_, i) => (i % 3 === 0 ? `u${i}` : String(i * 7919)));
    for (const one of texts) index.addText(one);
    expect(texts.every((one, i) => index.addText(one) === i)).toBe(true);
  });
});
