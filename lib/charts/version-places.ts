import { assertNever } from '@/lib/core/assert-never';
import type { Findings } from '@/lib/core/findings/findings';
import { formatVersion } from '@/lib/core/phrases/phrases';
import { stepsOver, told } from './axis';
import type { Axis } from './chart';
import { shorten } from './lettering';

/** Where versions lie on their axis. */
export interface Placing {
  /** Where a version of the i-th bin begins, and where it ends. */
  readonly at: (version: string, bin: number) => number;
  readonly after: (version: string, bin: number) => number;
  readonly binOf: (version: string) => number;
  readonly axis: (min: number, max: number) => Axis;
}

/** Numbers and dates lie on a true axis; texts bin by bin, in the order that the bins are in. */
export function placing(findings: Findings): Placing {
  const type = findings.columns.find((column) => column.role === 'version')?.type ?? 'number';
  switch (type) {
    case 'number':
      return onTrueAxis(Number, (min, max) => {
        const steps = stepsOver(min, max, 4, { tight: true });
        return { min: steps.min, max: steps.max, names: false, ticks: told(steps, (at) => formatVersion(String(at))) };
      });
    case 'date':
      return onTrueAxis(timeOf, dateAxis);
    case 'text':
      return binByBin(findings.evidence.gapByVersion);
    default:
      return assertNever(type);
  }
}

function onTrueAxis(at: (version: string) => number, axis: Placing['axis']): Placing {
  return { at, after: at, binOf: () => 0, axis };
}

/** A time without an offset is taken as UTC. */
function timeOf(version: string): number {
  return Date.parse(/T/.test(version) && !/(Z|[+-]\d\d:?\d\d)$/.test(version) ? `${version}Z` : version);
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Ticks on the first of a month, on whole days or on whole hours, all in UTC. */
function dateAxis(min: number, max: number): Axis {
  const end = max > min ? max : min + DAY;
  const at = (ticks: readonly number[], length: number) =>
    ticks.map((tick) => ({ at: tick, text: new Date(tick).toISOString().slice(0, length).replace('T', ' ') }));
  const whole = (unit: number) =>
    stepsOver(min / unit, end / unit, 3, { tight: true, whole: true }).at.map((step) => step * unit);
  const ticks =
    end - min > 90 * DAY ? at(months(min, end), 7) : end - min > 2 * DAY ? at(whole(DAY), 10) : at(whole(HOUR), 16);
  return { min, max: end, names: false, ticks };
}

/** The first of every so many months, about four of them. */
function months(min: number, max: number): readonly number[] {
  const every = [1, 2, 3, 6, 12, 24, 60].find((count) => (max - min) / (30 * DAY * count) < 6) ?? 120;
  const year = new Date(min).getUTCFullYear();
  const ticks: number[] = [];
  for (let month = 0; ticks.at(-1) === undefined || (ticks.at(-1) ?? 0) <= max; month += every)
    ticks.push(Date.UTC(year, month, 1));
  return ticks.filter((tick) => tick >= min && tick <= max);
}

function binByBin(bins: Findings['evidence']['gapByVersion']): Placing {
  const order = new Intl.Collator('en', { numeric: true });
  const every = Math.max(1, Math.ceil(bins.length / 4));
  const ticks = bins.map((bin, at) => ({ at, text: shorten(bin.from, 14) })).filter(({ at }) => at % every === 0);
  return {
    at: (_version, bin) => bin,
    after: (_version, bin) => bin + 1,
    binOf: (version) => {
      const found = bins.findIndex((bin) => order.compare(version, bin.to) <= 0);
      return found === -1 ? Math.max(0, bins.length - 1) : found;
    },
    axis: () => ({ min: 0, max: Math.max(1, bins.length), names: false, ticks }),
  };
}
