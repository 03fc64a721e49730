import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOver, tickAmount, tickNumber } from '@/lib/charts/axis';

describe('stepsOver', () => {
  it('gives round ticks that hold the range', () => {
    expect(stepsOver(0, 872_019, 4)).toEqual({
      min: 0,
      max: 1_000_000,
      at: [0, 200_000, 400_000, 600_000, 800_000, 1_000_000],
      step: 200_000,
    });
  });

  it('keeps its ends where it is tight', () => {
    expect(stepsOver(0, 8250, 4, { tight: true })).toEqual({
      min: 0,
      max: 8250,
      at: [0, 2000, 4000, 6000, 8000],
      step: 2000,
    });
  });

  it('has one tick where all is one value', () => {
    expect(stepsOver(0, 0, 4)).toEqual({ min: 0, max: 1, at: [0], step: 1 });
  });

  it('holds any range, in ascending ticks, few of them', () => {
    const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 8 }), (a, b, count) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high - low > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high)));
        const axis = stepsOver(low, high, count);
        const slack = (high - low) * 1e-4;
        expect(axis.min).toBeLessThanOrEqual(low + slack);
        expect(axis.max).toBeGreaterThanOrEqual(high - slack);
        expect([...axis.at].sort((x, y) => x - y)).toEqual(axis.at);
        expect(axis.at.length).toBeLessThanOrEqual(2 * count + 3);
      }),
    );
  });

  it('has whole ticks for counts', () => {
    expect(stepsOver(0, 2, 4, { whole: true }).at).toEqual([0, 1, 2]);
  });
});

describe('tick labels', () => {
  it.each([
    [0, 250_000, '$', '$0'],
    [250_000, 250_000, '$', '$250k'],
    [1_000_000, 250_000, '$', '$1M'],
    [-2_500_000, 500_000, '$', '−$2.5M'],
    [0.5, 0.5, '$', '$0.50'],
    [12.5, 2.5, '%', '12.5 %'],
    [4000, 1000, null, '4,000'],
  ])('%d with a step of %d in %s is "%s"', (value, step, unit, text) => {
    expect(tickAmount(value, step, unit)).toBe(text);
  });

  it('tell neighbouring ticks apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(1, 2, 2.5, 5),
        fc.integer({ min: -2, max: 9 }),
        (n, factor, power) => {
          const step = factor * 10 ** power;
          expect(tickNumber(n * step, step)).not.toBe(tickNumber((n + 1) * step, step));
        },
      ),
    );
  });
});
