import type { Findings } from '@/lib/core/findings/findings';
import { tellVerdict, type Verdict } from '@/lib/core/words/verdict';
import { repairSentences } from '@/lib/report/repair-words';

/** What one picture says of a case: what happened, how much, who was right, what is next. */
export interface CaseSummaryWords {
  readonly verdict: Verdict;
  /** Whole sentences, three at most. */
  readonly next: readonly string[];
}

export function summaryOf(findings: Findings): CaseSummaryWords {
  const verdict = tellVerdict(findings);
  return { verdict, next: nextOf(findings, verdict) };
}

/** The repair where it is known, else what would settle the cause. */
function nextOf(findings: Findings, verdict: Verdict): readonly string[] {
  if (verdict.state === 'agree') return ['Nothing needs to be done.'];
  const repair = repairSentences(findings);
  if (verdict.state === 'proved' && repair.length > 0) return repair.slice(0, 3);
  return [...verdict.questions, ...repair].slice(0, 2);
}
