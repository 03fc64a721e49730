import { assertNever } from '@/lib/core/assert-never';
import type { Composition } from '@/lib/core/pipeline/change';
import { compositions, has, type ListingPlan, loadSteps, loadTests, sumSteps, versionAsText } from './listing-plan';
import { id } from './sql-names';
import { loaded, marksNoDelete, numeric, rowTest, selectReplacing, where } from './sql-text';

/** One row a key by the rule, with the columns that are not simply the winner's own. */
export function tableLines(plan: ListingPlan, from: string): string[] {
  if (has(plan, 'keep-every-row')) return [`SELECT * FROM ${from}  -- every row stands`];
  const key = plan.dedupeBy.map(id).join(', ');
  const values = new Map<string, string>();
  for (const { column, from: composition } of compositions(plan))
    values.set(column, composed(plan, composition, column, values.get(column) ?? id(column)));
  const version = plan.version?.name ?? '';
  if (versionAsText(plan)) values.set(version, numeric(version, values.get(version)).replace(/ AS \S+$/, ''));
  return [
    ...selectReplacing([...values], from),
    'QUALIFY row_number() OVER (',
    `  PARTITION BY ${key} ORDER BY ${ranking(plan, from)}) = 1`,
    ...(plan.deletes?.do === 'delete' ? [`  AND ${marksNoDelete(plan.deletes)}`] : []),
  ];
}

/** A column's value made of all rows of its key. `value`: what it is so far. */
function composed(plan: ListingPlan, composition: Composition, column: string, value: string): string {
  const key = plan.dedupeBy.map(id).join(', ');
  const over = `OVER (PARTITION BY ${key})`;
  const order = plan.version ? `${compared(plan, id(plan.version.name))}, arrival` : 'arrival';
  const inOrder = `OVER (PARTITION BY ${key} ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`;
  switch (composition) {
    case 'largest':
      return `max(${id(column)}) ${over}`;
    case 'first':
      return `first_value(${id(column)}) OVER (PARTITION BY ${key} ORDER BY arrival)`;
    case 'sum':
      return `sum(${sumSteps(plan, column).reduce((so, step) => loaded(plan, step, so), id(column))}) ${over}`;
    case 'newest-not-zero':
      return `if(${value} = 0, coalesce(last_value(nullif(${id(column)}, 0) IGNORE NULLS) ${inOrder}, 0), ${value})`;
    case 'newest-not-empty':
      return `coalesce(${value}, last_value(${id(column)} IGNORE NULLS) ${inOrder})`;
    default:
      return assertNever(composition);
  }
}

function ranking(plan: ListingPlan, from: string): string {
  const version = plan.version ? `${from}.${id(plan.version.name)}` : null;
  const newest = version && compared(plan, version);
  const then = plan.ties === 'earlier' ? 'arrival' : 'arrival DESC';
  const ranked = (...by: (string | null)[]) => [...by.filter((part) => part !== null), then].join(', ');
  switch (plan.rule) {
    case 'first-arrival':
      return 'arrival';
    case 'last-arrival':
      return 'arrival DESC';
    case 'largest-measure':
      return ranked(`${from}.${id(plan.measure.name)} DESC`, version && `${version} DESC`);
    case 'smallest-version':
      return ranked(newest);
    case 'largest-version':
      return ranked(newest && `${newest} DESC`);
    case 'largest-version-as-text':
      return ranked(version && `${version} DESC`);
    default:
      return assertNever(plan.rule);
  }
}

/** The version as rows are compared by it. */
function compared(plan: ListingPlan, version: string): string {
  if (has(plan, 'misread-version')) return `date_trunc('second', ${version})`;
  return plan.version?.type === 'text' ? natural(version) : version;
}

/** A text whose digits are padded, so that "a2" comes before "a10". */
function natural(column: string): string {
  return `list_transform(regexp_extract_all(${column}, '[0-9]+|[^0-9]+'), part -> if(part[1] BETWEEN '0' AND '9', lpad(part, 20, '0'), part))`;
}

/** What the load does to the rows of the table; null when nothing. */
export function loadLines(plan: ListingPlan, from: string): string[] | null {
  const tests = loadTests(plan).map((test) => rowTest(plan, test));
  const values = new Map<string, string>();
  for (const step of loadSteps(plan))
    values.set(step.column, loaded(plan, step, values.get(step.column) ?? id(step.column)));
  if (values.size === 0 && tests.length === 0) return null;
  if (values.size === 0) return [`SELECT * FROM ${from}`, ...where(tests)];
  // A condition at the load sees the values as loaded, so it is tested one level further out.
  const lines = selectReplacing([...values], from);
  return tests.length === 0 ? lines : ['SELECT * FROM (', ...lines.map((line) => `  ${line}`), ')', ...where(tests)];
}
