import * as z from 'zod/mini';
import { assertNever } from '@/lib/core/assert-never';
import type { Findings } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';

/** What a person types into a switch's field: a value that the pipeline takes, or why it is none. */
export type Typed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

z.config({ jitless: true });

const digits = z.string().check(z.regex(/^\d{1,9}$/));
/** At most six decimals: as many as planting a fault makes room for. */
const decimal = z.string().check(z.regex(/^-?\d{1,12}(\.\d{1,6})?$/));
const number = z.string().check(z.regex(/^-?\d{1,30}(\.\d{1,12})?$/));
const date = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);
const text = z.string().check(z.minLength(1), z.maxLength(500));

/** A whole number of rows from `min` to 999,999,999, with or without thousands separators. */
export function typedCount(typed: string, min: number): Typed<number> {
  const { data } = digits.safeParse(typed.replaceAll(',', '').trim());
  return data !== undefined && Number(data) >= min
    ? { ok: true, value: Number(data) }
    : { ok: false, why: `A whole number from ${formatCount(min)} on` };
}

/** A factor, or a bound of the measure. */
export function typedDecimal(typed: string): Typed<string> {
  return settled(decimal.safeParse(typed.trim()).data, 'A number with at most six decimals, such as 100 or 0.01');
}

/** A value to compare a column with. */
export function typedBound(typed: string, type: Findings['columns'][number]['type']): Typed<string> {
  switch (type) {
    case 'number':
      return settled(number.safeParse(typed.trim()).data, 'A number, such as 4500 or 12.5');
    case 'date':
      return settled(date.safeParse(typed.trim()).data, 'A date such as 2026-11-22');
    case 'text':
      return settled(text.safeParse(typed).data, 'At least one character');
    default:
      return assertNever(type);
  }
}

function settled(value: string | undefined, why: string): Typed<string> {
  return value === undefined ? { ok: false, why } : { ok: true, value };
}
