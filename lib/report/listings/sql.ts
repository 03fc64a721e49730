import { assertNever } from '@/lib/core/assert-never';
import type { FaultOf, Rounding } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';
import {
  allOf,
  comparedColumns,
  has,
  type Listing,
  type ListingPlan,
  loadedFiles,
  noListing,
  planListing,
  swappedWithMeasure,
  typeOf,
} from './listing-plan';

/**
 * One query in DuckDB's dialect that replays one side's causes on the same files and counts the rows that its table
 * shares with the replay. Run in the folder of the files; answers one row: rows_equal, rows_replayed, rows_held,
 * total_replayed, total_held. Exact: amounts are integers or decimals, never floats.
 */
export function sqlListing(findings: Findings, side: Side): Listing | null {
  const plan = planListing(findings, side);
  if (!plan) return null;
  const why = noListing(findings, plan);
  if (why !== null) return { kind: 'none', why };
  const steps: Step[] = [...arriveSteps(plan), ...readSteps(plan)];
  steps.push({ name: 'replayed', lines: tableLines(plan, last(steps)) });
  const load = loadLines(plan, 'replayed');
  if (load) steps.push({ name: 'loaded', lines: load });
  const result = last(steps);
  steps.push({
    name: 'held',
    lines: ['SELECT *', `FROM ${readCsv(plan, [plan.table.file], false)}`].flatMap(splitLines),
    clean: true,
  });
  const columns = comparedColumns(plan).map(id);
  const measure = id(plan.measure.name);
  const version = versionAsText(plan) && plan.version?.inTable ? plan.version.name : null;
  const held = version ? `(SELECT * REPLACE (${numeric(version)}) FROM held)` : 'held';
  const code = [
    `-- DuckDB, run in the folder of the files`,
    `WITH ${steps.map((step) => stepText(plan, step)).join(', ')}`,
    'SELECT',
    '  (SELECT count(*) FROM (',
    ...selectFrom(columns, result),
    '    INTERSECT ALL',
    ...selectFrom(columns, `${held})) AS rows_equal,`),
    `  (SELECT count(*) FROM ${result}) AS rows_replayed,`,
    '  (SELECT count(*) FROM held) AS rows_held,',
    `  (SELECT sum(${measure}) FROM ${result}) AS total_replayed,`,
    `  (SELECT sum(${measure}) FROM held) AS total_held;`,
  ].join('\n');
  return { kind: 'listing', code: `${code}\n` };
}

/** On one line of at most 76 characters, or on two. */
function selectFrom(columns: readonly string[], from: string): string[] {
  const single = `    SELECT ${columns.join(', ')} FROM ${from}`;
  return single.length <= 76 ? [single] : [`    SELECT ${columns.join(', ')}`, `    FROM ${from}`];
}

interface Step {
  readonly name: string;
  readonly lines: readonly string[];
  /** Whether the measure's cells must still lose their currency sign. */
  readonly clean?: boolean;
}

function stepText(plan: ListingPlan, step: Step): string {
  const lines =
    step.clean && plan.measure.unit !== null
      ? step.lines.map((line) => line.replace('SELECT *', () => `SELECT * REPLACE (\n    ${cleaned(plan)})`))
      : step.lines;
  return `${step.name} AS (\n${lines.map((line) => `  ${line}`).join('\n')}\n)`;
}

function cleaned(plan: ListingPlan): string {
  const measure = id(plan.measure.name);
  const sign = (plan.measure.unit ?? '').replace(/[\]\\^-]/g, '\\$&');
  return `regexp_replace(${measure}, ${text(`[${sign},]`)}, '', 'g')::${measureType(plan)} AS ${measure}`;
}

function measureType(plan: ListingPlan): string {
  return plan.measure.places === 0 ? 'BIGINT' : `DECIMAL(18, ${plan.measure.places})`;
}

function versionAsText(plan: ListingPlan): boolean {
  return has(plan, 'version-compared-as-text') && plan.version?.type === 'number';
}

