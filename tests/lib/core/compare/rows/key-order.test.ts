import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOrder } from '@/lib/core/compare/rows/key-order';
import type { Key } from '@/lib/core/key';
import { compareNatural } from '@/lib/core/natural-order';
import { keySpace } from '@/tests/support/key-space';

function sortedKeys(keys: readonly Key[]): Key[] {
  const order = keyOrder(keySpace(keys.length, (id) => keys[id] ?? []));
  return keys
    .map((key, id) => ({ key, order: order[id] ?? 0 }))
    .sort((a, b) => a.order - b.order)
    .map(({ key }) => key);
}

function sorted(texts: readonly string[]): string[] {
  return sortedKeys(texts.map((text) => [text])).flat();
}

function byParts(a: Key, b: Key): number {
  return a.map((part, p) => compareNatural(part, b[p] ?? '')).find((order) => order !== 0) ?? 0;
}

const awkward = fc.string({
  unit: fc.constantFrom('0', '1', '2', '9', 'a', 'A', 'b', '-', ' ', 'é', 'É', 'İ', 'Σ', '漢'),
  maxLength: 8,
});
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

  test('is the natural order of the first parts that are not the same', () => {
    const part = fc.oneof(awkward, fc.constantFrom('2', '10', 'a · b', 'a'));
    const key = fc.array(part, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 12, selector: (parts) => JSON.stringify(parts) }), (keys) => {
        expect(sortedKeys(keys)).toEqual([...keys].sort(byParts));
      }),
      { numRuns: 1000 },
    );
  });

  test('is the natural order of many keys that begin alike', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'User-1.', '0'.repeat(40), 'Ж'),
        fc.uniqueArray(awkward, { minLength: 65, maxLength: 300, size: 'max' }),
        (prefix, ends) => {
          const texts = ends.map((end) => prefix + end);
          expect(sorted(texts)).toEqual([...texts].sort(compareNatural));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is the natural order of many keys that only case and leading zeros tell apart', () => {
    const texts = Array.from({ length: 256 }, (_, n) =>
      Array.from('abcdefgh', (letter, bit) => ((n >> bit) & 1 ? letter.toUpperCase() : letter)).join(''),
    ).flatMap((text) => [`${text}7`, `${text}07`]);
    expect(sorted(texts)).toEqual([...texts].sort(compareNatural));
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
