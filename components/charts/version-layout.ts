import { assertNever } from '@/lib/core/assert-never';
import type { Findings } from '@/lib/core/findings/findings';
import { capitalised, formatVersion } from '@/lib/core/phrases/phrases';
import { versionNoun } from '@/lib/core/words/chart-titles';
import { deltasOf } from '@/lib/core/words/telling';
import { type Axis, axisOver, fileLabel } from './axis';
import type { CaseWords } from './case-words';
import type { Mark, TableTwin } from './mark';
import { missingAnywhere } from './missing-files';

/** One bin of versions; `start` and `end` are positions on the version axis, `amount` is in the measure's unit, signed. */
export interface VersionBar {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
  readonly amount: number;
  readonly keys: number;
  /** Index of the delta that should have supplied most of its rows; null: none differ. */
  readonly file: number | null;
  readonly missing: boolean;
}

/** The version range of a delta, below the axis. Ranges that overlap lie in different lanes. */
export interface VersionRange {
  readonly label: string;
  readonly file: number;
  readonly missing: boolean;
  readonly start: number;
  readonly end: number;
  readonly lane: number;
}

export interface VersionLayout {
  readonly bars: readonly VersionBar[];
  readonly ranges: readonly VersionRange[];
  readonly lanes: number;
  readonly axis: Axis;
  /** What a tick of the axis is called. */
  readonly tickLabel: (position: number) => string;
  readonly min: number;
  readonly max: number;
  /** What lies in no bin, as a sentence; null: nothing does. */
  readonly outside: string | null;
  readonly table: TableTwin;
}

export function versionLayout(findings: Findings, words: CaseWords): VersionLayout {
  const bins = findings.evidence.gapByVersion;
  const files = deltasOf(findings);
  const missing = missingAnywhere(findings);
  const outside = findings.evidence.gapOutsideVersions;
  const { one: name, many } = versionNoun(words.version);
  const place = placing(findings);

  const bars = bins.map((bin, i): VersionBar => {
    const next = bins[i + 1];
    const start = place.at(bin.from, i);
    const end = next === undefined ? Math.max(place.after(bin.to, i), start) : place.at(next.from, i + 1);
    const file = bin.file === null ? undefined : files[bin.file];
    const figures = [
      { name: 'gap', value: words.signed(bin.amount) },
      { name: words.entity.many, value: words.count(bin.keys) },
    ];
    if (file !== undefined) figures.push({ name: 'expected from', value: file });
    const mark: Mark = {
      id: `bin-${i}`,
      title:
        bin.from === bin.to
          ? capitalised(`${name} ${formatVersion(bin.from)}`)
          : capitalised(`${many} ${formatVersion(bin.from)} to ${formatVersion(bin.to)}`),
      figures,
      filter: bin.keys === 0 ? null : { kind: 'version', from: bin.from, to: bin.to },
    };
    return {
      mark,
      start,
      end,
      amount: Number(bin.amount),
      keys: bin.keys,
      file: bin.file,
      missing: file !== undefined && missing.has(file),
    };
  });

  const ranges = inLanes(
    findings.evidence.fileVersions.map((range) => ({
      label: fileLabel(range.file),
      file: files.indexOf(range.file),
      missing: missing.has(range.file),
      start: place.at(range.min, place.binOf(range.min)),
      end: place.after(range.max, place.binOf(range.max)),
    })),
  );
  const starts = [...bars.map((bar) => bar.start), ...ranges.map((range) => range.start)];
  const ends = [...bars.map((bar) => bar.end), ...ranges.map((range) => range.end)];
  return {
    bars,
    ranges,
    lanes: Math.max(0, ...ranges.map((range) => range.lane + 1)),
    axis: place.axis(Math.min(...starts), Math.max(...ends)),
    tickLabel: place.label,
    min: Math.min(0, ...bars.map((bar) => bar.amount)),
    max: Math.max(0, ...bars.map((bar) => bar.amount)),
    outside:
      outside.keys === 0
        ? null
        : `${words.keys(outside.keys)} with ${words.signed(outside.amount)} of the gap ${outside.keys === 1 ? 'is' : 'are'} in no file and so in no bin.`,
    table: {
      columns: [
        { label: `${capitalised(name)}, from`, numeric: false },
        { label: 'to', numeric: false },
        { label: capitalised(words.entity.many), numeric: true },
        { label: 'Gap', numeric: true },
        { label: 'Expected from', numeric: false },
      ],
      rows: [
        ...bins.map((bin) => [
          formatVersion(bin.from),
          formatVersion(bin.to),
          words.count(bin.keys),
          words.signed(bin.amount),
          bin.file === null ? '' : (files[bin.file] ?? ''),
        ]),
        ...(outside.keys === 0
          ? []
          : [['in no bin', '', words.count(outside.keys), words.signed(outside.amount), 'no file']]),
      ],
    },
  };
}

interface Placing {
  /** Where a version begins. */
  readonly at: (version: string, bin: number) => number;
  /** Where a version ends. */
  readonly after: (version: string, bin: number) => number;
  readonly binOf: (version: string) => number;
  readonly axis: (min: number, max: number) => Axis;
  readonly label: (position: number) => string;
}

/** Numbers and dates lie on a true axis; texts bin by bin, in the order that the bins are in. */
function placing(findings: Findings): Placing {
  const bins = findings.evidence.gapByVersion;
  const type = findings.columns.find((column) => column.role === 'version')?.type ?? 'number';
  switch (type) {
    case 'number': {
      const at = (version: string) => Number(version);
      return {
        at,
        after: at,
        binOf: () => 0,
        axis: (min, max) => axisOver(min, max, 4, { tight: true }),
        label: (value) => formatVersion(String(value)),
      };
    }
    case 'date': {
      const at = (version: string) =>
        Date.parse(/T/.test(version) && !/(Z|[+-]\d\d:?\d\d)$/.test(version) ? `${version}Z` : version);
      return {
        at,
        after: at,
        binOf: () => 0,
        axis: dayAxis,
        label: (value) => new Date(value).toISOString().slice(0, 10),
      };
    }
    case 'text': {
      const order = new Intl.Collator('en', { numeric: true });
      const binOf = (version: string) => {
        const found = bins.findIndex((bin) => order.compare(version, bin.to) <= 0);
        return found === -1 ? Math.max(0, bins.length - 1) : found;
      };
      const every = Math.max(1, Math.ceil(bins.length / 4));
      return {
        at: (_version, bin) => bin,
        after: (_version, bin) => bin + 1,
        binOf,
        axis: () => ({
          min: 0,
          max: Math.max(1, bins.length),
          ticks: bins.map((_, i) => i).filter((i) => i % every === 0),
        }),
        label: (bin) => bins[bin]?.from ?? '',
      };
    }
    default:
      return assertNever(type);
  }
}

const DAY = 86_400_000;

function dayAxis(min: number, max: number): Axis {
  const days = axisOver(min / DAY, max / DAY, 3, { tight: true, whole: true });
  return { min, max: max > min ? max : min + DAY, ticks: days.ticks.map((day) => day * DAY) };
}

/** Greedy: each range goes to the first lane in which it overlaps nothing by more than a shared end. */
function inLanes<T extends { start: number; end: number }>(ranges: readonly T[]): readonly (T & { lane: number })[] {
  const ends: number[] = [];
  return ranges.map((range) => {
    const free = ends.findIndex((end) => end <= range.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Math.max(range.end, ends[lane] ?? range.end);
    return { ...range, lane };
  });
}
