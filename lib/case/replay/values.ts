import { assertNever } from '@/lib/core/assert-never';
import { parseDuration } from '@/lib/core/duration';
import { type FilterOperator, MOST_VALUES, textTraits } from '@/lib/core/findings/fault-parameters';
import type { Findings } from '@/lib/core/findings/findings';
import { remainderOf } from '@/lib/core/findings/remainder';
import { valueList, writeValueList } from '@/lib/core/findings/value-list';
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

/** By how much a date is off. */
export function typedDuration(typed: string): Typed<string> {
  const text = typed.trim().toUpperCase();
  return settled(
    text,
    parseDuration(text) !== null,
    'A time such as PT2H, -PT5H30M or P1D: 2 hours, back 5½ hours, a day',
  );
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

/** What a column of this type is compared with by the operator. */
export function typedCondition(
  typed: string,
  operator: FilterOperator,
  type: Findings['columns'][number]['type'],
): Typed<string> {
  const text = typed.trim();
  switch (operator) {
    case 'in':
    case 'not-in': {
      const values = valueList(text);
      if (values.length === 0 || values.length > MOST_VALUES)
        return { ok: false, why: `One to ${formatCount(MOST_VALUES)} values with commas between them` };
      const wrong = values.map((value) => typedBound(value, type)).find((value) => !value.ok);
      return wrong ?? { ok: true, value: writeValueList(values) };
    }
    case 'mod': {
      const why = 'A divisor and what it leaves, such as 4=2';
      return settled(text, remainderOf(text) !== null, why);
    }
    case 'has':
      return settled(
        text,
        textTraits.some((trait) => trait === text),
        `One of ${textTraits.join(', ')}`,
      );
    case 'longer-than':
      return settled(text, DIGITS.test(text), 'A number of characters');
    default:
      return typedBound(typed, type);
  }
}

function settled(value: string, good: boolean, why: string): Typed<string> {
  return good ? { ok: true, value } : { ok: false, why };
}
