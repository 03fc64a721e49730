import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_HEIGHT, offsetToShow, scrollScale } from '@/components/keys/scroll-scale';

describe('scrollScale', () => {
  it('changes nothing while a browser can hold the height', () => {
    const scale = scrollScale(33_000, 500);
    expect([scale.height, scale.toOffset(123), scale.toScrollTop(123)]).toEqual([33_000, 123, 123]);
  });

  it('reaches both ends of more rows than a browser can hold', () => {
    const [content, visible] = [330_000_000, 528];
    const scale = scrollScale(content, visible);
    expect(scale.height).toBe(MOST_HEIGHT);
    expect(scale.toOffset(0)).toBe(0);
    expect(scale.toOffset(MOST_HEIGHT - visible)).toBeCloseTo(content - visible, 3);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 1e9 }),
        fc.integer({ min: 33, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (content, visible, share) => {
          const scale = scrollScale(content, visible);
          const offset = share * (content - visible);
          expect(scale.toOffset(scale.toScrollTop(offset))).toBeCloseTo(offset, 3);
        },
      ),
    );
  });
});

describe('offsetToShow', () => {
  it('moves no further than it must', () => {
    expect(offsetToShow(100, 133, 50, 300)).toBe(50);
    expect(offsetToShow(10, 43, 50, 300)).toBe(10);
    expect(offsetToShow(400, 433, 50, 300)).toBe(133);
  });

  it('shows the start of what does not fit', () => {
    expect(offsetToShow(400, 900, 50, 300)).toBe(400);
  });
});
