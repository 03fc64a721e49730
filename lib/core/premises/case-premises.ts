import { type ExplainedSide, explainSide } from '../causes/explain-side';
import type { TableDifferences } from '../compare/compare-tables';
import { replay } from '../faults/replay';
import type { Side, SideFindings } from '../findings/findings';
import type { Premise } from '../findings/premise';
import { shownBy } from '../findings/settled-by';
import { buildDataset, type Dataset } from '../table/dataset';
import type { InvestigationContext } from './investigation-context';
import { type Outcomes, outcomeOf, sameOutcomes } from './outcome';
import { rulePremise } from './rule-premise';

/** Premises on which a proof rests whole: another reading of the cells makes other tables of them. */
const CELL_READINGS: ReadonlySet<Premise['code']> = new Set(['version-order', 'dates', 'numbers']);

/** Whether another reading of the cells would say otherwise, or another column may order the rows, so that nothing is proved. */
export function isInQuestion(premises: readonly Premise[]): boolean {
  return premises.some(
    (premise) =>
      (premise.alternative !== undefined && CELL_READINGS.has(premise.code)) ||
      (premise.code === 'version' && premise.settledBy === 'assumed' && premise.candidates.length > 0) ||
      (premise.code === 'offsets' && premise.settledBy === 'assumed'),
  );
}

interface PremiseInput {
  readonly dataset: Dataset;
  readonly ours: ExplainedSide | null;
  readonly theirs: ExplainedSide | null;
  readonly found: { readonly ours: SideFindings | null; readonly theirs: SideFindings | null };
  readonly differences: TableDifferences;
  readonly context: InvestigationContext;
  readonly tick: () => void;
}

/** All premises, those of the whole case first; an assumed one with what another reading would say, where it differs. */
export function casePremises({ dataset, ours, theirs, found, differences, context, tick }: PremiseInput): Premise[] {
  if (context.premises === undefined) return [];
  const outcomes = { ours: outcomeOf(ours), theirs: outcomeOf(theirs) };
  const under = (tables: Dataset): Outcomes => {
    const expected = replay(tables, []);
    const side = (name: Side) => tables[name] && explainSide(tables, name, tables[name], expected, tick);
    return { ours: outcomeOf(side('ours')), theirs: outcomeOf(side('theirs')) };
  };
  const other = context.other ? under(buildDataset(context.other)) : null;
  const differs = other !== null && !sameOutcomes(outcomes, other);
  const judged = (side: ExplainedSide | null, rules: SideFindings | null) =>
    side && rules && { explained: side, rules: rules.rules };
  const settled = context.premises.map((premise): Premise => {
    if (premise.settledBy !== 'assumed') return premise;
    if (differs && CELL_READINGS.has(premise.code)) return { ...premise, alternative: other };
    if (premise.code === 'version' || premise.code === 'offsets') return borneOut(premise, outcomes);
    if (premise.code === 'version-order' && premise.as === 'text') return textOrder(premise, found);
    if (premise.code !== 'ties') return premise;
    const turned = under({ ...dataset, ties: premise.keep === 'later' ? 'earlier' : 'later' });
    return sameOutcomes(outcomes, turned) ? premise : { ...premise, alternative: turned };
  });
  // A plainer doubt than that of the rule explains it: the tables then differ by that, not by what was agreed.
  const plainer = settled.some(({ alternative }) => alternative !== undefined);
  return [
    keyPremise(context, differences),
    rulePremise(dataset, plainer ? null : judged(ours, found.ours), plainer ? null : judged(theirs, found.theirs), {
      given: context.ruleGiven === true,
      sides: found,
    }),
    ...settled,
  ];
}

function keyPremise({ key, given }: InvestigationContext, differences: TableDifferences): Premise {
  const repeats = { ours: differences.duplicatedOurs, theirs: differences.duplicatedTheirs };
  const repeated = repeats.ours + repeats.theirs > 0;
  const settledBy = given?.includes('key') ? 'given' : repeated ? 'assumed' : 'uniqueness';
  return { code: 'key', columns: [...key], repeats, settledBy };
}

/** The natural order of texts is borne out by a table that it gives and the order of their letters does not. */
function textOrder(
  premise: Extract<Premise, { code: 'version-order' }>,
  { ours, theirs }: { readonly ours: SideFindings | null; readonly theirs: SideFindings | null },
): Premise {
  const shows = (side: SideFindings | null) =>
    (side?.rules.consistent.includes('largest-version') && side.rules.excluded.includes('largest-version-as-text')) ??
    false;
  return { ...premise, settledBy: shownBy(shows(ours), shows(theirs)) ?? premise.settledBy };
}

/** An assumption is borne out by a table that the pipeline gives under it without any fault. */
function borneOut<P extends Premise>(premise: P, { ours, theirs }: Outcomes): P {
  return { ...premise, settledBy: shownBy(ours?.kind === 'right', theirs?.kind === 'right') ?? premise.settledBy };
}
