import { assertNever } from '@/lib/core/assert-never';
import { formatUnits } from '@/lib/core/decimal';
import { parseDuration } from '@/lib/core/duration';
import type { FilterOperator, Rounding, TextTrait } from '@/lib/core/findings/fault-parameters';
import { remainderOf } from '@/lib/core/findings/remainder';
import { valueList } from '@/lib/core/findings/value-list';
import { shownJson } from '@/lib/core/phrases/shown';
import type { RowTest } from '@/lib/core/pipeline/change';
import {
  allOf,
  columnName,
  comparedColumns,
  type ListingPlan,
  type LoadStep,
  shiftedColumns,
  swappedWithMeasure,
  typeOf,
  versionAsText,
} from './listing-plan';

import { alteration } from './pandas-alteration';

/** The pieces of Python that several stages share. */

/** The column that rows are grouped by, as a Python string; several key columns are one tuple. */
export function keyOf(plan: ListingPlan): string {
  return py(plan.key.length > 1 ? 'key' : (plan.key[0] ?? ''));
}

/** The column by which duplicates are removed: see `keyOf`. */
export function dedupeKey(plan: ListingPlan): string {
  if (plan.dedupeBy.length === plan.key.length) return keyOf(plan);
  return py(plan.dedupeBy.length > 1 ? PART_OF_KEY : (plan.dedupeBy[0] ?? ''));
}

/** Holds the part of the key by which duplicates are removed, where that is of several columns. */
export const PART_OF_KEY = 'part of key';

/** Whether the measure must be held as Decimal: floats would not be exact. */
function needsDecimal(plan: ListingPlan): boolean {
  return (
    plan.measure.places > 0 ||
    plan.measure.sign !== null ||
    allOf(plan, 'load-value').some(
      ({ to }) =>
        to.value === 'rounded' ||
        (to.value === 'times' && to.factor.includes('.')) ||
        (to.value === 'shifted' && to.by.includes('.')),
    )
  );
}

/** Columns that are held as Decimal. */
export function decimalColumns(plan: ListingPlan): string[] {
  const withMeasure = needsDecimal(plan) ? [plan.measure.name, ...swappedWithMeasure(plan)] : [];
  return [...new Set([...withMeasure, ...shiftedColumns(plan, 'number')])];
}

/** Columns that the listing adds to the rows, under names that no mapped column has. */
export function ownColumn(plan: ListingPlan, name: 'file' | 'row'): string {
  return comparedColumns(plan).includes(name) || plan.version?.name === name ? `${name}_` : name;
}

/** An empty cell meets no condition: `!=` and a list of other values must be told so. */
function condition(plan: ListingPlan, table: string, column: string, operator: FilterOperator, value: string): string {
  const type = typeOf(plan, column);
  const cell = `${table}[${py(column)}]`;
  const number = column === plan.version?.name && versionAsText(plan) ? `pd.to_numeric(${cell})` : cell;
  const held = type === 'number' ? number : type === 'date' ? `pd.to_datetime(${cell}, utc=True)` : cell;
  const bound = (one: string) => {
    if (type === 'text') return py(one);
    if (type === 'number') return column === plan.measure.name && needsDecimal(plan) ? `Decimal(${py(one)})` : one;
    return `pd.Timestamp(${py(one)})${/Z|[+-]\d\d:?\d\d$/.test(one) ? '' : '.tz_localize("UTC")'}`;
  };
  const written = type === 'text' ? `${cell}.str` : `${cell}.astype(str).str`;
  switch (operator) {
    case 'in':
      return `${held}.isin([${valueList(value).map(bound).join(', ')}])`;
    case 'not-in':
      return `${cell}.notna() & ~${held}.isin([${valueList(value).map(bound).join(', ')}])`;
    case 'mod': {
      const { by, leaves } = remainderOf(value) ?? { by: 1, leaves: 1 };
      if (type === 'number') return `${held}.map(abs, na_action="ignore") % ${by} == ${leaves}`;
      const digits = `${written}.extract(r"^\\D*(\\d+)$")[0]`;
      return `${digits}.map(lambda digits: int(digits) % ${by}, na_action="ignore") == ${leaves}`;
    }
    case 'has':
      return `${written}.contains(${trait(plan, value as TextTrait)}, na=False)`;
    case 'longer-than':
      return `${written}.len() > ${value}`;
    case '=':
      return `${held} == ${bound(value)}`;
    case '!=':
      return `${cell}.notna() & (${held} != ${bound(value)})`;
    default:
      return plan.key.includes(column)
        ? `pd.to_numeric(${cell}, errors="coerce") ${operator} ${value}`
        : `${held} ${operator} ${bound(value)}`;
  }
}

function trait(plan: ListingPlan, value: TextTrait): string {
  switch (value) {
    case 'line-break':
      return 'r"[\\r\\n]"';
    case 'quote':
      return "'\"', regex=False";
    case 'delimiter':
      return `${py(plan.delimiter)}, regex=False`;
    case 'non-ascii':
      return 'r"[^\\x00-\\x7f]"';
    default:
      return assertNever(value);
  }
}

