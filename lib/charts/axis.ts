import { groupDigits, inUnit } from '@/lib/core/phrases/amounts';
import type { Axis, Tick } from './chart';

/** Axes with round, short ticks. A tick is for orientation; exact figures stand on the marks. */

/** An axis of amounts in `unit`. */
export function amountAxis(steps: Steps, unit: string | null): Axis {
  return { min: steps.min, max: steps.max, names: false, ticks: told(steps, (at) => tickAmount(at, steps.step, unit)) };
}

/** An axis of counts. */
export function countAxis(steps: Steps): Axis {
  return { min: steps.min, max: steps.max, names: false, ticks: told(steps, (at) => tickNumber(at, steps.step)) };
}

/** Names side by side: the place of the i-th is [i, i + 1]. */
export function nameAxis(names: readonly Omit<Tick, 'at'>[]): Axis {
  return {
    min: 0,
    max: Math.max(1, names.length),
    names: true,
    ticks: names.map((name, i) => ({ at: i + 0.5, ...name })),
  };
}

export function told({ at }: Steps, text: (at: number) => string): readonly Tick[] {
  return at.map((value) => ({ at: value, text: text(value) }));
}

export interface Steps {
  readonly min: number;
  readonly max: number;
  /** Ascending, within [min, max]. */
  readonly at: readonly number[];
  /** The distance between them; 1 where there are fewer than two. */
  readonly step: number;
}

/**
 * Steps over [min, max], about `count` of them, each 1, 2, 2.5 or 5 times a power of ten. Where all is one value, that
 * is the only one.
 * @param tight keep the ends at min and max instead of widening them to a step.
 * @param whole no step below 1.
 */
export function stepsOver(min: number, max: number, count: number, { tight = false, whole = false } = {}): Steps {
  const low = Number.isFinite(min) ? min : 0;
  if (!Number.isFinite(max) || max <= low) return { min: low, max: low + 1, at: [low], step: 1 };
  const step = roundStep((max - low) / Math.max(1, count), whole);
  const first = tight ? Math.ceil(low / step) : Math.floor(low / step);
  const last = tight ? Math.floor(max / step) : Math.ceil(max / step);
  const at: number[] = [];
  for (let n = first; n <= last; n++) at.push(Number((n * step).toPrecision(15)) + 0);
  const ends = tight ? [low, max] : [at[0] ?? low, at.at(-1) ?? max];
  return { min: ends[0] ?? low, max: ends[1] ?? max, at, step: at.length < 2 ? 1 : step };
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
  const [whole = '', fraction = ''] = (value / by).toFixed(places).split('.');
  const decimals = fraction.replace(/0+$/, '');
  return `${groupDigits(whole)}${decimals && `.${decimals}`}${short?.suffix ?? ''}`;
}
