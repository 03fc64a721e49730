import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '@/lib/core/pipeline/alter-text';
import { alteredRanks } from '@/lib/core/pipeline/retext';

describe('texts that are cut', () => {
  it('keep whole characters', () => {
    expect(cutText('ab\u{1F600}cd', 3)).toBe('ab\u{1F600}');
    expect(cutText('ab', 2)).toBe('ab');
  });

  it('become the text of their beginning where the column holds it, and else one that it does not hold', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ maxLength: 4 })), fc.integer({ min: 1, max: 4 }), (texts, length) => {
        const ranks = alteredRanks(texts, { how: 'cut', length });
        for (const [rank, text] of texts.entries())
          expect(texts[ranks[rank] as number]).toBe(
            texts.find((other) => other === Array.from(text).slice(0, length).join('')),
          );
      }),
    );
  });
});
