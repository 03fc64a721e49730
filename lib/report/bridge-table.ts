import { stepName } from '@/lib/charts/bridge';
import type { Findings } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';

export interface BridgeStep {
  readonly kind: Findings['evidence']['bridge'][number]['kind'];
  readonly label: string;
  readonly keys: number;
  /** Signed change and total after it, decimals. */
  readonly amount: string;
  readonly total: string;
}

/** The bridge with its steps in words. Steps that change nothing and no key are left out, apart from the two tables. */
export function bridgeSteps(findings: Findings): BridgeStep[] {
  return findings.evidence.bridge
    .filter(
      (step) =>
        step.kind === 'theirs' ||
        step.kind === 'ours' ||
        (step.kind !== 'expected' && (step.keys > 0 || !/^-?0(\.0+)?$/.test(step.amount))) ||
        isTurn(findings, step.kind),
    )
    .map((step) => ({
      kind: step.kind,
      label: stepName(step, findings),
      keys: step.keys,
      amount: step.amount,
      total: step.total,
    }));
}

/** The expected total is worth a step only where both tables are away from it. */
function isTurn(findings: Findings, kind: BridgeStep['kind']): boolean {
  const wrong = (['ours', 'theirs'] as const).filter((side) => {
    const found = findings.sides[side];
    return found && (!found.proved || found.causes.length > 0);
  });
  return kind === 'expected' && (wrong.length === 2 || findings.sides.ours === null || findings.sides.theirs === null);
}

/** "1,841", or nothing for the totals, where a count of keys would be read as a change. */
export function keysOfStep(step: BridgeStep): string {
  return step.kind === 'cause' || step.kind === 'unexplained' ? formatCount(step.keys) : '';
}
