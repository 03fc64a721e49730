import { type Axis, type Chart, lanesOf, type Mark, markText } from '@/lib/charts/chart';
import { fitted, fittedNames, lettering, textWidth, widest, widestFigure } from '@/lib/charts/lettering';
import { type Box, type Placed, placed } from '@/lib/charts/placed';
import { escapeHtml } from '../html-text';
import { GAP, INK, LINE, label, line, MUTED, painted, patterns, rect } from './svg';

const WIDTH = 460;
const PITCH = 40;
const PLOT = 156;
const LANE = 5;

const QUIET = { fill: MUTED };
const PLAIN = { 'font-weight': 500 };
const RED = { fill: GAP, 'font-weight': 600 };

/** Where a chart's parts lie, in px of the drawing. */
interface Paper {
  readonly chart: Chart;
  readonly plot: Box;
  readonly height: number;
  readonly place: (at: number) => number;
  readonly value: (at: number) => number;
}

/** A chart for paper, with its title and all its figures as words; of a chart without marks, nothing to draw is drawn. */
export function chartSvg(chart: Chart): string {
  const paper = paperOf(chart);
  const { id, title, marks, strips, legend } = chart;
  const fills = [
    ...marks.flatMap(({ fill, hole }) => [fill, hole === null ? null : ('hole' as const)]),
    ...strips.map(({ missing, file }) => (missing ? 'hole' : file)),
    ...legend.map(({ fill }) => fill),
  ];
  const described = marks.filter(({ fill, figure }) => fill !== null || figure !== null).map(markText);
  return [
    `<svg viewBox="0 0 ${WIDTH} ${paper.height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg" font-size="11" fill="${INK}">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-desc">${escapeHtml(described.join('; ') || chart.nothing)}</desc>`,
    patterns(fills, id),
    ...values(paper),
    ...marks.map((mark) => drawn(mark, paper)),
    zero(paper),
    ...below(paper),
    median(paper),
    '</svg>',
  ].join('\n');
}

function paperOf(chart: Chart): Paper {
  const { bars, places, marks } = chart;
  const lying = bars === 'lying';
  const left = leftOf(chart);
  const right = lying ? widestFigure(marks) + 18 : places.names ? 4 : 22;
  const plot = {
    x: left,
    y: lying ? 4 : 0,
    width: WIDTH - left - right,
    height: lying ? marks.length * PITCH : PLOT,
  };
  const band = plot.width / (places.max - places.min);
  const top = lying ? 0 : howFigures(chart, band) === 'upwards' ? widestFigure(marks) + 10 : 18;
  const [down, across] = [[plot.y + plot.height, plot.y + top] as const, [plot.x, plot.x + plot.width] as const];
  const lanes = lanesOf(chart) === 0 ? 0 : lanesOf(chart) * LANE + (lanesOf(chart) === 1 ? 20 : 8);
  const footer = lanes + 20 + (chart.caption === null ? 0 : 16) + 18 * legendLines(chart).length;
  return {
    chart,
    plot,
    height: plot.y + plot.height + footer,
    place: scale(places, lying ? [plot.y, plot.y + plot.height] : across),
    value: scale(chart.values, lying ? across : down),
  };
}

function scale({ min, max }: Axis, [from, to]: readonly [number, number]): (at: number) => number {
  return (at) => from + ((at - min) / (max - min)) * (to - from);
}

function leftOf({ bars, places, values: axis }: Chart): number {
  const full = widest((bars === 'lying' ? places : axis).ticks.map(({ text }) => text)) + 12;
  return bars === 'lying' ? Math.min(full, 160) : full;
}

function howFigures(chart: Chart, band: number): 'level' | 'upwards' | 'none' {
  const [first] = chart.marks;
  return lettering(chart, first === undefined ? 0 : (first.places[1] - first.places[0]) * band);
}

/** The grid, with the ticks of the values; lying bars have the names of their places beside them. */
function values({ chart, plot, place, value }: Paper): string[] {
  const bottom = plot.y + plot.height;
  if (chart.bars === 'standing') {
    return chart.values.ticks.map(
      ({ at, text }) =>
        line(plot.x, value(at), plot.x + plot.width, value(at), { stroke: LINE }) +
        label(plot.x - 6, value(at) + 4, text, 'end', QUIET),
    );
  }
  return [
    ...chart.values.ticks.map(
      ({ at, text }) =>
        line(value(at), plot.y, value(at), bottom, { stroke: LINE }) +
        label(value(at), bottom + 16, text, 'middle', QUIET),
    ),
    ...chart.places.ticks.map(({ at, text }) =>
      label(plot.x - 8, place(at) + 4, fitted(text, plot.x - 12), 'end', PLAIN),
    ),
  ];
}

