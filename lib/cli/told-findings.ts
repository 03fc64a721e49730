import type { Telling } from '@/lib/core/faults/fault-words';
import type { Findings, SideFindings } from '@/lib/core/findings/findings';
import { tellDistinguishing } from '@/lib/core/words/equivalents';
import { patternFilter, tellPattern } from '@/lib/core/words/patterns';
import { tellPremise } from '@/lib/core/words/premises';
import { tellFault } from '@/lib/core/words/tell-fault';
import { tellingOf } from '@/lib/core/words/telling';
import { tellWarning } from '@/lib/core/words/warnings';

/** The findings as `--json` prints them: beside everything that is a code, what it says in words. */
export function toldFindings(findings: Findings) {
  const { ours, theirs } = findings.sides;
  return withSame({
    ...findings,
    sides: {
      ours: ours && toldSide(ours, tellingOf(findings, 'ours')),
      theirs: theirs && toldSide(theirs, tellingOf(findings, 'theirs')),
    },
    warnings: findings.warnings.map((warning) => ({ ...warning, text: tellWarning(warning, findings) })),
    premises: findings.premises.map((premise) => {
      const { text, settled, otherwise } = tellPremise(premise, findings);
      return { ...premise, ...(otherwise === null ? {} : { otherwise }), text, settled };
    }),
  });
}

/** Every range of equal parameters stands under its older name, `same`, too. */
function withSame<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withSame) as T;
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withSame<unknown>(part)]));
  return ('equivalentRange' in told ? { ...told, same: told['equivalentRange'] } : told) as T;
}

function toldSide(side: SideFindings, telling: Telling) {
  return {
    ...side,
    causes: side.causes.map((cause) => {
      const { mechanisms } = tellFault(cause, telling);
      return {
        ...cause,
        mechanisms: mechanisms.map(({ mechanism }) => mechanism),
        evidence: mechanisms.map(({ lookAt }) => lookAt),
        mechanismCodes: mechanisms.map(({ code }) => code),
      };
    }),
    distinguishing: tellDistinguishing(side, telling),
    patterns: side.patterns.map((pattern, at) => ({
      ...pattern,
      text: tellPattern(pattern, telling),
      filter: patternFilter(pattern, telling.side, at),
    })),
  };
}
