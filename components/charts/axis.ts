import { inUnit } from '@/lib/core/phrases/amounts';

/** Axes: round ticks and short tick labels. Positions are floats; a tick label is for orientation, exact figures stand on the marks. */

export interface Axis {
  readonly min: number;
  readonly max: number;
  /** Ascending, within [min, max]. */
  readonly ticks: readonly number[];
}

/**
 * An axis that holds [min, max], with about `count` steps of 1, 2, 2.5 or 5 times a power of ten. Where all is one
 * value, that is the only tick.
 * @param tight keep the ends at min and max instead of widening them to a tick.
 */
export function axisOver(min: number, max: number, count: number, { tight = false, whole = false } = {}): Axis {
  const low = Number.isFinite(min) ? min : 0;
  if (!Number.isFinite(max) || max <= low) return { min: low, max: low + 1, ticks: [low] };
  const high = max;
  const step = roundStep((high - low) / Math.max(1, count), whole);
  const first = tight ? Math.ceil(low / step) : Math.floor(low / step);
  const last = tight ? Math.floor(high / step) : Math.ceil(high / step);
  const ticks: number[] = [];
  for (let n = first; n <= last; n++) ticks.push(Number((n * step).toPrecision(15)) + 0);
  return { min: tight ? low : (ticks[0] ?? low), max: tight ? high : (ticks.at(-1) ?? high), ticks };
}

function roundStep(rough: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.75) ?? 10) * power;
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

const SHORT = [
  { from: 1e12, by: 1e12, suffix: 'T' },
  { from: 1e9, by: 1e9, suffix: 'B' },
  { from: 1e6, by: 1e6, suffix: 'M' },
  { from: 1e4, by: 1e3, suffix: 'k' },
];

/** "$250k", "−$1M", "0", "12.5 %": a tick of an amount, short. `step` is the distance between ticks. */
export function tickAmount(value: number, step: number, unit: string | null): string {
  const text = tickNumber(Math.abs(value), step);
  const sign = value < 0 ? '−' : '';
  return `${sign}${inUnit(unit !== null && unit !== '%' && /\.\d$/.test(text) ? `${text}0` : text, unit)}`;
}

/** "4,000", "250k", "1.5M": a tick of a plain number that is not negative, with just the decimals that the step needs. */
export function tickNumber(value: number, step: number): string {
  const short = SHORT.find(({ from }) => value >= from || (value > 0 && step * 2 >= from));
  const by = short?.by ?? 1;
  const places =
    /\.(\d+)$/.exec(
      Number((step / by).toPrecision(3))
        .toFixed(6)
        .replace(/0+$/, ''),
    )?.[1]?.length ?? 0;
  return `${(value / by).toLocaleString('en-US', { maximumFractionDigits: places })}${short?.suffix ?? ''}`;
}

/** The distance between an axis' ticks; 1 when there are fewer than two. */
export function tickStep(axis: Axis): number {
  const [first, second] = axis.ticks;
  return first === undefined || second === undefined ? 1 : second - first;
}

/** Rough width in px of a chart label of 11 px; wide enough for every label it is asked about. */
export function labelWidth(text: string): number {
  return text.length * 6.4;
}

/** `text` in at most `most` characters, its middle left out: names that differ at the end stay apart. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const keep = Math.max(2, most - 1);
  const tail = Math.floor(keep / 2);
  return `${text.slice(0, keep - tail)}…${text.slice(text.length - tail)}`;
}

/** Names that begin alike, without that beginning: "…00", "…01". Cut at a border of words only; else they stay as they are. */
export function withoutCommonStart(names: readonly string[]): readonly string[] {
  const [first = '', ...rest] = names;
  let alike = rest.length === 0 ? 0 : first.length;
  for (const name of rest) while (!name.startsWith(first.slice(0, alike))) alike--;
  const cut = /^.*[^a-z0-9]/i.exec(first.slice(0, alike))?.[0].length ?? 0;
  return cut < 4 || names.some((name) => name.length === cut) ? names : names.map((name) => `…${name.slice(cut)}`);
}

/** A file's name as a chart label: without its extension. */
export function fileLabel(file: string): string {
  return file.replace(/(\.(csv|tsv|txt|gz|zip))+$/i, '') || file;
}
