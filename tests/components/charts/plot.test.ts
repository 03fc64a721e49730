import { describe, expect, it } from 'vitest';
import { plotOf, ticksWithRoom } from '@/components/charts/plot';
import { type Chart, PLAIN } from '@/lib/charts/chart';

const axis = (min: number, max: number, ...ticks: number[]) => ({
  min,
  max,
  names: false,
  ticks: ticks.map((at) => ({ at, text: String(at) })),
});

const chart = (bars: Chart['bars']): Chart => ({
  ...PLAIN,
  id: 'gap-spread',
  title: 'Half of them are short by 3 or more',
  bars,
  places: axis(0, 10, 0, 5, 10),
  values: axis(0, 100, 0, 50, 100),
  marks: [],
  nothing: '',
  table: { columns: [], rows: [] },
});

describe('the plot of a chart', () => {
  it('has places from left to right and values upwards where bars stand', () => {
    const { place, value, box, width } = plotOf(chart('standing'), 400);
    expect(place(0)).toBe(box.x);
    expect(place(10)).toBeLessThan(width);
    expect(value(0)).toBe(box.y + box.height);
    expect(value(100)).toBeGreaterThan(box.y);
  });

  it('has places downwards and values from left to right where they lie', () => {
    const { place, value, box } = plotOf(chart('lying'), 400);
    expect([place(0), place(10)]).toEqual([box.y, box.y + box.height]);
    expect(value(0)).toBe(box.x);
    expect(value(100)).toBeLessThan(400);
  });

  it('is nowhere negative, however narrow it is', () => {
    const { box, value } = plotOf(chart('lying'), 20);
    expect(box.width).toBe(0);
    expect(value(100)).toBeGreaterThanOrEqual(value(0));
  });
});

describe('the ticks that have room', () => {
  const { ticks } = axis(0, 4, 0, 1, 2, 3, 4);

  it('are all of them where they do not touch', () => {
    expect(ticksWithRoom(ticks, (at) => at * 40)).toEqual(ticks);
  });

  it('are evenly spaced where some would touch', () => {
    expect(ticksWithRoom(ticks, (at) => at * 7).map(({ at }) => at)).toEqual([0, 2, 4]);
  });

  it('are the first one at least', () => {
    expect(ticksWithRoom(ticks, () => 0).map(({ at }) => at)).toEqual([0]);
  });
});
