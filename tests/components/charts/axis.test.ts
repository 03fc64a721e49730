import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOver, fileLabel, shorten, tickAmount, tickNumber, withoutCommonStart } from '@/components/charts/axis';

describe('axisOver', () => {
  it('gives round ticks that hold the range', () => {
    expect(axisOver(0, 872_019, 4)).toEqual({
      min: 0,
      max: 1_000_000,
      ticks: [0, 200_000, 400_000, 600_000, 800_000, 1_000_000],
    });
  });

  it('keeps its ends where it is tight', () => {
    expect(axisOver(0, 8250, 4, { tight: true })).toEqual({ min: 0, max: 8250, ticks: [0, 2000, 4000, 6000, 8000] });
  });

  it('has one tick where all is one value', () => {
    expect(axisOver(0, 0, 4)).toEqual({ min: 0, max: 1, ticks: [0] });
  });

  it('holds any range, in ascending ticks, few of them', () => {
    const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 8 }), (a, b, count) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high - low > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high)));
        const axis = axisOver(low, high, count);
        const slack = (high - low) * 1e-4;
        expect(axis.min).toBeLessThanOrEqual(low + slack);
        expect(axis.max).toBeGreaterThanOrEqual(high - slack);
        expect([...axis.ticks].sort((x, y) => x - y)).toEqual(axis.ticks);
        expect(axis.ticks.length).toBeLessThanOrEqual(2 * count + 3);
      }),
    );
  });

  it('has whole ticks for counts', () => {
    expect(axisOver(0, 2, 4, { whole: true }).ticks).toEqual([0, 1, 2]);
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

describe('names on a chart', () => {
  it('lose the extension, and keep their ends when they are shortened', () => {
    expect(fileLabel('delta3.csv.gz')).toBe('delta3');
    expect(fileLabel('.csv')).toBe('.csv');
    expect(shorten('export_customers_2026-11-17', 11)).toBe('expor…11-17');
    expect(shorten('delta3', 11)).toBe('delta3');
  });

  it('lose what they all begin with, at a border of words', () => {
    expect(withoutCommonStart(['export-11-16', 'export-11-17'])).toEqual(['…16', '…17']);
    expect(withoutCommonStart(['delta10', 'delta11'])).toEqual(['delta10', 'delta11']);
    expect(withoutCommonStart(['only-one'])).toEqual(['only-one']);
  });
});
