import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeyTexts } from '@/lib/core/compare/rows/key-texts';
import { keySpace } from '@/tests/support/key-space';

const letters = (max: number) =>
  fc.string({ unit: fc.constantFrom('0', '1', 'a', 'A', 'b', ' ', 'é', 'İ', 'Σ', 'σ'), maxLength: max });
const digits = fc.string({ unit: fc.constantFrom('0', '1', 'a', 'A'), maxLength: 5 });

function holding(texts: readonly string[], part: string): number[] {
  const holds = new KeyTexts(keySpace(texts.length, (id) => [texts[id] ?? ''])).holding(part);
  return texts.map((_, id) => id).filter((id) => holds[id] === 1);
}

function holdingPlainly(texts: readonly string[], part: string): number[] {
  return texts.map((_, id) => id).filter((id) => texts[id]?.toLowerCase().includes(part.toLowerCase()));
}

describe("the keys' texts", () => {
  test('hold a part where each of them does by itself, whatever its case', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.array(letters(6)), fc.array(digits)),
        letters(3).filter((part) => part !== ''),
        (texts, part) => {
          expect(holding(texts, part)).toEqual(holdingPlainly(texts, part));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('hold it so among thousands, some in other letters than ASCII', () => {
    const texts = Array.from({ length: 5000 }, (_, id) => `${id === 3000 ? 'ΑΣ' : 'U'}${id}`);
    for (const part of ['u1', '99', '9u', '4999', 'ας3', 'ΑΣ3000', 'U0'])
      expect(holding(texts, part)).toEqual(holdingPlainly(texts, part));
  });
});
