import { assertNever } from '@/lib/core/assert-never';
import { formatUnits } from '@/lib/core/decimal';
import { parseDuration } from '@/lib/core/duration';
import type { FilterOperator, Rounding, TextTrait } from '@/lib/core/findings/fault-parameters';
import { remainderOf } from '@/lib/core/findings/remainder';
import { valueList } from '@/lib/core/findings/value-list';
import type { RowTest } from '@/lib/core/pipeline/change';
import { columnName, type ListingPlan, type LoadStep, typeOf, versionAsText } from './listing-plan';
import { alteration } from './sql-alteration';
import { id, text } from './sql-names';

/** The pieces of SQL that several stages share. */

/** One common table expression. */
export interface Step {
  readonly name: string;
  readonly lines: readonly string[];
  /** Whether the measure's cells must still lose their currency sign. */
  readonly clean?: boolean;
}

/** The step that the next one reads from. */
export function last(steps: readonly Step[]): string {
  return steps.at(-1)?.name ?? 'arrived';
}

/** Exact, whatever is added up or multiplied. */
export function measureType(plan: ListingPlan): string {
  return plan.measure.places === 0 ? 'BIGINT' : `DECIMAL(18, ${plan.measure.places})`;
}

/** The version as a number again, under its own name. */
export function numeric(version: string, value: string = id(version)): string {
  return `CAST(${value} AS DECIMAL(38, 9)) AS ${id(version)}`;
}

/** `column operator value` as SQL. */
function condition(plan: ListingPlan, column: string, operator: FilterOperator, value: string): string {
  const type = typeOf(plan, column);
  const cell =
    versionAsText(plan) && column === plan.version?.name ? `CAST(${id(column)} AS DECIMAL(38, 9))` : id(column);
  const bound = (one: string) => (type === 'number' ? one : type === 'date' ? `TIMESTAMPTZ ${text(one)}` : text(one));
  switch (operator) {
    case 'in':
    case 'not-in':
      return `${cell} ${operator === 'in' ? 'IN' : 'NOT IN'} (${valueList(value).map(bound).join(', ')})`;
    case 'mod': {
      const { by, leaves } = remainderOf(value) ?? { by: 1, leaves: 1 };
      const number =
        type === 'number' ? `abs(${cell})` : `TRY_CAST(regexp_extract(${cell}, '^[^0-9]*([0-9]+)$', 1) AS HUGEINT)`;
      return `${number} % ${by} = ${leaves}`;
    }
    case 'has':
      return trait(plan, type === 'text' ? cell : `CAST(${cell} AS VARCHAR)`, value as TextTrait);
    case 'longer-than':
      return `length(${type === 'text' ? cell : `CAST(${cell} AS VARCHAR)`}) > ${value}`;
    case '=':
    case '!=':
      return `${cell} ${operator === '=' ? '=' : '<>'} ${bound(value)}`;
    default:
      return plan.key.includes(column)
        ? `TRY_CAST(${cell} AS BIGINT) ${operator} ${value}`
        : `${cell} ${operator} ${bound(value)}`;
  }
}

function trait(plan: ListingPlan, cell: string, value: TextTrait): string {
  switch (value) {
    case 'line-break':
      return `regexp_matches(${cell}, '[\\r\\n]')`;
    case 'quote':
      return `contains(${cell}, '"')`;
    case 'delimiter':
      return plan.delimiter === '\t' ? `regexp_matches(${cell}, '\\t')` : `contains(${cell}, ${text(plan.delimiter)})`;
    case 'non-ascii':
      return `regexp_matches(${cell}, '[^\\x00-\\x7F]')`;
    default:
      return assertNever(value);
  }
}

/** A test as SQL that is true where the row passes. */
export function rowTest(plan: ListingPlan, test: RowTest): string {
  switch (test.test) {
    case 'from-files':
      return fileIs(test.files);
    case 'row-of-file':
      if (test.to === null) return `row_in_file > ${test.from}`;
      return test.from === 0 ? `row_in_file <= ${test.to}` : `row_in_file BETWEEN ${test.from + 1} AND ${test.to}`;
    case 'compares':
      return `(${condition(plan, columnName(plan, test.column), test.operator, test.value)}) IS TRUE`;
    case 'not':
      // An empty cell meets no condition, so its row stays.
      return test.of.test === 'compares'
        ? `(${condition(plan, columnName(plan, test.of.column), test.of.operator, test.of.value)}) IS NOT TRUE`
        : `NOT ${rowTest(plan, test.of)}`;
    case 'any':
      return `(${test.of.map((each) => rowTest(plan, each)).join(' OR ') || 'false'})`;
    default:
      return assertNever(test);
  }
}

