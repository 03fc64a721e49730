import { assertNever } from '@/lib/core/assert-never';
import type { Evidence, Findings } from '@/lib/core/findings/findings';
import { capitalised } from '@/lib/core/phrases/phrases';
import type { CaseWords } from './case-words';
import type { Mark, TableTwin } from './mark';

/** A step of the bridge: a bar of a table's total, or the piece that a cause takes away or adds. Bars are in the measure's unit, as floats. */
export interface BridgeBar {
  readonly mark: Mark;
  readonly label: string;
  /** The exact figure that stands beside the bar. */
  readonly figure: string;
  readonly tone: 'theirs' | 'ours' | 'expected' | 'gap' | 'none';
  readonly from: number;
  readonly to: number;
}

export interface BridgeLayout {
  readonly bars: readonly BridgeBar[];
  readonly min: number;
  readonly max: number;
  readonly table: TableTwin;
}

/** From theirs to ours, one bar a step; every bar of a total starts at zero. */
export function bridgeLayout(findings: Findings, words: CaseWords): BridgeLayout {
  const bars = findings.evidence.bridge.map((step, i) => bridgeBar(step, i, findings, words));
  const ends = bars.flatMap((bar) => [bar.from, bar.to]);
  const rows = findings.evidence.bridge.map((step, i) => [
    bars[i]?.mark.title ?? '',
    isTotal(step) ? '' : words.signed(step.amount),
    isTotal(step) ? '' : words.count(step.keys),
    words.amount(step.total),
  ]);
  return {
    bars,
    min: Math.min(0, ...ends),
    max: Math.max(0, ...ends),
    table: {
      columns: [
        { label: 'Step', numeric: false },
        { label: 'Change', numeric: true },
        { label: capitalised(words.entity.many), numeric: true },
        { label: 'Total after it', numeric: true },
      ],
      rows,
    },
  };
}

type Step = Evidence['bridge'][number];

function isTotal(step: Step): boolean {
  return step.kind === 'theirs' || step.kind === 'ours' || step.kind === 'expected';
}

function bridgeBar(step: Step, index: number, findings: Findings, words: CaseWords): BridgeBar {
  const total = Number(step.total);
  const id = `step-${index}`;
  switch (step.kind) {
    case 'theirs':
    case 'ours':
    case 'expected': {
      const label = step.kind === 'expected' ? 'expected' : words[step.kind];
      const figure = words.amount(step.total);
      const title = step.kind === 'expected' ? 'Expected from the files' : label;
      return {
        mark: { id, title, figures: [{ name: 'total', value: figure }], filter: null },
        label,
        figure,
        tone: step.kind,
        from: 0,
        to: total,
      };
    }
    case 'cause':
    case 'unexplained': {
      const side = step.side ?? 'ours';
      const cause = step.cause === null ? undefined : findings.sides[side]?.causes[step.cause];
      const label = cause === undefined ? 'unexplained' : words.cause(cause, side);
      const figure = words.signed(step.amount);
      const figures = [
        { name: 'change', value: figure },
        { name: words.entity.many, value: words.count(step.keys) },
        { name: 'total after it', value: words.amount(step.total) },
      ];
      const filter =
        step.keys === 0 || (cause === undefined && step.side === null)
          ? null
          : cause !== undefined && step.cause !== null
            ? ({ kind: 'cause', side, cause: step.cause } as const)
            : ({ kind: 'unexplained', side } as const);
      const title = step.side === null ? label : `${label}, ${words[step.side]}`;
      return {
        mark: { id, title, figures, filter },
        label,
        figure,
        tone: step.keys === 0 && Number(step.amount) === 0 ? 'none' : 'gap',
        from: total - Number(step.amount),
        to: total,
      };
    }
    default:
      return assertNever(step.kind);
  }
}
