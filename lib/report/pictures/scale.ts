import { inUnit } from '@/lib/core/phrases/amounts';

/** Positions on paper are floats; every exact figure stands as text beside its mark. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly min: number;
  readonly max: number;
  at(value: number): number;
}

/** Maps [min, max], widened to round ticks unless `tight`, onto [from, to]. About `count` steps of 1, 2, 2.5 or 5 × 10^n. */
export function scaleOver(min: number, max: number, from: number, to: number, count: number, tight = false): Scale {
  const high = max > min ? max : min + 1;
  const step = roundStep((high - min) / count);
  const first = tight ? Math.ceil(min / step) : Math.floor(min / step);
  const last = tight ? Math.floor(high / step) : Math.ceil(high / step);
  const ticks = Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, n) => Number(((first + n) * step).toPrecision(12)) + 0,
  );
  const low = tight ? min : (ticks[0] ?? min);
  const top = tight ? high : (ticks.at(-1) ?? high);
  return { ticks, min: low, max: top, at: (value) => from + ((value - low) / (top - low)) * (to - from) };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power;
}

const SHORT = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e4, 'k'],
] as const;

/** "$10M", "−$250k", "4,000", "12.5 %": a tick, for orientation. */
export function tickText(value: number, unit: string | null): string {
  const size = Math.abs(value);
  const [from, suffix] = SHORT.find(([least]) => size >= least) ?? [1, ''];
  const by = suffix === 'k' ? 1e3 : from;
  const number = `${(size / by).toLocaleString('en-US', { maximumFractionDigits: 2 })}${suffix}`;
  const sign = value < 0 ? '−' : '';
  return `${sign}${inUnit(number, unit)}`;
}
