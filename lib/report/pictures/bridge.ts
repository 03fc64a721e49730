import { assertNever } from '@/lib/core/assert-never';
import type { Findings } from '@/lib/core/findings/findings';
import { formatAmount } from '@/lib/core/phrases/amounts';
import { bridgeTitle } from '@/lib/core/words/chart-titles';
import { unitOf } from '@/lib/core/words/telling';
import { type BridgeStep, bridgeSteps } from '../bridge-table';
import { scaleOver, tickText } from './scale';
import { chartSvg, GAP, INK, LINE, label, line, MUTED, rect, SERIES, shortened, textWidth } from './svg';

const WIDTH = 460;
const ROW = 42;
const BAR = 20;

/** From theirs to ours: bars of the totals from zero, and the piece that each cause takes away or adds. Null without steps. */
export function bridgeChart(findings: Findings): string | null {
  const steps = bridgeSteps(findings);
  if (steps.length < 2) return null;
  const unit = unitOf(findings);
  const labels = steps.map((step) => shortened(step.label, 26));
  const figures = steps.map((step) => formatAmount(isTotal(step) ? step.total : step.amount, unit));
  const left = Math.max(...labels.map((text) => textWidth(text))) + 10;
  const right =
    WIDTH - Math.max(...figures.map((figure, at) => textWidth(figure, !isTotal(steps[at] as BridgeStep)))) - 8;
  const ends = steps.flatMap((step) => [Number(step.total), startOf(step)]);
  const scale = scaleOver(Math.min(0, ...ends), Math.max(0, ...ends), left, right, 4, true);
  const bottom = steps.length * ROW + 6;
  const grid = scale.ticks.map(
    (tick) =>
      line(scale.at(tick), 4, scale.at(tick), bottom, { stroke: LINE }) +
      label(scale.at(tick), bottom + 16, tickText(tick, unit), 'middle', { fill: MUTED }),
  );
  const bars = steps.map((step, at) => {
    const y = at * ROW + 12;
    const [a, b] = [scale.at(startOf(step)), scale.at(Number(step.total))].sort((p, q) => p - q) as [number, number];
    const joint =
      at === 0
        ? ''
        : line(scale.at(joinOf(step)), y - (ROW - BAR), scale.at(joinOf(step)), y, {
            stroke: MUTED,
            'stroke-dasharray': '2 2',
          });
    return [
      joint,
      label(left - 8, y + BAR / 2 + 4, labels[at] ?? '', 'end', { 'font-weight': 500 }),
      rect(a, y, Math.max(b - a, 1), BAR, { fill: toneOf(step) }),
      label(
        b + 6,
        y + BAR / 2 + 4,
        figures[at] ?? '',
        'start',
        isTotal(step) ? { 'font-weight': 500 } : { fill: GAP, 'font-weight': 600 },
      ),
    ].join('');
  });
  const title = bridgeTitle(findings);
  const description = steps.map((step, at) => `${step.label}: ${figures[at] ?? ''}`).join('; ');
  const zero = line(scale.at(0), 4, scale.at(0), bottom, { stroke: INK });
  return chartSvg({
    id: 'bridge',
    width: WIDTH,
    height: bottom + 24,
    title,
    description,
    body: [...grid, ...bars, zero].join('\n'),
  });
}

function isTotal(step: BridgeStep): boolean {
  return step.kind === 'theirs' || step.kind === 'ours' || step.kind === 'expected';
}

function startOf(step: BridgeStep): number {
  return isTotal(step) ? 0 : Number(step.total) - Number(step.amount);
}

/** Where the step meets the one before it. */
function joinOf(step: BridgeStep): number {
  return isTotal(step) ? Number(step.total) : startOf(step);
}

function toneOf(step: BridgeStep): string {
  switch (step.kind) {
    case 'theirs':
    case 'ours':
    case 'expected':
      return SERIES[step.kind];
    case 'cause':
    case 'unexplained':
      return GAP;
    default:
      return assertNever(step.kind);
  }
}