/** The value after one step of the load. */
export function loaded(plan: ListingPlan, { column, to, files, where: met }: LoadStep, value: string): string {
  const changed = changedValue(plan, column, to, value);
  const when = [...(files ? [fileIs(files)] : []), ...(met ? [rowTest(plan, met)] : [])];
  return when.length > 0 ? `CASE WHEN ${when.join(' AND ')} THEN ${changed} ELSE ${value} END` : changed;
}

function changedValue(plan: ListingPlan, column: string, to: LoadStep['to'], value: string): string {
  switch (to.value) {
    case 'empty':
      return 'NULL';
    case 'filled':
      return `coalesce(${value}, ${typeOf(plan, column) === 'number' ? to.with : text(to.with)})`;
    case 'altered':
      return alteration(to.form, value, undefined);
    case 'shifted': {
      const [sign, size] = to.by.startsWith('-') ? ['-', to.by.slice(1)] : ['+', to.by];
      const parts = parseDuration(size)?.parts.map(({ unit, amount }) => `${amount} ${unit}s`);
      return `${value} ${sign} ${parts ? `INTERVAL '${parts.join(' ')}'` : size}`;
    }
    case 'times':
      return `${value} * ${to.factor}`;
    case 'rounded':
      return rounded(column === plan.measure.name ? plan.measure.places : 0, to.how, to.digits, value);
    case 'at-most':
      return `CASE WHEN ${value} > ${to.max} THEN ${to.max} ELSE ${value} END`;
    case 'without-sign':
      return `abs(${value})`;
    case 'wrapped': {
      const turn = formatUnits(2n ** BigInt(to.bits), to.digits);
      return `CAST(${value} - ${turn} * CAST(floor(${value} / ${turn} + 0.5) AS BIGINT) AS ${measureType(plan)})`;
    }
    default:
      return assertNever(to);
  }
}

function rounded(places: number, how: Rounding, digits: number, value: string): string {
  const power = 10 ** Math.abs(digits);
  const type = `DECIMAL(18, ${places})`;
  const shifted =
    digits === 0 ? value : digits > 0 ? `${value} * ${power}` : `${value} / CAST(${power} AS DECIMAL(18, 0))`;
  const back = (whole: string) =>
    `CAST(${digits === 0 ? whole : digits > 0 ? `${whole} / ${power}` : `${whole} * ${power}`} AS ${type})`;
  switch (how) {
    case 'half-up':
      return `CAST(round(${value}, ${digits}) AS ${type})`;
    case 'half-even':
      return back(`round_even(${shifted}, 0)`);
    case 'cut':
      return back(`trunc(${shifted})`);
    case 'down':
      return back(`floor(${shifted})`);
    case 'up':
      return back(`ceil(${shifted})`);
    default:
      return assertNever(how);
  }
}

export function selectReplacing(replaced: readonly (readonly [string, string])[], from: string): string[] {
  if (replaced.length === 0) return [`SELECT * FROM ${from}`];
  const items = replaced.map(([name, value]) => `  ${value} AS ${id(name)}`);
  return [
    'SELECT * REPLACE (',
    ...items.map((item, at) => (at < items.length - 1 ? `${item},` : item)),
    `) FROM ${from}`,
  ];
}

export function where(tests: readonly string[]): string[] {
  return tests.map((test, at) => (at === 0 ? `WHERE ${test}` : `  AND ${test}`));
}

export function fileIs(files: readonly string[]): string {
  return `parse_filename(filename) ${files.length === 1 ? `= ${text(files[0] ?? '')}` : `IN (${files.map(text).join(', ')})`}`;
}

/** True where the row marks no delete. */
export function marksNoDelete({ column, values }: NonNullable<ListingPlan['deletes']>): string {
  return `(${id(column)} IN (${values.map(text).join(', ')})) IS NOT TRUE`;
}

export function splitLines(lines: string): string[] {
  return lines.split('\n');
}
