import { assertNever } from '@/lib/core/assert-never';
import type { DedupeRule, Findings, Repair } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/words/amounts';
import { capitalised, list, plural, tableOf } from '@/lib/core/words/phrases';
import { theFiles } from '@/lib/core/words/standing';
import { tellingOf } from '@/lib/core/words/telling';

/** The repair of each faulty table and whether it is safe, in whole sentences; empty where loading rows mends nothing. */
export function repairSentences(findings: Findings): string[] {
  return findings.repair.flatMap((repair) => {
    const { entity } = tellingOf(findings, repair.side);
    const table = tableOf(tellingOf(findings, repair.side));
    return [
      ...(repair.rows > 0
        ? [`Loading ${plural(repair.rows, 'row', 'rows')} makes ${table} what ${theFiles(findings)} should give.`]
        : []),
      ...repair.outcomes.map((outcome) => outcomeSentence(findings, repair, outcome)),
      ...(repair.beyond > 0
        ? [
            `${plural(repair.beyond, entity.one, entity.many)} in ${table} ${repair.beyond === 1 ? 'does' : 'do'} not belong there, or ${repair.beyond === 1 ? 'stands' : 'stand'} there twice: loading rows cannot mend that.`,
          ]
        : []),
    ];
  });
}

function outcomeSentence(findings: Findings, repair: Repair, outcome: Repair['outcomes'][number]): string {
  const { columns, entity } = tellingOf(findings, repair.side);
  const what = outcome.load === 'repair' ? 'loading those rows' : `loading ${list(outcome.files)} whole`;
  const when = `If ${ruleInWords(outcome.rule, columns)}, ${what} now`;
  const after = `${formatCount(outcome.right)} of ${plural(outcome.of, entity.one, entity.many)} are right afterwards`;
  if (outcome.overwritten > 0) {
    return `${when} would overwrite ${plural(outcome.overwritten, `newer ${entity.one}`, `newer ${entity.many}`)} with older rows; ${after}.`;
  }
  return outcome.right === outcome.of
    ? `${when} is safe: ${after}.`
    : `${when} overwrites nothing newer, but is not enough: ${after}.`;
}

/** "the row with the largest batch_id wins" */
export function ruleInWords(rule: DedupeRule, columns: { readonly version: string; readonly measure: string }): string {
  switch (rule) {
    case 'largest-version':
      return `the row with the largest ${columns.version} wins`;
    case 'smallest-version':
      return `the row with the smallest ${columns.version} wins`;
    case 'largest-version-as-text':
      return `the row with the largest ${columns.version} as text wins`;
    case 'last-arrival':
      return 'the row that arrives last wins';
    case 'first-arrival':
      return 'the row that arrived first wins';
    case 'largest-measure':
      return `the row with the largest ${columns.measure} wins`;
    default:
      return assertNever(rule);
  }
}

/** Which de-duplication rules the tables leave possible and which they exclude; null where they say nothing. */
export function rulesSentence(findings: Findings): string | null {
  const sentences = (['ours', 'theirs'] as const).flatMap((side) => {
    const rules = findings.sides[side]?.rules;
    if (!rules || rules.consistent.length === 0) return [];
    const telling = tellingOf(findings, side);
    const told = (some: readonly DedupeRule[]) =>
      list(
        some.map((rule) => ruleInWords(rule, telling.columns)),
        'or',
      );
    const excluded = rules.excluded.length === 0 ? '' : ` It excludes that ${told(rules.excluded)}.`;
    return [`${tableOf(telling)} is consistent with a pipeline in which ${told(rules.consistent)}.${excluded}`];
  });
  return sentences.length === 0 ? null : capitalised(sentences.join(' '));
}
