import { assertNever } from '@/lib/core/assert-never';
import type { Rounding } from '@/lib/core/findings/fault';
import { allOf, has, type ListingPlan, typeOf } from './listing-plan';

/** The pieces of Python that several stages share. */

/** The column that rows are grouped by, as a Python string; several key columns are one tuple. */
export function keyOf(plan: ListingPlan): string {
  return py(plan.key.length > 1 ? 'key' : (plan.key[0] ?? ''));
}

/** Whether the measure must be held as Decimal: floats would not be exact. */
export function needsDecimal(plan: ListingPlan): boolean {
  return (
    plan.measure.places > 0 ||
    plan.measure.sign !== null ||
    has(plan, 'measure-rounded') ||
    allOf(plan, 'measure-scaled').some((fault) => fault.factor.includes('.'))
  );
}

/** As text where a number would lose what was written. */
export function versionAsText(plan: ListingPlan): boolean {
  return has(plan, 'version-compared-as-text') && plan.version?.type === 'number';
}

/** Whether later steps ask which file a row came from. */
export function needsFileOfRow(plan: ListingPlan): boolean {
  return plan.faults.some(
    (fault) =>
      fault.fault !== 'file-not-loaded' &&
      fault.fault !== 'file-partially-loaded' &&
      'files' in fault &&
      fault.files !== undefined,
  );
}

/** An empty cell meets no condition: only `!=` must be told so. */
export function condition(plan: ListingPlan, table: string, column: string, operator: string, value: string): string {
  const type = typeOf(plan, column);
  const cell = `${table}[${py(column)}]`;
  const sign = operator === '=' ? '==' : operator;
  const decimal = column === plan.measure.name && needsDecimal(plan);
  const number = decimal ? `Decimal(${py(value)})` : value;
  const test =
    type === 'number'
      ? `${column === plan.version?.name && versionAsText(plan) ? `pd.to_numeric(${cell})` : cell} ${sign} ${number}`
      : type === 'date'
        ? `pd.to_datetime(${cell}, utc=True) ${sign} pd.Timestamp(${py(value)})${/Z|[+-]\d\d:?\d\d$/.test(value) ? '' : '.tz_localize("UTC")'}`
        : `${cell} ${sign} ${py(value)}`;
  return operator === '!=' ? `${cell}.notna() & (${test})` : test;
}

/** Lines that leave out the rows which a filter of that stage takes. */
export function valueFilters(plan: ListingPlan, table: string, stage: 'arrival' | 'load'): string[] {
  return allOf(plan, 'rows-filtered')
    .filter((fault) => fault.stage === stage)
    .map((fault) => `${table} = ${table}[~(${condition(plan, table, fault.column, fault.operator, fault.value)})]`);
}

/** Lines that change the measure of a table, or of its rows from certain files. */
export function valueSteps(
  plan: ListingPlan,
  table: string,
  codes: readonly ('measure-scaled' | 'measure-rounded' | 'measure-clipped')[],
): string[] {
  const measure = py(plan.measure.name);
  const decimal = (text: string) => (needsDecimal(plan) ? `Decimal(${py(text)})` : text);
  return codes.flatMap((code) =>
    allOf(plan, code).map((fault) => {
      const cell = fault.files
        ? `${table}.loc[${table}["file"].isin([${fault.files.map(py).join(', ')}]), ${measure}]`
        : `${table}[${measure}]`;
      switch (fault.fault) {
        case 'measure-scaled':
          return `${cell} *= ${decimal(fault.factor)}`;
        case 'measure-rounded':
          return `${cell} = ${cell}.map(lambda value: value.quantize(Decimal(${py(`1E${-fault.digits}`)}), ${ROUNDING[fault.how]}), na_action="ignore")`;
        case 'measure-clipped':
          return `${cell} = ${cell}.map(lambda value: min(value, ${decimal(fault.max)}), na_action="ignore")`;
        default:
          return assertNever(fault);
      }
    }),
  );
}

const ROUNDING: Readonly<Record<Rounding, string>> = {
  cut: 'ROUND_DOWN',
  'half-up': 'ROUND_HALF_UP',
  'half-even': 'ROUND_HALF_EVEN',
  down: 'ROUND_FLOOR',
  up: 'ROUND_CEILING',
};

/** A Python string. JSON's escapes are Python's. */
export function py(text: string): string {
  return JSON.stringify(text);
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
