import { assertNever } from '@/lib/core/assert-never';
import type { Evidence, Findings } from '@/lib/core/findings/findings';
import { capitalised } from '@/lib/core/phrases/phrases';
import { sentenceCase } from '@/lib/core/phrases/sentence-case';
import { type CaseWords, caseWords } from '@/lib/core/words/case-words';
import { bridgeTitle } from '@/lib/core/words/chart-titles';
import { inUnits, mixedUnits } from '@/lib/core/words/mixed';
import { labelOf } from '@/lib/core/words/tell-fault';
import { tellingOf } from '@/lib/core/words/telling';
import { amountAxis, nameAxis, stepsOver } from './axis';
import { BARE, type Chart, type Mark, PLAIN } from './chart';

type Step = Evidence['bridge'][number];

/** From theirs to ours: totals lie on zero, each cause hangs where the total before it ends. */
export function bridge(findings: Findings): Chart {
  const words = caseWords(findings);
  const units = mixedUnits(findings);
  const steps = units === null ? findings.evidence.bridge : [];
  const marks = steps.map((step, i) => markOf(step, i, findings, words));
  const ends = marks.flatMap(({ values }) => values);
  return {
    ...PLAIN,
    id: 'bridge',
    title: bridgeTitle(findings),
    bars: 'lying',
    places: nameAxis(steps.map((step) => ({ text: shortName(step, findings) }))),
    values: amountAxis(stepsOver(Math.min(0, ...ends), Math.max(0, ...ends), 4, { tight: true }), words.unit),
    marks,
    nothing:
      units === null
        ? 'There is one table only, so there is no gap to bridge.'
        : `The amounts are ${inUnits(units)} and are not added up, so there is no total to bridge.`,
    table: {
      columns: [
        { label: 'Step', align: 'left' },
        { label: 'Change', align: 'right' },
        { label: capitalised(words.entity.many), align: 'right' },
        { label: 'Total after it', align: 'right' },
      ],
      rows: steps.map((step) => [
        stepName(step, findings),
        isTotal(step) ? '' : words.signed(step.amount),
        isTotal(step) ? '' : words.count(step.keys),
        words.amount(step.total),
      ]),
    },
  };
}

function isTotal({ kind }: Step): boolean {
  return kind === 'theirs' || kind === 'ours' || kind === 'expected';
}

function markOf(step: Step, place: number, findings: Findings, words: CaseWords): Mark {
  const total = Number(step.total);
  const at = { ...BARE, title: stepName(step, findings), places: [place + 0.2, place + 0.8] as const };
  if (isTotal(step)) {
    const figure = words.amount(step.total);
    return {
      ...at,
      figures: [{ name: 'total', value: figure }],
      filter: null,
      values: [0, total],
      fill: fillOf(step),
      figure: { text: figure, gap: false },
      joined: step.kind !== 'ours',
    };
  }
  const change = words.signed(step.amount);
  const something = step.keys > 0 || Number(step.amount) !== 0;
  return {
    ...at,
    figures: [
      { name: 'change', value: change },
      { name: words.entity.many, value: words.count(step.keys) },
      { name: 'total after it', value: words.amount(step.total) },
    ],
    filter: filterOf(step),
    values: [total - Number(step.amount), total],
    fill: something ? fillOf(step) : null,
    figure: { text: change, gap: something },
    joined: true,
  };
}

function filterOf({ side, cause, keys }: Step): Mark['filter'] {
  if (keys === 0 || side === null) return null;
  return cause === null ? { kind: 'unexplained', side } : { kind: 'cause', side, cause };
}

function fillOf({ kind }: Step): Mark['fill'] {
  switch (kind) {
    case 'theirs':
    case 'ours':
    case 'expected':
      return kind;
    case 'cause':
    case 'unexplained':
      return 'gap';
    default:
      return assertNever(kind);
  }
}

/** "delta3.csv, no effect"; whose a step is, its place between the tables says. */
function shortName(step: Step, findings: Findings): string {
  switch (step.kind) {
    case 'theirs':
    case 'ours':
      return findings.labels[step.kind];
    case 'expected':
      return 'Expected';
    case 'unexplained':
      return 'Unexplained';
    case 'cause': {
      const side = step.side ?? 'ours';
      const cause = step.cause === null ? undefined : findings.sides[side]?.causes[step.cause];
      return cause ? sentenceCase(labelOf(cause, tellingOf(findings, side))) : 'Cause';
    }
    default:
      return assertNever(step.kind);
  }
}

/** A step by itself: "Expected from the files", "Unexplained, AIQ". */
export function stepName(step: Step, findings: Findings): string {
  if (step.kind === 'expected') return 'Expected from the files';
  const name = shortName(step, findings);
  return step.kind === 'unexplained' && step.side !== null ? `${name}, ${findings.labels[step.side]}` : name;
}
