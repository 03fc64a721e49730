import { assertNever } from '../assert-never';
import type { DedupeRule } from '../findings/dedupe-rule';
import type { Findings } from '../findings/findings';
import { list, tableOf } from './phrases';
import type { Standing } from './standing';

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

/**
 * The premise of all that is said, and whether these files could tell it from other rules: one sentence for the tables
 * that leave the same rules open. Nothing of a table that no rule reproduces.
 */
export function premiseSentences(findings: Findings, standings: readonly Standing[]): string[] {
  const open = standings.flatMap(({ side, telling }) => {
    const consistent = findings.sides[side]?.rules.consistent ?? [];
    const others = consistent.filter((rule) => rule !== 'largest-version');
    return consistent.includes('largest-version') && others.length > 0 ? [{ telling, others }] : [];
  });
  const alike = new Map(
    open.map((one) => [one.others.join(), open.filter((other) => other.others.join() === one.others.join())]),
  );
  return [...alike.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { telling, others } = first;
    const rules = list(
      others.map((rule) => ruleInWords(rule, telling.columns)),
      'or',
    );
    const table = more.length > 0 ? 'either table' : tableOf(telling);
    const premise = `For each ${telling.entity.one} the row with ${ruleInWords('largest-version', telling.columns)} is taken to win`;
    return [`${premise}; these files cannot tell whether ${table} was built so, or with ${rules} winning.`];
  });
}
