import { assertNever } from '@/lib/core/assert-never';
import type { Rounding } from '@/lib/core/findings/fault';
import { allOf, has, type ListingPlan, typeOf } from './listing-plan';
import { fileIs, id, numeric, selectReplacing, valueTests, versionAsText, where } from './sql-text';

/** One row a key by the rule, with the columns that are not simply the winner's own. */
export function tableLines(plan: ListingPlan, from: string): string[] {
  if (has(plan, 'duplicates-kept')) return [`SELECT * FROM ${from}  -- every row stands`];
  const key = plan.key.map(id).join(', ');
  const over = `OVER (PARTITION BY ${key})`;
  const own = [plan.measure.name, ...plan.attributes.map((attribute) => attribute.name)];
  const replaced: [string, string][] = [];
  if (has(plan, 'largest-of-each-column')) {
    for (const name of [...own, ...(plan.version ? [plan.version.name] : [])])
      replaced.push([name, `max(${id(name)}) ${over}`]);
  }
  if (has(plan, 'zeros-ignored')) {
    const order = plan.version ? `${id(plan.version.name)}, arrival` : 'arrival';
    const all = `OVER (PARTITION BY ${key} ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`;
    for (const name of own.filter((column) => typeOf(plan, column) === 'number')) {
      replaced.push([
        name,
        `if(${id(name)} = 0, coalesce(last_value(nullif(${id(name)}, 0) IGNORE NULLS) ${all}, 0), ${id(name)})`,
      ]);
    }
  }
  if (has(plan, 'versions-summed')) replaced.push([plan.measure.name, `sum(${id(plan.measure.name)}) ${over}`]);
  for (const { columns } of allOf(plan, 'column-not-updated')) {
    for (const name of columns)
      replaced.push([name, `first_value(${id(name)}) OVER (PARTITION BY ${key} ORDER BY arrival)`]);
  }
  if (versionAsText(plan))
    replaced.push([plan.version?.name ?? '', numeric(plan.version?.name ?? '').replace(/ AS \S+$/, '')]);
  return [
    ...selectReplacing(replaced, from),
    'QUALIFY row_number() OVER (',
    `  PARTITION BY ${key} ORDER BY ${ranking(plan, from)}) = 1`,
  ];
}

function ranking(plan: ListingPlan, from: string): string {
  const version = plan.version ? `${from}.${id(plan.version.name)}` : null;
  const last = plan.ties === 'earlier' ? 'arrival' : 'arrival DESC';
  const then = (first: string) => [first, ...(version ? [`${version} DESC`] : []), last].join(', ');
  if (has(plan, 'first-row-wins')) return 'arrival';
  if (version === null || has(plan, 'last-row-wins'))
    return has(plan, 'largest-measure-wins') ? then(`${from}.${id(plan.measure.name)} DESC`) : 'arrival DESC';
  if (has(plan, 'smallest-version-wins')) return `${version}, ${last}`;
  if (has(plan, 'largest-measure-wins')) return then(`${from}.${id(plan.measure.name)} DESC`);
  if (plan.version?.type === 'text' && !has(plan, 'version-compared-as-text'))
    return `${natural(version)} DESC, ${last}`;
  return `${version} DESC, ${last}`;
}

/** A text whose digits are padded, so that "a2" comes before "a10". */
function natural(column: string): string {
  return `list_transform(regexp_extract_all(${column}, '[0-9]+|[^0-9]+'), part -> if(part[1] BETWEEN '0' AND '9', lpad(part, 20, '0'), part))`;
}

/** What the load does to the rows of the table; null when nothing. */
export function loadLines(plan: ListingPlan, from: string): string[] | null {
  const tests = valueTests(plan, 'load');
  const measure = plan.measure.name;
  let value = id(measure);
  const change = (files: readonly string[] | undefined, to: string) => {
    value = files ? `CASE WHEN ${fileIs(files)} THEN ${to} ELSE ${value} END` : to;
  };
  if (!has(plan, 'versions-summed'))
    for (const { factor, files } of allOf(plan, 'measure-scaled')) change(files, `${value} * ${factor}`);
  for (const { how, digits, files } of allOf(plan, 'measure-rounded')) change(files, rounded(plan, how, digits, value));
  for (const { max, files } of allOf(plan, 'measure-clipped'))
    change(files, `CASE WHEN ${value} > ${max} THEN ${max} ELSE ${value} END`);
  if (value === id(measure) && tests.length === 0) return null;
  if (value === id(measure)) return [`SELECT * FROM ${from}`, ...where(tests)];
  // A condition at the load sees the measure as loaded, so it is tested one level further out.
  const lines = selectReplacing([[measure, value]], from);
  return tests.length === 0 ? lines : ['SELECT * FROM (', ...lines.map((line) => `  ${line}`), ')', ...where(tests)];
}

function rounded(plan: ListingPlan, how: Rounding, digits: number, value: string): string {
  const power = 10 ** Math.abs(digits);
  const type = `DECIMAL(18, ${plan.measure.places})`;
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
