import type { ExplainedSide } from '../causes/explain-side';
import { ruleOf } from '../faults/catalogue';
import { faultOfRule, isRuleFault } from '../faults/rules';
import type { DedupeRule } from '../findings/dedupe-rule';
import type { SideFindings } from '../findings/findings';
import type { Outcome, PremiseOf } from '../findings/premise';
import { type SettledBy, shownBy } from '../findings/settled-by';
import type { Dataset } from '../table/dataset';

interface Judged {
  readonly explained: ExplainedSide;
  readonly rules: SideFindings['rules'];
}

interface Known {
  /** A person said which rule was agreed. */
  readonly given: boolean;
  readonly sides: { readonly ours: SideFindings | null; readonly theirs: SideFindings | null };
}

/**
 * Under which rule the expected table was made, and what settled it. Where one table is exactly the result of that rule
 * and the other exactly that of another, nothing in the files says which was agreed: the alternative is told.
 */
export function rulePremise(
  dataset: Dataset,
  ours: Judged | null,
  theirs: Judged | null,
  { given, sides }: Known,
): PremiseOf<'rule'> {
  const { rule } = dataset;
  const other = given ? null : (otherRule(ours, theirs) ?? otherRule(theirs, ours));
  const only = (side: SideFindings | null) => side !== null && side.rules.consistent.join() === rule;
  const settledBy: SettledBy = given
    ? 'given'
    : other
      ? 'assumed'
      : (shownBy(only(sides.ours), only(sides.theirs)) ?? 'assumed');
  return {
    code: 'rule',
    rule,
    settledBy,
    ...(other ? { other, alternative: { ours: turned(ours, rule, other), theirs: turned(theirs, rule, other) } } : {}),
  };
}

/** The rule of which this table is the result, where the other table is exactly the agreed one's and not this one's. */
function otherRule(side: Judged | null, against: Judged | null): DedupeRule | null {
  if (!side?.explained.exact || !against?.explained.exact) return null;
  const rule = side.explained.faults.map(ruleOf).find((found) => found !== null) ?? null;
  if (rule === null || against.explained.faults.some(isRuleFault)) return null;
  return against.rules.excluded.includes(rule) ? rule : null;
}

/** How the table would stand, had the other rule been agreed: its own rule is then right, and the agreed one a fault. */
function turned(side: Judged | null, agreed: DedupeRule, other: DedupeRule): Outcome | null {
  if (!side) return null;
  const { faults } = side.explained;
  const causes = faults.some((fault) => ruleOf(fault) === other)
    ? faults.filter((fault) => ruleOf(fault) !== other)
    : agreed === other
      ? [...faults]
      : [...faults, faultOfRule(agreed)];
  return { kind: causes.length === 0 ? 'right' : 'proved', causes };
}
