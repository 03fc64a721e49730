import type { DecimalSign, NumberText } from '../csv/number-text';

/** How a file writes the amounts of a column, where it writes them all alike. */
export interface AmountWriting {
  readonly decimal: DecimalSign;
  /** What stands between the thousands of every amount that has some; null: nothing does. */
  readonly separator: string | null;
  /** Decimals that every amount has at least: those that its value needs beyond these are the last, and no zero. */
  readonly decimals: number;
}

/** Null where they are not all written alike, where there are none, or where one is past 15 digits. O(numbers) */
export function amountWriting(numbers: readonly NumberText[], decimal: DecimalSign): AmountWriting | null {
  const decimals = numbers.reduce((least, { scale }) => Math.min(least, scale), Number.POSITIVE_INFINITY);
  let separator: string | null | undefined;
  for (const { units, scale, separator: own } of numbers) {
    if (typeof units !== 'number' || (scale > decimals && units % 10 === 0)) return null;
    if (Math.abs(units) < 1000 * 10 ** scale) continue;
    separator ??= own;
    if (separator !== own) return null;
  }
  return numbers.length === 0 ? null : { decimal, separator: separator ?? null, decimals };
}