function numeric(version: string): string {
  return `CAST(${id(version)} AS DECIMAL(38, 9)) AS ${id(version)}`;
}

function readCsv(plan: ListingPlan, files: readonly string[], named: boolean): string {
  const types = [
    ...plan.key.map((name) => [name, 'VARCHAR'] as const),
    [plan.measure.name, plan.measure.unit === null ? measureType(plan) : 'VARCHAR'] as const,
    ...swappedWithMeasure(plan).map((name) => [name, measureType(plan)] as const),
    ...plan.attributes
      .filter((attribute) => attribute.type === 'text')
      .map((attribute) => [attribute.name, 'VARCHAR'] as const),
    ...(plan.version && (plan.version.type === 'text' || versionAsText(plan))
      ? [[plan.version.name, 'VARCHAR'] as const]
      : []),
  ];
  const source = files.length === 1 ? text(files[0] ?? '') : `[${files.map(text).join(', ')}]`;
  const options = [
    'header = true',
    ...(files.length > 1 ? ['union_by_name = true'] : []),
    ...(named ? ['filename = true'] : []),
    'sample_size = -1',
  ];
  return `read_csv(${source},\n  ${options.join(', ')},\n  types = {${types.map(([name, type]) => `${text(name)}: ${text(type)}`).join(', ')}})`;
}

function splitLines(lines: string): string[] {
  return lines.split('\n');
}

/** The rows as the files hold them, numbered in arrival order, and those of them that arrive. */
function arriveSteps(plan: ListingPlan): Step[] {
  const named = needsFileOfRow(plan);
  const inFile = has(plan, 'file-partially-loaded', 'rows-capped', 'first-rows-skipped');
  const missing = allOf(plan, 'file-not-loaded').flatMap((fault) => fault.files);
  const steps: Step[] = [
    {
      name: 'arrived',
      lines: [
        ...(missing.length > 0 ? [`-- without ${missing.join(', ')}`] : []),
        `SELECT *, row_number() OVER () AS arrival`,
        ...splitLines(`FROM ${readCsv(plan, loadedFiles(plan), named)}`),
      ],
      clean: true,
    },
  ];
  if (inFile) {
    steps.push({
      name: 'numbered',
      lines: ['SELECT *, row_number() OVER (PARTITION BY filename ORDER BY arrival) AS row_in_file', 'FROM arrived'],
    });
  }
  const tests = [...fileTests(plan), ...versionTests(plan)];
  const late = has(plan, 'late-rows-dropped') && plan.version ? plan.version.name : null;
  if (late !== null) {
    // The mark of a file is the greatest version of the files before it.
    steps.push({
      name: 'marks',
      lines: [
        `SELECT filename, max(newest) OVER (ORDER BY begins ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS mark`,
        `FROM (SELECT filename, max(${id(late)}) AS newest, min(arrival) AS begins FROM ${last(steps)} GROUP BY filename)`,
      ],
    });
    tests.push(`(mark IS NULL OR ${id(late)} > mark)`);
  }
  if (tests.length > 0) {
    const from = inFile ? 'numbered' : 'arrived';
    const columns = late === null ? '*' : '* EXCLUDE (mark)';
    steps.push({
      name: 'kept',
      lines: [`SELECT ${columns} FROM ${from}${late === null ? '' : ' JOIN marks USING (filename)'}`, ...where(tests)],
    });
  }
  return [...steps, ...filterSteps(plan, last(steps))];
}

function filterSteps(plan: ListingPlan, from: string): Step[] {
  const tests = valueTests(plan, 'arrival');
  const first = loadedFiles(plan)[0] ?? '';
  if (has(plan, 'new-keys-ignored')) {
    const key = plan.key.map(id).join(', ');
    tests.unshift(`(${key}) IN (SELECT (${key}) FROM ${from} WHERE ${fileIs([first])})`);
  }
  return tests.length === 0 ? [] : [{ name: 'taken', lines: [`SELECT * FROM ${from}`, ...where(tests)] }];
}

