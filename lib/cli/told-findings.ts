import type { Findings } from '@/lib/core/findings/findings';
import { tellPremise } from '@/lib/core/words/premises';
import { tellWarning } from '@/lib/core/words/warnings';

/** The findings as `--json` prints them: beside everything that is a code, what it says in words. */
export function toldFindings(findings: Findings) {
  return {
    ...findings,
    warnings: findings.warnings.map((warning) => ({ ...warning, text: tellWarning(warning, findings) })),
    premises: findings.premises.map((premise) => {
      const { text, settled, otherwise } = tellPremise(premise, findings);
      return { ...premise, ...(otherwise === null ? {} : { otherwise }), text, settled };
    }),
  };
}
