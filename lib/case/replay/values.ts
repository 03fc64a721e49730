import { assertNever } from '@/lib/core/assert-never';
import type { Findings } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';

/** What a person types into a switch's field: a value that the pipeline takes, or why it is none. */
export type Typed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

const DIGITS = /^\d{1,9}$/;
/** At most six decimals: as many as planting a fault makes room for. */
const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;
const NUMBER = /^-?\d{1,30}(\.\d{1,12})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}/;
const MAX_TEXT = 500;

/** A whole number of rows from `min` to 999,999,999, with or without thousands separators. */
export function typedCount(typed: string, min: number): Typed<number> {
  const text = typed.replaceAll(',', '').trim();
  return DIGITS.test(text) && Number(text) >= min
    ? { ok: true, value: Number(text) }
    : { ok: false, why: `A whole number from ${formatCount(min)} on` };
}

/** A factor, or a bound of the measure. */
export function typedDecimal(typed: string): Typed<string> {
  const text = typed.trim();
  return settled(text, DECIMAL.test(text), 'A number with at most six decimals, such as 100 or 0.01');
}

/** A value to compare a column with. */
export function typedBound(typed: string, type: Findings['columns'][number]['type']): Typed<string> {
  const text = typed.trim();
  switch (type) {
    case 'number':
      return settled(text, NUMBER.test(text), 'A number, such as 4500 or 12.5');
    case 'date':
      return settled(text, DATE.test(text) && !Number.isNaN(Date.parse(text)), 'A date such as 2026-11-22');
    case 'text':
      return settled(typed, typed !== '' && typed.length <= MAX_TEXT, 'At least one character');
    default:
      return assertNever(type);
  }
}

function settled(value: string, good: boolean, why: string): Typed<string> {
  return good ? { ok: true, value } : { ok: false, why };
}
