import { assertNever } from '../assert-never';
import { type DedupeRule, dedupeRules } from '../findings/dedupe-rule';
import type { Findings } from '../findings/findings';
import { list } from '../phrases/phrases';
import { tellingOf } from './telling';

/** The rule under which the expected table was made. */
export function agreedRule({ mapping, premises }: Findings): DedupeRule {
  const chosen = premises.find((premise) => premise.code === 'rule');
  return chosen?.rule ?? (mapping.version === '' ? 'last-arrival' : 'largest-version');
}

/** "the largest batch_id" */
export function ruleInWords(rule: DedupeRule, columns: { readonly version: string; readonly measure: string }): string {
  switch (rule) {
    case 'largest-version':
      return `the largest ${columns.version}`;
    case 'smallest-version':
      return `the smallest ${columns.version}`;
    case 'largest-version-as-text':
      return `the largest ${columns.version} as text`;
    case 'last-arrival':
      return 'the last arrival';
    case 'first-arrival':
      return 'the first arrival';
    case 'largest-measure':
      return `the largest ${columns.measure}`;
    default:
      return assertNever(rule);
  }
}

/** Other rules under which, with their causes, the tables come out the same: "the last arrival or the largest spend". */
export function rulesAlike(findings: Findings): string | null {
  const agreed = agreedRule(findings);
  const { columns } = tellingOf(findings, 'ours');
  const alike = new Set(
    (['ours', 'theirs'] as const).flatMap((side) => {
      const consistent = findings.sides[side]?.rules.consistent ?? [];
      return consistent.includes(agreed) ? consistent.filter((rule) => rule !== agreed) : [];
    }),
  );
  const rules = dedupeRules.filter((rule) => alike.has(rule)).map((rule) => ruleInWords(rule, columns));
  return rules.length === 0 ? null : list(rules, 'or');
}
