import type { Axis, Chart, Tick } from '@/lib/charts/chart';
import { textWidth } from '@/lib/charts/lettering';
import type { Box } from '@/lib/charts/placed';
import { belowOf, heightOf, leftOf, rightOf, standingRoom } from './room';

/** Where the parts of a chart lie on the page, in px of its drawing. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** All between the axes; its marks may leave room on the right and at the top. */
  readonly box: Box;
  readonly place: (at: number) => number;
  readonly value: (at: number) => number;
}

/** Above the first lying bar. */
const ABOVE = 6;

/** @param width of the whole drawing, in px */
export function plotOf(chart: Chart, width: number): Plot {
  const lying = chart.bars === 'lying';
  const height = heightOf(chart);
  const x = leftOf(chart, width);
  const y = lying ? ABOVE : 0;
  const box = { x, y, width: Math.max(0, width - x), height: height - y - belowOf(chart) };
  const bottom = y + box.height;
  const across = [x, Math.max(x, width - rightOf(chart))] as const;
  return {
    width,
    height,
    box,
    place: scaled(chart.places, lying ? [y, bottom] : across),
    value: scaled(chart.values, lying ? across : [bottom, y + standingRoom(chart, width).top]),
  };
}

function scaled({ min, max }: Axis, [from, to]: readonly [number, number]): (at: number) => number {
  return (at) => from + ((at - min) / (max - min)) * (to - from);
}

/** Between the texts of two ticks. */
const APART = 5;

/** Every so manieth tick from the first on, as many as stand side by side without touching. */
export function ticksWithRoom(ticks: readonly Tick[], place: (at: number) => number): readonly Tick[] {
  for (let step = 1; step < ticks.length; step++) {
    const shown = ticks.filter((_, i) => i % step === 0);
    const touches = shown.some((tick, i) => {
      const next = shown[i + 1];
      if (next === undefined) return false;
      return place(next.at) - place(tick.at) < (textWidth(tick.text) + textWidth(next.text)) / 2 + APART;
    });
    if (!touches) return shown;
  }
  return ticks.slice(0, 1);
}
