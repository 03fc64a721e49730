import type { Findings, Side } from '@/lib/core/findings/findings';
import { list, plural, tableOf } from '@/lib/core/phrases/phrases';
import { plain } from '@/lib/core/words/phrase';
import { tellingOf } from '@/lib/core/words/telling';
import { tellVerdict, type Verdict } from '@/lib/core/words/verdict';
import { repairSentences } from '@/lib/report/repair-words';

/** What one picture says of a case: what happened, how much, who was right, what is next. */
interface CaseSummaryWords {
  readonly verdict: Verdict;
  /** Whole sentences, as is `next`. */
  readonly proof: string;
  readonly next: string;
}

export function summaryOf(findings: Findings): CaseSummaryWords {
  const verdict = tellVerdict(findings);
  return { verdict, proof: verdict.proof.map(plain).join(' '), next: nextOf(findings, verdict) };
}

/** One side's repair and whether it is safe, in whole sentences. */
export function repairWords(findings: Findings, side: Side): readonly string[] {
  return repairSentences({ ...findings, repair: findings.repair.filter((repair) => repair.side === side) });
}

/** The repair where the cause is proved, else the question whose answer would settle it. */
function nextOf(findings: Findings, verdict: Verdict): string {
  if (verdict.state === 'agree') return 'Nothing needs to be done.';
  const repairs = verdict.state === 'proved' ? findings.repair.filter(({ rows }) => rows > 0) : [];
  const sentences = repairs.map((repair) => {
    const { side, rows, outcomes } = repair;
    const table = tableOf(tellingOf(findings, side));
    const loads = outcomes.filter(({ load }) => load === 'repair');
    const safe = loads.length > 0 && loads.every(({ overwritten, right, of }) => overwritten === 0 && right === of);
    const load = `Load the ${plural(rows, 'row', 'rows')} of the re-send file into ${table}`;
    const whole = outcomes.filter((outcome) => outcome.load === 'whole-files' && outcome.overwritten > 0);
    const [risky] = whole.toSorted((a, b) => b.overwritten - a.overwritten);
    const { entity } = tellingOf(findings, side);
    const caution = risky
      ? ` Loading ${list(risky.files)} whole is not: it could overwrite ${plural(risky.overwritten, `newer ${entity.one}`, `newer ${entity.many}`)}.`
      : '';
    return safe
      ? `${load}: that is safe under every de-duplication rule that these files leave possible.${caution}`
      : `${load}, once it is known which row wins where there are several: it is not safe under every rule.`;
  });
  const settled = sentences.length > 0 ? sentences : verdict.questions.slice(0, 2);
  return settled.length > 0 ? settled.join(' ') : 'The cause is still to be found.';
}