function fileTests(plan: ListingPlan): string[] {
  return plan.faults.flatMap((fault): string[] => {
    switch (fault.fault) {
      case 'file-partially-loaded': {
        const ranges = fault.loaded.map(({ from, to }) =>
          from === 0 ? `row_in_file <= ${to}` : `row_in_file BETWEEN ${from + 1} AND ${to}`,
        );
        return [`(NOT ${fileIs(fault.files)} OR ${ranges.join(' OR ') || 'false'})`];
      }
      case 'rows-capped':
        return [`row_in_file <= ${fault.limit}`];
      case 'first-rows-skipped':
        return [`row_in_file > ${fault.count}`];
      default:
        return [];
    }
  });
}

function versionTests(plan: ListingPlan): string[] {
  return allOf(plan, 'version-cutoff').map(
    (fault) => `(${condition(plan, plan.version?.name ?? '', '>', fault.version)}) IS NOT TRUE`,
  );
}

/** An empty cell meets no condition, so its row stays. */
function valueTests(plan: ListingPlan, stage: 'arrival' | 'load'): string[] {
  return allOf(plan, 'rows-filtered')
    .filter((fault) => fault.stage === stage)
    .map((fault) => `(${condition(plan, fault.column, fault.operator, fault.value)}) IS NOT TRUE`);
}

function condition(plan: ListingPlan, column: string, operator: string, value: string): string {
  const sign = operator === '!=' ? '<>' : operator;
  const type = typeOf(plan, column);
  if (type === 'number') {
    const cell =
      column === plan.version?.name && versionAsText(plan) ? `CAST(${id(column)} AS DECIMAL(38, 9))` : id(column);
    return `${cell} ${sign} ${value}`;
  }
  return `${id(column)} ${sign} ${type === 'date' ? `TIMESTAMPTZ ${text(value)}` : text(value)}`;
}

function readSteps(plan: ListingPlan): Step[] {
  const replaced: [string, string][] = allOf(plan, 'key-altered').map((fault) => [
    plan.key[0] ?? '',
    alteration(fault, id(plan.key[0] ?? '')),
  ]);
  for (const { columns, files } of allOf(plan, 'columns-swapped')) {
    const [a, b] = columns;
    const swap = (own: string, other: string) =>
      files ? `CASE WHEN ${fileIs(files)} THEN ${id(other)} ELSE ${id(own)} END` : id(other);
    replaced.push([a, swap(a, b)], [b, swap(b, a)]);
  }
  if (has(plan, 'versions-summed')) replaced.push(...scaled(plan));
  if (replaced.length === 0) return [];
  const from = last(arriveSteps(plan));
  return [{ name: 'as_read', lines: selectReplacing(replaced, from) }];
}

function alteration({ how }: FaultOf<'key-altered'>, key: string): string {
  switch (how) {
    case 'leading-zeros':
      return `regexp_replace(${key}, '^0+([0-9])', '\\1')`;
    case 'whitespace':
      return `regexp_replace(${key}, '^\\s+|\\s+$', '', 'g')`;
    case 'case':
      return `lower(${key})`;
    case 'upper-case':
      return `upper(${key})`;
    case 'float-precision':
      return `CASE WHEN regexp_full_match(${key}, '-?[1-9][0-9]{15,}') THEN printf('%.0f', CAST(${key} AS DOUBLE)) ELSE ${key} END`;
    case 'fifteen-digits':
      return `CASE WHEN regexp_full_match(${key}, '-?[1-9][0-9]{15,}') THEN rpad(regexp_extract(${key}, '^-?[0-9]{15}'), length(${key})::INTEGER, '0') ELSE ${key} END`;
    case 'decimal-point':
      return `regexp_replace(${key}, '^(-?[0-9]+)$', '\\1.0')`;
    default:
      return assertNever(how);
  }
}

