import { addDecimals, isZeroDecimal, negateDecimal } from '../decimal';
import type { Findings, Side } from '../findings/findings';
import type { PremiseOf } from '../findings/premise';
import { formatAmount } from '../phrases/amounts';
import { list } from '../phrases/phrases';

/** Amounts in several currencies, or percentages beside plain numbers, of which no sum over all rows says anything. */

/** What the amounts are in, where that is more than one thing; null: they can be added up. */
export function mixedUnits(findings: Findings): readonly string[] | null {
  return mixedPremise(findings)?.values ?? null;
}

function mixedPremise({ premises }: Findings): PremiseOf<'currencies'> | null {
  const found = premises.find((premise) => premise.code === 'currencies');
  return found && found.values.length > 1 ? found : null;
}

/** Stands where a sum would stand. */
export const NOT_ADDED = 'not added up';

/** "in EUR and GBP", or the number of them where they are many. */
export function inUnits(units: readonly string[]): string {
  return `in ${units.length > 3 ? `${units.length} currencies` : list(units)}`;
}

/** What is summed up for each unit: a table, what is expected, or theirs - ours. */
export type Summed = Side | 'expected' | 'difference';

/** "EUR 1,200; GBP 380" from the totals of each unit; null where they are not known. */
export function apart(findings: Findings, summed: Summed): string | null {
  const parts = findings.totals.flatMap((total) => {
    const amount = sumOf(total, summed);
    return amount === null ? [] : [amountIn(amount, total.value)];
  });
  return parts.length === 0 ? null : parts.join('; ');
}

/** With one table the difference is against what is expected. */
function sumOf({ ours, theirs, expected }: Findings['totals'][number], summed: Summed): string | null {
  if (summed !== 'difference') return { ours, theirs, expected }[summed];
  if (ours === null && theirs === null) return null;
  const less = addDecimals(theirs ?? expected, negateDecimal(ours ?? expected));
  return isZeroDecimal(less) ? '0' : less;
}

/** "EUR\u00a020", "$20", "20 without a sign" */
function amountIn(amount: string, unit: string): string {
  return SIGN.test(unit) ? formatAmount(amount, unit) : `${formatAmount(amount, null)} ${PLAIN_WORDS[unit] ?? unit}`;
}

const SIGN = /^(?:%|\p{Sc}|\p{L}{1,4}\p{Sc}?)$/u;
const PLAIN_WORDS: Readonly<Record<string, string>> = { 'no sign': 'without a sign', '': 'without a currency' };

/** Why no total is told, and the totals of each unit; null where the amounts can be added up. */
export function mixedTotals(findings: Findings): string | null {
  const found = mixedPremise(findings);
  if (found === null) return null;
  const { labels } = findings;
  const told = (
    [
      [labels.theirs, 'theirs'],
      [labels.ours, 'ours'],
      ['expected', 'expected'],
    ] as const
  ).flatMap(([name, summed]) => {
    const parts = apart(findings, summed);
    return parts === null ? [] : [`${name} ${parts.replaceAll('; ', ', ')}`];
  });
  const said = found.signsOf === undefined ? `as ${found.column} says` : `which cells of ${found.signsOf} carry`;
  const by = found.signsOf === undefined ? 'currency' : 'sign';
  return `Amounts are in ${list(found.values)}, ${said}, and are not added up.${told.length > 0 ? ` By ${by}: ${told.join('; ')}.` : ''}`;
}
