import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextIndex } from '@/lib/core/csv/text-index';

const numeralLike = fc.stringMatching(/^[0-9.]{0,14}$/);
const text = fc.oneof(
  fc.constantFrom('', '0', '00', '0.', '.0', '.', '..', '1', '01', '1.0', '10', '1.', '-1', '+1', '1e3', ' 1', '١'),
  numeralLike,
  fc.nat().map(String),
  fc.string({ maxLength: 20 }),
);

describe('a text index', () => {
  it('gives two texts one number only if they are identical, numbered by first appearance', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
        const index = new TextIndex();
        const oracle = [...new Set(texts)];
        expect(texts.map((one) => index.add(one))).toEqual(texts.map((one) => oracle.indexOf(one)));
        expect(index.texts).toEqual(oracle);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps apart what stands for one number', () => {
    const index = new TextIndex();
    const spellings = [
      '7',
      '07',
      '007',
      '7.',
      '7.0',
      '07.0',
      '.7',
      '0.7',
      '70',
      '0.70',
      '000000000007',
      '0000000000007',
    ];
    expect(spellings.map((one) => index.add(one))).toEqual(spellings.map((_, i) => i));
  });

  it('finds every one of very many again', () => {
    const index = new TextIndex();
    const texts = Array.from({ length: 50_000 }, (_, i) => (i % 3 === 0 ? `u${i}` : String(i * 7919)));
    for (const one of texts) index.add(one);
    expect(texts.every((one, i) => index.add(one) === i)).toBe(true);
  });
});
