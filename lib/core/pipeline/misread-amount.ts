import { MISSING } from '../decimal';
import type { Misreading } from '../findings/fault-parameters';
import type { AmountWriting } from '../table/amount-writing';

/**
 * What a wrong reading of an amount's text gives, both in units of 10^-scale; with decimals beyond these it stays a fraction
 * of a unit. MISSING where what is read is no number: "1.234.567,89" without its comma. A text without what is misread is
 * read as it is.
 */
export function misreadAmount(how: Misreading, writing: AmountWriting, units: number, scale: number): number {
  const { decimal, separator } = writing;
  const size = Math.abs(units) / 10 ** scale;
  const groups = separator !== null && size >= 1000 ? (size >= 1_000_000 ? 2 : 1) : 0;
  if (how === 'thousands-cut') {
    let first = groups > 0 ? Math.trunc(size) : 0;
    if (first === 0) return units;
    while (first >= 1000) first = Math.trunc(first / 1000);
    return Math.sign(units) * first * 10 ** scale;
  }
  if (decimal !== (how === 'comma-dropped' ? ',' : '.')) return units;
  // What separates thousands is then taken for the decimal sign.
  if (groups > 0 && (separator === '.' || separator === ',')) return groups > 1 ? MISSING : units / 1000;
  return units * 10 ** writtenDecimals(writing, units, scale);
}

function writtenDecimals({ decimals }: AmountWriting, units: number, scale: number): number {
  let written = scale;
  for (let rest = units; written > decimals && rest % 10 === 0; rest /= 10) written--;
  return Math.max(written, decimals);
}
