import { isZeroDecimal } from '@/lib/core/decimal';
import type { Findings } from '@/lib/core/findings/findings';
import { capitalised } from '@/lib/core/phrases/phrases';
import { type Axis, axisOver } from './axis';
import type { CaseWords } from './case-words';
import type { Mark, TableTwin } from './mark';

/** Differing keys whose gap (theirs - ours) lies between `start` and `end`, in the measure's unit. */
export interface SpreadBar {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
  readonly keys: number;
}

export interface SpreadLayout {
  readonly bars: readonly SpreadBar[];
  readonly axis: Axis;
  readonly max: number;
  readonly median: { readonly at: number; readonly figure: string } | null;
  /** What the axis shows, as a phrase. */
  readonly caption: string;
  readonly table: TableTwin;
}

export function spreadLayout(findings: Findings, words: CaseWords): SpreadLayout {
  const { bins, median } = findings.evidence.gapSpread;
  const single = bins.length === 1 && bins[0]?.from === bins[0]?.to;
  const bars = bins.map((bin, i): SpreadBar => {
    const mark: Mark = {
      id: `bin-${i}`,
      title: `${words.signed(bin.from)} to below ${words.signed(bin.to)}`,
      figures: [{ name: words.entity.many, value: words.count(bin.keys) }],
      filter: bin.keys === 0 ? null : { kind: 'difference', from: bin.from, to: bin.to, closed: false },
    };
    const at = Number(bin.from);
    const half = single ? Math.max(0.5, Math.abs(at) / 20) : 0;
    return { mark, start: at - half, end: Number(bin.to) + half, keys: bin.keys };
  });
  const low = Math.min(...bars.map((bar) => (single ? 2 * bar.start - bar.end : bar.start)));
  const high = Math.max(...bars.map((bar) => (single ? 2 * bar.end - bar.start : bar.end)));
  return {
    bars,
    axis: axisOver(low, high, 4, { tight: true }),
    max: Math.max(1, ...bars.map((bar) => bar.keys)),
    median: median === null ? null : { at: Number(median), figure: words.amount(median) },
    caption: caption(findings, words),
    table: {
      columns: [
        { label: 'Gap, from', numeric: true },
        { label: 'to', numeric: true },
        { label: capitalised(words.entity.many), numeric: true },
      ],
      rows: bins.map((bin) => [words.signed(bin.from), `below ${words.signed(bin.to)}`, words.count(bin.keys)]),
    },
  };
}

/** "users by how much AIQ is short"; of the only table given, where there is one. */
function caption(findings: Findings, words: CaseWords): string {
  const { min, max } = findings.evidence.gapSpread;
  const many = words.entity.many;
  const { ours, theirs } = findings.sides;
  const both = ours !== null && theirs !== null;
  const subject = ours === null ? words.theirs : words.ours;
  const rises = min !== null && !min.startsWith('-');
  const falls = max !== null && (max.startsWith('-') || isZeroDecimal(max));
  if (rises) return `${many} by how much ${subject} is ${ours === null ? 'over' : 'short'}`;
  if (falls) return `${many} by how much ${subject} is ${ours === null ? 'short' : 'over'}, below zero`;
  return both ? `${many} by ${words.theirs} minus ${words.ours}` : `${many} by the difference from what is expected`;
}
