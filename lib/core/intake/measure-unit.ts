import { named } from '../by-name';
import type { ColumnTally } from '../csv/csv-table';
import type { MappingChoice } from '../setup';
import type { UnitReason } from './reasons';
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
  /** Null where there is nothing to say. */
  readonly why: UnitReason | null;
}

interface FileColumns {
  readonly id: number;
  readonly columns: readonly { readonly name: string; readonly tally: Pick<ColumnTally, 'unit'> }[];
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
    file.columns.filter(({ name }) => name === (named(headers[file.id], measure) ?? measure)),
  );
  const carried = distinct(columns.map(({ tally }) => tally.unit));
  const [sign, ...otherSigns] = carried;
  if (otherSigns.length > 0) return { unit: null, why: { code: 'several-units-carried', units: carried } };
  if (sign !== undefined) return { unit: sign, why: null };
  const said = distinct([measure, ...columns.map(({ name }) => name)].map(unitInName));
  const [unit, ...others] = said;
  if (others.length > 0) return { unit: null, why: { code: 'several-units-named', units: said } };
  return unit === undefined ? { unit: null, why: null } : { unit, why: { code: 'unit-named', unit } };
}

function distinct(units: readonly (string | null)[]): readonly string[] {
  return [...new Set(units)].filter((unit) => unit !== null);
}

/** What the name of a column, or a code in a cell, says that amounts are in: "$" of "Spend (USD)"; null: nothing. */
export function unitInName(name: string): string | null {
  const words = wordsOf(name);
  if (words.some((word) => OTHER_WORDS.has(word))) return null;
  const code = words.find((word) => CURRENCY_WORDS.has(word));
  return CURRENCY_WORDS.get(code ?? '') ?? SIGN.exec(name)?.[0] ?? null;
}
