import type { DedupeRule } from '@/lib/core/findings/dedupe-rule';
import type { Findings, Repair } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';
import { list, plural, tableOf, withArticle } from '@/lib/core/phrases/phrases';
import { ruleInWords } from '@/lib/core/words/rules';
import { theFiles } from '@/lib/core/words/standing';
import { tellingOf } from '@/lib/core/words/telling';

/** The repair of each faulty table and whether it is safe, in whole sentences; empty where loading rows mends nothing. */
export function repairSentences(findings: Findings): string[] {
  return findings.repair.flatMap((repair) => {
    const { entity } = tellingOf(findings, repair.side);
    const table = tableOf(tellingOf(findings, repair.side));
    return [
      ...(repair.rows > 0 ? [mendedSentence(findings, repair, table)] : []),
      ...alike(repair.outcomes).map((outcomes) => outcomeSentence(findings, repair, outcomes)),
      ...(repair.beyond > 0
        ? [
            `${plural(repair.beyond, entity.one, entity.many)} in ${table} ${repair.beyond === 1 ? 'does' : 'do'} not belong there, or ${repair.beyond === 1 ? 'stands' : 'stand'} there twice: loading rows cannot mend that.`,
          ]
        : []),
    ];
  });
}

function mendedSentence(findings: Findings, { rows, beyond, side }: Repair, table: string): string {
  const loading = `Loading ${plural(rows, 'row', 'rows')}`;
  if (beyond === 0) return `${loading} makes ${table} what ${theFiles(findings)} should give.`;
  const { entity } = tellingOf(findings, side);
  return `${loading} puts ${plural(rows, entity.one, entity.many)} right, but does not make ${table} what ${theFiles(findings)} should give.`;
}

type Outcome = Repair['outcomes'][number];

/** Outcomes that differ in their rule alone, together. */
function alike(outcomes: readonly Outcome[]): (readonly [Outcome, ...Outcome[]])[] {
  const groups = new Map<string, [Outcome, ...Outcome[]]>();
  for (const outcome of outcomes) {
    const sort = JSON.stringify({ ...outcome, rule: null });
    const group = groups.get(sort);
    if (group) group.push(outcome);
    else groups.set(sort, [outcome]);
  }
  return [...groups.values()];
}

function outcomeSentence(findings: Findings, repair: Repair, outcomes: readonly [Outcome, ...Outcome[]]): string {
  const [outcome] = outcomes;
  const { columns, entity } = tellingOf(findings, repair.side);
  const rules = list(
    outcomes.map(({ rule }) => ruleInWords(rule, columns)),
    'or',
  );
  const what = outcome.load === 'repair' ? 'loading those rows' : `loading ${list(outcome.files)} whole`;
  const when = `If ${rules} wins, ${what} now`;
  const after = `${formatCount(outcome.right)} of ${plural(outcome.of, entity.one, entity.many)} are right afterwards`;
  if (outcome.overwritten > 0) {
    return `${when} would overwrite ${plural(outcome.overwritten, `newer ${entity.one}`, `newer ${entity.many}`)} with older rows; ${after}.`;
  }
  return outcome.right === outcome.of
    ? `${when} is safe: ${after}.`
    : `${when} overwrites nothing newer, but is not enough: ${after}.`;
}

/** Which de-duplication rules the tables to be repaired leave possible, and which they exclude. */
export function rulesSentences(findings: Findings): string[] {
  return findings.repair.flatMap(({ side }) => {
    const rules = findings.sides[side]?.rules;
    if (!rules || rules.consistent.length === 0) return [];
    const telling = tellingOf(findings, side);
    const told = (some: readonly DedupeRule[]) => some.map((rule) => ruleInWords(rule, telling.columns)).join('; ');
    const excluded = rules.excluded.length === 0 ? '' : ` It rules out: ${told(rules.excluded)}.`;
    const which = `Which row wins where ${withArticle(telling.entity.one)} has several decides what a load does.`;
    return [`${which} ${tableOf(telling)} fits each of these: ${told(rules.consistent)}.${excluded}`];
  });
}
