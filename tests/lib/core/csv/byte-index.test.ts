import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteIndex } from '@/lib/core/csv/byte-index';

const text = fc.oneof(
  fc.constantFrom('', '0', '00', '0.', 'a', 'á', 'a\u0301', ' a', 'a ', '𝄞', '\0'),
  fc.nat({ max: 50 }).map(String),
  fc.string({ maxLength: 20 }),
);

describe('a byte index', () => {
  it('gives two texts one number only if they are identical, numbered by first appearance', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), text, (texts, other) => {
        const index = new ByteIndex();
        const oracle = [...new Set(texts)];
        expect(texts.map((one) => index.addText(one))).toEqual(texts.map((one) => oracle.indexOf(one)));
        expect(oracle.map((_, code) => index.text(code))).toEqual(oracle);
        const bytes = new TextEncoder().encode(`x${other}y`);
        expect(index.find(bytes, 1, bytes.length - 1)).toBe(oracle.indexOf(other));
        expect(index.count).toBe(oracle.length);
      }),
      { numRuns: 300 },
    );
  });

  it('finds every one of very many again', () => {
    const index = new ByteIndex();
    const texts = Array.from({ length: 50_000 }, (_, i) => (i % 3 === 0 ? `u${i}` : String(i * 7919)));
    for (const one of texts) index.addText(one);
    expect(texts.every((one, i) => index.addText(one) === i)).toBe(true);
  });
});
