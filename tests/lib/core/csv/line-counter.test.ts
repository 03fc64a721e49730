import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineCounter } from '@/lib/core/csv/line-counter';
import { utf8 } from '@/tests/support/csv-text';

const text = fc
  .array(fc.constantFrom('\n', '\r', '\r\n', 'a', 'bc', '\t', '\v', '\f', '\u0000', 'é', '😀', 'long enough'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

test('lines are counted as they stand, wherever the pieces end', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(60), { maxLength: 5 }), fc.nat(3), (whole, cuts, offset) => {
      const lines = whole === '' ? 0 : whole.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/).length;
      const bytes = utf8(whole);
      const shifted = new Uint8Array(bytes.length + offset);
      shifted.set(bytes, offset);
      const ends = [...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b);
      const counter = new LineCounter();
      ends.forEach((end, i) => {
        counter.push(shifted.subarray(offset + (ends[i - 1] ?? 0), offset + end));
      });
      expect(counter.lines).toBe(lines);
      const texts = new LineCounter();
      for (const character of whole) texts.pushText(character);
      expect(texts.lines).toBe(lines);
    }),
    { numRuns: 2000 },
  );
});
