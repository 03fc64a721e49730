import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROW_HEIGHT } from '@/components/keys/RowLine';
import { rowPlaces } from '@/components/keys/row-places';

describe('where rows lie', () => {
  const given = fc.record({
    count: fc.integer({ min: 1, max: 40 }),
    open: fc.integer({ min: -1, max: 39 }),
    extra: fc.integer({ min: 0, max: 300 }),
    offset: fc.integer({ min: -10, max: 3000 }),
  });

  it('is what adding up their heights one by one gives', () => {
    fc.assert(
      fc.property(given, ({ count, open, extra, offset }) => {
        const openIndex = Math.min(open, count - 1);
        const heights = Array.from({ length: count }, (_, i) => ROW_HEIGHT + (i === openIndex ? extra : 0));
        const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 0));
        const places = rowPlaces(count, openIndex, extra);
        expect(tops.map((_, i) => places.top(i))).toEqual(tops);
        expect(places.height).toBe(heights.reduce((sum, height) => sum + height, 0));
        expect(places.at(offset)).toBe(
          Math.max(
            0,
            tops.findLastIndex((top) => top <= offset),
          ),
        );
      }),
    );
  });
});
