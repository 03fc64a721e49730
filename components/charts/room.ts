import { type Chart, lanesOf } from '@/lib/charts/chart';
import { lettering, widest, widestFigure } from '@/lib/charts/lettering';

/** How many px each part of a chart takes on the page. */

const PITCH = 37;
const PLOT = 166;
export const LANE = 5;
const TICKS = 24;

export function heightOf(chart: Chart): number {
  const above = chart.bars === 'lying' ? 6 + chart.marks.length * PITCH : PLOT;
  return above + belowOf(chart);
}

/** Below the plot: strips, ticks, caption. */
export function belowOf(chart: Chart): number {
  return stripsOf(chart) + TICKS + (chart.caption === null ? 0 : 16);
}

export function stripsOf(chart: Chart): number {
  const lanes = lanesOf(chart);
  if (lanes === 0) return 0;
  return 5 + lanes * LANE + (lanes === 1 ? 15 : 3);
}

/** Beside the last value or place, for its figure or the half of its tick. */
export function rightOf({ bars, marks, places }: Chart): number {
  if (bars === 'lying') return widestFigure(marks) + 16;
  return places.names ? 4 : 22;
}

/** The column left of the plot: names take at most a third of the chart. */
export function leftOf({ bars, places, values }: Chart, width: number): number {
  const full = widest((bars === 'lying' ? places : values).ticks.map(({ text }) => text)) + 12;
  return bars === 'lying' ? Math.min(full, Math.max(84, Math.min(200, width * 0.34))) : full;
}

/** Of standing bars: the px of a whole place, and what stands above the highest bar. */
export function standingRoom(chart: Chart, width: number) {
  const span = chart.places.max - chart.places.min;
  const band = (width - leftOf(chart, width) - rightOf(chart)) / span;
  const [first] = chart.marks;
  const bar = first === undefined ? 0 : (first.places[1] - first.places[0]) * band;
  const figures = lettering(chart, bar);
  return { band, figures, top: figures === 'upwards' ? widestFigure(chart.marks) + 10 : 18 };
}