function drawn(mark: Mark, { chart, plot, place, value }: Paper): string {
  const { bar, hole, joint, figure } = placed(chart.bars, mark, place, value);
  return [
    joint === null ? '' : line(joint.x, joint.from, joint.x, joint.to, { stroke: MUTED, 'stroke-dasharray': '2 2' }),
    bar === null || mark.fill === null ? '' : rect(bar, painted(mark.fill, chart.id)),
    hole === null ? '' : rect(hole, painted('hole', chart.id)),
    mark.figure === null ? '' : written(mark.figure, figure, chart, plot.width / (chart.places.max - chart.places.min)),
  ].join('');
}

/** Where figures have no room, only those of the gap stand. */
function written(
  { text, gap }: NonNullable<Mark['figure']>,
  { x, y }: Placed['figure'],
  chart: Chart,
  band: number,
): string {
  const tone = gap ? RED : PLAIN;
  if (chart.bars === 'lying') return label(x + 6, y + 4, text, 'start', tone);
  const how = howFigures(chart, band);
  if (how === 'none' && !gap) return '';
  return how === 'upwards'
    ? label(x + 4, y - 5, text, 'start', { ...tone, transform: `rotate(-90 ${x + 4} ${y - 5})` })
    : label(x, y - 5, text, 'middle', tone);
}

function zero({ chart, plot, value }: Paper): string {
  return chart.bars === 'lying'
    ? line(value(0), plot.y, value(0), plot.y + plot.height, { stroke: INK })
    : line(plot.x, value(0), plot.x + plot.width, value(0), { stroke: INK });
}

/** Of standing bars, all that is below the plot: the files' ranges, the places, what they are, and the legend. */
function below({ chart, plot, place, height }: Paper): string[] {
  if (chart.bars === 'lying') return [];
  const { id, strips, places, caption } = chart;
  const bottom = plot.y + plot.height;
  const lanes = lanesOf(chart);
  const named = lanes === 1;
  const ticks = bottom + 16 + (lanes === 0 ? 0 : lanes * LANE + (named ? 18 : 6));
  const names = places.names ? fittedNames(places.ticks, plot.width / places.max) : places.ticks;
  return [
    ...strips.map(({ label: name, file, missing, from, to, lane }) => {
      const [x, width] = [place(from), Math.max(1.5, place(to) - place(from) - 1)];
      const box = { x, y: bottom + 4 + lane * LANE, width, height: LANE - 1 };
      const fits = named && (missing || textWidth(name) <= width + 6);
      return (
        rect(box, { ...painted(missing ? 'hole' : file, id), 'stroke-width': 0.5 }) +
        (fits ? label(x + width / 2, bottom + 20, name, 'middle', missing ? RED : QUIET) : '')
      );
    }),
    ...names.map(({ at, text, missing }) => label(place(at), ticks, text, 'middle', missing ? RED : QUIET)),
    caption === null ? '' : label(plot.x, ticks + 16, caption, 'start', QUIET),
    ...legendLines(chart).flatMap((items, row, rows) =>
      items.map(({ x, item: { fill, text } }) => {
        const y = height - 18 * (rows.length - row) + 4;
        return (
          rect({ x: plot.x + x, y, width: 9, height: 9 }, painted(fill, id)) +
          label(plot.x + x + 14, y + 8, text, 'start', QUIET)
        );
      }),
    ),
  ];
}

type LegendLine = readonly { readonly x: number; readonly item: Chart['legend'][number] }[];

/** The legend in as many lines as it takes; `x` is from the left of the plot. */
function legendLines(chart: Chart): readonly LegendLine[] {
  const room = WIDTH - leftOf(chart);
  const lines: LegendLine[] = [];
  let x = room;
  for (const item of chart.legend) {
    const width = 14 + textWidth(item.text) + 12;
    if (x + width > room) {
      lines.push([]);
      x = 0;
    }
    lines.push([...(lines.pop() ?? []), { x, item }]);
    x += width;
  }
  return lines;
}

function median({ chart: { median: tick }, plot, place }: Paper): string {
  if (tick === null) return '';
  const x = place(tick.at);
  const before = x + textWidth(tick.text) + 6 > WIDTH;
  return (
    line(x, plot.y, x, plot.y + plot.height, { stroke: INK, 'stroke-width': 1.5 }) +
    label(x + (before ? -5 : 5), plot.y + 10, tick.text, before ? 'end' : 'start', PLAIN)
  );
}