/** One row a key by the rule, with the columns that are not simply the winner's own. */
function tableLines(plan: ListingPlan, from: string): string[] {
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
  const then = (first: string) => [first, ...(version ? [`${version} DESC`] : []), 'arrival DESC'].join(', ');
  if (has(plan, 'first-row-wins')) return 'arrival';
  if (version === null || has(plan, 'last-row-wins'))
    return has(plan, 'largest-measure-wins') ? then(`${from}.${id(plan.measure.name)} DESC`) : 'arrival DESC';
  if (has(plan, 'smallest-version-wins')) return `${version}, arrival DESC`;
  if (has(plan, 'largest-measure-wins')) return then(`${from}.${id(plan.measure.name)} DESC`);
  if (plan.version?.type === 'text' && !has(plan, 'version-compared-as-text'))
    return `${natural(version)} DESC, arrival DESC`;
  return `${version} DESC, arrival DESC`;
}

/** A text whose digits are padded, so that "a2" comes before "a10". */
function natural(column: string): string {
  return `list_transform(regexp_extract_all(${column}, '[0-9]+|[^0-9]+'), part -> if(part[1] BETWEEN '0' AND '9', lpad(part, 20, '0'), part))`;
}

/** What the load does to the rows of the table; null when nothing. */
function loadLines(plan: ListingPlan, from: string): string[] | null {
  const tests = valueTests(plan, 'load');
  const measure = plan.measure.name;
  let value = id(measure);
  let changed = false;
  const change = (files: readonly string[] | undefined, to: string) => {
    value = files ? `CASE WHEN ${fileIs(files)} THEN ${to} ELSE ${value} END` : to;
    changed = true;
  };
  if (!has(plan, 'versions-summed'))
    for (const { factor, files } of allOf(plan, 'measure-scaled')) change(files, `${value} * ${factor}`);
  for (const { how, digits, files } of allOf(plan, 'measure-rounded')) change(files, rounded(plan, how, digits, value));
  for (const { max, files } of allOf(plan, 'measure-clipped'))
    change(files, `CASE WHEN ${value} > ${max} THEN ${max} ELSE ${value} END`);
  if (!changed && tests.length === 0) return null;
  if (!changed) return [`SELECT * FROM ${from}`, ...where(tests)];
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

function scaled(plan: ListingPlan): [string, string][] {
  const measure = id(plan.measure.name);
  return allOf(plan, 'measure-scaled').map(({ factor, files }) => [
    plan.measure.name,
    files ? `CASE WHEN ${fileIs(files)} THEN ${measure} * ${factor} ELSE ${measure} END` : `${measure} * ${factor}`,
  ]);
}

function selectReplacing(replaced: readonly (readonly [string, string])[], from: string): string[] {
  if (replaced.length === 0) return [`SELECT * FROM ${from}`];
  const items = replaced.map(([name, value]) => `  ${value} AS ${id(name)}`);
  return [
    'SELECT * REPLACE (',
    ...items.map((item, at) => (at < items.length - 1 ? `${item},` : item)),
    `) FROM ${from}`,
  ];
}

function where(tests: readonly string[]): string[] {
  return tests.map((test, at) => (at === 0 ? `WHERE ${test}` : `  AND ${test}`));
}

function fileIs(files: readonly string[]): string {
  return `parse_filename(filename) ${files.length === 1 ? `= ${text(files[0] ?? '')}` : `IN (${files.map(text).join(', ')})`}`;
}

function needsFileOfRow(plan: ListingPlan): boolean {
  if (has(plan, 'rows-capped', 'first-rows-skipped', 'file-partially-loaded', 'late-rows-dropped', 'new-keys-ignored'))
    return true;
  return plan.faults.some(
    (fault) => fault.fault !== 'file-not-loaded' && 'files' in fault && fault.files !== undefined,
  );
}

function last(steps: readonly Step[]): string {
  return steps.at(-1)?.name ?? 'arrived';
}

/** Bare where no keyword can be meant: words joined by underscores. */
function id(name: string): string {
  return /^(?!current_|at_)[a-z]+(_[a-z0-9]+)+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
