import type { JudgedMix } from '../../support/premises/investigate-mix';
import { outcomes } from '../../support/premises/judge';
import { axes, faultKinds } from '../../support/premises/plan';
import { table } from '../support/figures';

/** Outcomes by axis and by fault, then of all. */
export function figuresTable(judged: readonly JudgedMix[]): string {
  const head = ['', 'mixes', ...outcomes, 'right %'];
  const byAxis = axes.map((axis) =>
    line(
      axis,
      judged.filter(({ mix }) => mix.spec.axes.includes(axis)),
    ),
  );
  const byFault = faultKinds.map((kind) =>
    line(
      kind,
      judged.filter(({ mix }) => mix.spec.fault === kind),
    ),
  );
  const shown = (lines: string[][]) => lines.filter(([, count]) => count !== '0');
  return [
    'By axis',
    table([head, ...shown(byAxis)]),
    'By fault',
    table([head, ...shown(byFault)]),
    table([head, line('all', judged)]),
  ].join('\n\n');
}

export function rightShare(judged: readonly JudgedMix[]): number {
  return judged.length === 0 ? 1 : judged.filter(({ verdict }) => verdict.outcome === 'right').length / judged.length;
}

function line(name: string, judged: readonly JudgedMix[]): string[] {
  const counts = outcomes.map((outcome) => judged.filter(({ verdict }) => verdict.outcome === outcome).length);
  return [
    name,
    String(judged.length),
    ...counts.map((count) => String(count || '')),
    (rightShare(judged) * 100).toFixed(1),
  ];
}
