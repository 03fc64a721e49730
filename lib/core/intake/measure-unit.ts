import type { ColumnEvidence } from '../csv/csv-table';
import { type MappingChoice, unitSchema } from './intake';
import { wordsOf } from './words';

/** The name counts something, or is in a smaller coin than the sign would say. */
const OTHER_WORDS = new Set([
  ...['count', 'num', 'number', 'items', 'quantity', 'qty', 'points', 'rate', 'ratio', 'share', 'percent', 'pct'],
  ...['cent', 'cents', 'pence', 'pennies', 'micros', 'millis', 'minor'],
]);
const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ['usd', '$'],
  ['dollar', '$'],
  ['dollars', '$'],
  ['eur', '€'],
  ['euro', '€'],
  ['euros', '€'],
  ['gbp', '£'],
  ['jpy', '¥'],
  ['yen', '¥'],
  ['chf', 'CHF'],
]);

export interface ProposedUnit {
  /** As `MappingChoice.unit`. */
  readonly unit: string | null;
  /** A phrase; null where there is nothing to say. */
  readonly why: string | null;
}

interface FileColumns {
  readonly id: number;
  readonly columns: readonly { readonly name: string; readonly evidence: Pick<ColumnEvidence, 'unit'> }[];
}

/**
 * What the measure's amounts are shown in: the one sign that its cells carry, else what its name says, else nothing.
 * @param files that take part
 */
export function proposeUnit(
  files: readonly FileColumns[],
  { measure, headers }: Pick<MappingChoice, 'measure' | 'headers'>,
): ProposedUnit {
  const seen = files.flatMap(({ id, columns }) =>
    columns.filter(({ name }) => name === (headers[id]?.[measure] ?? measure)).map(({ evidence }) => evidence.unit),
  );
  const [sign, ...others] = [...new Set(seen)].filter((one) => one !== null);
  if (sign === undefined) return unitByName(measure);
  if (others.length === 0) return { unit: sign, why: null };
  return { unit: null, why: `shown without a unit, for the files carry several: ${[sign, ...others].join(', ')}` };
}

function unitByName(measure: string): ProposedUnit {
  const words = wordsOf(measure);
  const currency = words.find((word) => CURRENCY_WORDS.has(word));
  const unit = CURRENCY_WORDS.get(currency ?? '') ?? null;
  if (unit === null || words.some((word) => OTHER_WORDS.has(word))) return { unit: null, why: null };
  return { unit, why: `shown in ${unit}, for its name says ${currency ?? ''}; the cells carry no sign` };
}

/** A unit as a person writes it; "" and "none" are null. Undefined where the text is no unit. */
export function parseUnit(text: string): string | null | undefined {
  const plain = text.trim();
  if (plain === '' || plain.toLowerCase() === 'none') return null;
  return unitSchema.safeParse(plain).data;
}
