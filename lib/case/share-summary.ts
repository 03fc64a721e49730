import type { Findings, Side } from '@/lib/core/findings/findings';
import { tellVerdict, type Verdict } from '@/lib/core/words/verdict';
import { repairSentences } from '@/lib/report/repair-words';

/** What one picture says of a case: what happened, how much, who was right, what is next. */
interface CaseSummaryWords {
  readonly verdict: Verdict;
  /** Whole sentences, three at most. */
  readonly next: readonly string[];
}

export function summaryOf(findings: Findings): CaseSummaryWords {
  const verdict = tellVerdict(findings);
  return { verdict, next: nextOf(findings, verdict) };
}

/** One side's repair and whether it is safe, in whole sentences. */
export function repairWords(findings: Findings, side: Side): readonly string[] {
  return repairSentences({ ...findings, repair: findings.repair.filter((repair) => repair.side === side) });
}

/** The repair where the cause is proved, else what would settle the cause. */
function nextOf(findings: Findings, verdict: Verdict): readonly string[] {
  if (verdict.state === 'agree') return ['Nothing needs to be done.'];
  const repair = repairSentences(findings);
  if (verdict.state === 'proved' && repair.length > 0) return repair.slice(0, 3);
  return [...verdict.questions, ...repair].slice(0, 2);
}