/** A test as an expression that is true where a row of the table passes. */
export function rowTest(plan: ListingPlan, table: string, test: RowTest): string {
  switch (test.test) {
    case 'from-files':
      return fromFiles(plan, table, test.files);
    case 'row-of-file': {
      const row = `${table}[${py(ownColumn(plan, 'row'))}]`;
      if (test.to === null) return `${row} >= ${test.from}`;
      return test.from === 0 ? `${row} < ${test.to}` : `(${row} >= ${test.from}) & (${row} < ${test.to})`;
    }
    case 'compares':
      return condition(plan, table, columnName(plan, test.column), test.operator, test.value);
    case 'not':
      return `~(${rowTest(plan, table, test.of)})`;
    case 'any':
      return test.of.map((each) => `(${rowTest(plan, table, each)})`).join(' | ') || 'False';
    default:
      return assertNever(test);
  }
}

/** The rows of a table that mark no delete. */
export function withoutMarked(table: string, { column, values }: NonNullable<ListingPlan['deletes']>): string {
  return `${table}[~${table}[${py(column)}].isin([${values.map(py).join(', ')}])]`;
}

function fromFiles(plan: ListingPlan, table: string, files: readonly string[]): string {
  return `${table}[${py(ownColumn(plan, 'file'))}].isin([${files.map(py).join(', ')}])`;
}

/** Lines that change the values of a table, or of its rows from certain files, or that meet a comparison. */
export function valueSteps(plan: ListingPlan, table: string, steps: readonly LoadStep[]): string[] {
  return steps.map(({ column, to, files, where }) => {
    const tests = [...(files ? [fromFiles(plan, table, files)] : []), ...(where ? [rowTest(plan, table, where)] : [])];
    const rows = tests.length > 1 ? tests.map((test) => `(${test})`).join(' & ') : tests[0];
    const cell = rows ? `${table}.loc[${rows}, ${py(column)}]` : `${table}[${py(column)}]`;
    const decimal = (text: string) => (decimalColumns(plan).includes(column) ? `Decimal(${py(text)})` : text);
    switch (to.value) {
      case 'empty':
        return `${cell} = None`;
      case 'filled':
        return `${cell} = ${cell}.fillna(${typeOf(plan, column) === 'number' ? decimal(to.with) : py(to.with)})`;
      case 'altered':
        return `${cell} = ${cell}${alteration(to.form, py(column))}`;
      case 'shifted': {
        const [sign, size] = to.by.startsWith('-') ? ['-', to.by.slice(1)] : ['+', to.by];
        const parts = parseDuration(size)?.parts.map(({ unit, amount }) => `${unit}s=${amount}`);
        return parts
          ? `${cell} = ${instants(cell)} ${sign} pd.Timedelta(${parts.join(', ')})`
          : `${cell} ${sign}= ${decimal(size)}`;
      }
      case 'times':
        return `${cell} *= ${decimal(to.factor)}`;
      case 'rounded':
        return `${cell} = ${cell}.map(lambda value: value.quantize(Decimal(${py(`1E${-to.digits}`)}), ${ROUNDING[to.how]}), na_action="ignore")`;
      case 'at-most':
        return `${cell} = ${cell}.map(lambda value: min(value, ${decimal(to.max)}), na_action="ignore")`;
      case 'without-sign':
        return `${cell} = ${cell}.map(abs, na_action="ignore")`;
      case 'wrapped': {
        const half = decimal(formatUnits(2n ** BigInt(to.bits - 1), to.digits));
        const turn = decimal(formatUnits(2n ** BigInt(to.bits), to.digits));
        return `${cell} = ${cell}.map(lambda value: ((value + ${half}) % ${turn} + ${turn}) % ${turn} - ${half}, na_action="ignore")`;
      }
      default:
        return assertNever(to);
    }
  });
}

/** Dates as instants, each read by itself: of a column in several forms pandas makes something else in each version. */
export function instants(cells: string): string {
  return `pd.to_datetime([pd.to_datetime(time, utc=True) for time in ${cells}], utc=True)`;
}

const ROUNDING: Readonly<Record<Rounding, string>> = {
  cut: 'ROUND_DOWN',
  'half-up': 'ROUND_HALF_UP',
  'half-even': 'ROUND_HALF_EVEN',
  down: 'ROUND_FLOOR',
  up: 'ROUND_CEILING',
};

/** A Python string. JSON's escapes are Python's, but for characters of two halves. */
export function py(text: string): string {
  return shownJson(JSON.stringify(text)).replace(
    /\\u(d[89ab]..)\\u(d[c-f]..)/g,
    (_, high: string, low: string) => `\\U${codePointOf(high, low).toString(16).padStart(8, '0')}`,
  );
}

function codePointOf(high: string, low: string): number {
  return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)).codePointAt(0) ?? 0;
}

/** `open`, the items, `close` on one line, or broken into lines of at most 76 characters. */
export function wrapped(open: string, items: readonly string[], close: string): string[] {
  const single = `${open}${items.join(', ')}${close}`;
  if (single.length <= 76) return [single];
  const lines: string[] = [];
  let line = '   ';
  for (const item of items) {
    if (line.length + item.length + 2 > 76 && line.trim() !== '') {
      lines.push(line);
      line = '   ';
    }
    line += ` ${item},`;
  }
  return [open, ...lines, line, close].filter((text) => text.trim() !== '');
}
