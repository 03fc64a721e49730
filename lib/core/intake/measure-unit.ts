import type { ColumnEvidence } from '../csv/csv-table';
import { type MappingChoice, unitSchema } from '../setup';
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
  ['inr', '₹'],
  ...[
    'CHF',
    'CAD',
    'AUD',
    'NZD',
    'SEK',
    'NOK',
    'DKK',
    'PLN',
    'CZK',
    'HUF',
    'CNY',
    'BRL',
    'ZAR',
    'KRW',
    'SGD',
    'HKD',
  ].map((code) => [code.toLowerCase(), code] as const),
]);
const SIGN = /[$€£¥₹]/;

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
 * What the measure's amounts are shown in: the one sign or code that its cells carry, else what its name says in any
 * file, else nothing. That a column is money does not say which.
 * @param files that take part
 */
export function proposeUnit(
  files: readonly FileColumns[],
  { measure, headers }: Pick<MappingChoice, 'measure' | 'headers'>,
): ProposedUnit {
  const columns = files.flatMap((file) =>
    file.columns.filter(({ name }) => name === (headers[file.id]?.[measure] ?? measure)),
  );
  const carried = distinct(columns.map(({ evidence }) => evidence.unit));
  if (carried.length > 0) return oneOf(carried, 'the files carry several', null);
  const named = distinct([measure, ...columns.map(({ name }) => name)].map(unitInName));
  return oneOf(named, 'its names say several', 'its name says so; the cells carry no sign');
}

function distinct(units: readonly (string | null)[]): readonly string[] {
  return [...new Set(units)].filter((unit) => unit !== null);
}

function oneOf(units: readonly string[], several: string, why: string | null): ProposedUnit {
  const [unit, ...others] = units;
  if (unit === undefined) return { unit: null, why: null };
  if (others.length > 0) return { unit: null, why: `shown without a unit, for ${several}: ${units.join(', ')}` };
  return { unit, why: why && `shown in ${unit}, for ${why}` };
}

/** "Spend (USD)" is in $; "spend" is not. */
/** What the name of a column, or a code in a cell, says that amounts are in; null where it says nothing. */
export function unitInName(name: string): string | null {
  const words = wordsOf(name);
  if (words.some((word) => OTHER_WORDS.has(word))) return null;
  const code = words.find((word) => CURRENCY_WORDS.has(word));
  return CURRENCY_WORDS.get(code ?? '') ?? SIGN.exec(name)?.[0] ?? null;
}

/** A unit as a person writes it; "" and "none" are null. Undefined where the text is no unit. */
export function parseUnit(text: string): string | null | undefined {
  const plain = text.trim();
  if (plain === '' || plain.toLowerCase() === 'none') return null;
  return unitSchema.safeParse(plain).data;
}
