import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOrder } from '@/lib/core/compare/rows/key-order';
import { compareNatural } from '@/lib/core/natural-order';

function sorted(texts: readonly string[]): string[] {
  const order = keyOrder({ count: texts.length, text: (id) => texts[id] ?? '' });
  return texts
    .map((_, id) => id)
    .sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0))
    .map((id) => texts[id] ?? '');
}

const awkward = fc.string({ unit: fc.constantFrom('0', '1', '2', '9', 'a', 'A', 'b', '-', ' ', 'é'), maxLength: 8 });
const numbered = fc.tuple(
  fc.constantFrom('', 'U', 'user-'),
  fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 20 }),
);

describe('the order of keys', () => {
  test('is the natural order, whatever the keys look like', () => {
    fc.assert(
      fc.property(fc.uniqueArray(awkward, { maxLength: 12 }), (texts) => {
        expect(sorted(texts)).toEqual([...texts].sort(compareNatural));
      }),
      { numRuns: 1000 },
    );
  });

  test('is the natural order of numbered keys, padded or not', () => {
    fc.assert(
      fc.property(numbered, fc.constantFrom(0, 4, 5), ([prefix, numbers], width) => {
        const texts = [...new Set(numbers.map((n) => prefix + String(n).padStart(width, '0')))];
        expect(sorted(texts)).toEqual([...texts].sort(compareNatural));
      }),
    );
  });
});
