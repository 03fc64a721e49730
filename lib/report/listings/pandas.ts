import { assertNever } from '@/lib/core/assert-never';
import type { FaultOf, Rounding } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';
import {
  allOf,
  comparedColumns,
  faultOf,
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
 * Python with pandas that replays one side's causes on the same files and counts the rows that its table shares with the
 * replay. Run in the folder of the files; prints one line. Exact: amounts with decimals are `Decimal`.
 */
export function pandasListing(findings: Findings, side: Side): Listing | null {
  const plan = planListing(findings, side);
  if (!plan) return null;
  const why = noListing(findings, plan);
  if (why !== null) return { kind: 'none', why };
  const sections = [
    readSection(plan),
    [...arriveSection(plan), ...readAsSection(plan)],
    tableSection(plan),
    compareSection(plan),
  ];
  const code = [importSection(sections.flat()), ...sections].map((lines) => lines.join('\n')).join('\n\n');
  return { kind: 'listing', code: `${code}\n` };
}

function importSection(lines: readonly string[]): string[] {
  const names = ['Decimal', 'ROUND_DOWN', 'ROUND_FLOOR', 'ROUND_CEILING', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN'];
  const used = names.filter((name) => lines.some((line) => line.includes(name)));
  return [
    'from collections import Counter',
    ...(used.length > 0 ? [`from decimal import ${used.join(', ')}`] : []),
    'import pandas as pd',
  ];
}

/** Whether the measure must be held as Decimal: floats would not be exact. */
function needsDecimal(plan: ListingPlan): boolean {
  return (
    plan.measure.places > 0 ||
    plan.measure.unit !== null ||
    has(plan, 'measure-rounded') ||
    allOf(plan, 'measure-scaled').some((fault) => fault.factor.includes('.'))
  );
}

function decimalColumns(plan: ListingPlan): string[] {
  return needsDecimal(plan) ? [plan.measure.name, ...swappedWithMeasure(plan)] : [];
}

/** As text where a number would lose what was written. */
function versionAsText(plan: ListingPlan): boolean {
  return has(plan, 'version-compared-as-text') && plan.version?.type === 'number';
}

function readSection(plan: ListingPlan): string[] {
  const asText = [
    ...plan.key,
    ...decimalColumns(plan),
    ...plan.attributes.filter((attribute) => attribute.type !== 'number').map((attribute) => attribute.name),
    ...(plan.version && (plan.version.type !== 'number' || versionAsText(plan)) ? [plan.version.name] : []),
  ];
  const missing = allOf(plan, 'file-not-loaded').flatMap((fault) => fault.files);
  const steps = [
    ...decimalColumns(plan).map(
      (name) =>
        `    table[${py(name)}] = table[${py(name)}].map(${plan.measure.unit === null ? 'Decimal' : 'number'}, na_action="ignore")`,
    ),
    ...(plan.key.length > 1
      ? [`    table["key"] = list(zip(${plan.key.map((name) => `table[${py(name)}]`).join(', ')}))`]
      : []),
  ];
  const call = `pd.read_csv(file, dtype=TEXT, keep_default_na=False, na_values=[""]${plan.files.some((file) => /\.tsv(\.gz)?$/i.test(file)) ? ', sep=None, engine="python"' : ''})`;
  return [
    ...wrapped(
      'FILES = [',
      loadedFiles(plan).map(py),
      `]${missing.length > 0 ? `  # without ${missing.join(', ')}` : ''}`,
    ),
    `TEXT = {${asText.map((name) => `${py(name)}: str`).join(', ')}}`,
    '',
    ...(plan.measure.unit === null
      ? []
      : ['def number(text):', `    return Decimal(text.replace(${py(plan.measure.unit)}, "").replace(",", ""))`, '']),
    'def read(file):',
    ...(steps.length === 0 ? [`    return ${call}`] : [`    table = ${call}`, ...steps, '    return table']),
  ];
}

function arriveSection(plan: ListingPlan): string[] {
  const byFile = has(
    plan,
    'file-partially-loaded',
    'rows-capped',
    'first-rows-skipped',
    'late-rows-dropped',
    'new-keys-ignored',
  );
  const named = needsFileOfRow(plan);
  const one = named ? 'read(file).assign(file=file)' : 'read(file)';
  if (!byFile) return [`rows = pd.concat([${one} for file in FILES], ignore_index=True)`, ...rowFilters(plan)];
  const lines = [`arrived = {file: ${one} for file in FILES}`];
  for (const fault of allOf(plan, 'file-partially-loaded')) lines.push(...partLoaded(fault));
  for (const { limit } of allOf(plan, 'rows-capped'))
    lines.push(`arrived = {file: table[table.index < ${limit}] for file, table in arrived.items()}`);
  for (const { count } of allOf(plan, 'first-rows-skipped'))
    lines.push(`arrived = {file: table[table.index >= ${count}] for file, table in arrived.items()}`);
  if (has(plan, 'late-rows-dropped') && plan.version) {
    const newest = `table[${py(plan.version.name)}]`;
    lines.push(
      'mark = None  # the greatest version so far',
      'for file, table in arrived.items():',
      `    arrived[file] = table if mark is None else table[${newest} > mark]`,
      `    mark = ${newest}.max() if mark is None else max(mark, ${newest}.max())`,
    );
  }
  lines.push('rows = pd.concat(arrived.values(), ignore_index=True)', ...versionFilters(plan));
  if (has(plan, 'new-keys-ignored'))
    lines.push(`rows = rows[rows[${keyOf(plan)}].isin(arrived[FILES[0]][${keyOf(plan)}])]`);
  return [...lines, ...valueFilters(plan, 'rows', 'arrival')];
}

function partLoaded(fault: FaultOf<'file-partially-loaded'>): string[] {
  const part = fault.loaded
    .map(({ from, to }) =>
      from === 0 ? `(table.index < ${to})` : `((table.index >= ${from}) & (table.index < ${to}))`,
    )
    .join(' | ');
  const file = py(fault.files[0] ?? '');
  return [`table = arrived[${file}]`, `arrived[${file}] = table[${part === '' ? 'table.index < 0' : part}]`];
}

function rowFilters(plan: ListingPlan): string[] {
  return [...versionFilters(plan), ...valueFilters(plan, 'rows', 'arrival')];
}

function versionFilters(plan: ListingPlan): string[] {
  return allOf(plan, 'version-cutoff').map((fault) => {
    const name = plan.version?.name ?? '';
    return `rows = rows[~(${condition(plan, 'rows', name, '>', fault.version)})]`;
  });
}

function valueFilters(plan: ListingPlan, table: string, stage: 'arrival' | 'load'): string[] {
  return allOf(plan, 'rows-filtered')
    .filter((fault) => fault.stage === stage)
    .map((fault) => `${table} = ${table}[~(${condition(plan, table, fault.column, fault.operator, fault.value)})]`);
}

/** An empty cell meets no condition: only `!=` must be told so. */
function condition(plan: ListingPlan, table: string, column: string, operator: string, value: string): string {
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

/** What reading does to rows that have arrived. */
function readAsSection(plan: ListingPlan): string[] {
  const key = keyOf(plan);
  const lines = allOf(plan, 'key-altered').map((fault) => `rows[${key}] = rows[${key}]${alteration(fault)}`);
  for (const { columns, files } of allOf(plan, 'columns-swapped')) {
    const [a, b] = columns.map(py);
    const rows = files ? `rows["file"].isin([${files.map(py).join(', ')}])` : ':';
    lines.push(`rows.loc[${rows}, [${a}, ${b}]] = rows.loc[${rows}, [${b}, ${a}]].to_numpy()`);
  }
  if (has(plan, 'versions-summed')) lines.push(...valueSteps(plan, 'rows', ['measure-scaled']));
  return lines;
}

function alteration({ how }: FaultOf<'key-altered'>): string {
  switch (how) {
    case 'leading-zeros':
      return '.str.replace(r"^0+(?=\\d)", "", regex=True)';
    case 'whitespace':
      return '.str.strip()';
    case 'case':
      return '.str.lower()';
    case 'upper-case':
      return '.str.upper()';
    case 'float-precision':
      return '.str.replace(r"^-?[1-9]\\d{15,}$", lambda key: str(int(float(key[0]))), regex=True)';
    case 'fifteen-digits':
      return '.str.replace(r"^(-?[1-9]\\d{14})(\\d+)$", lambda key: key[1] + "0" * len(key[2]), regex=True)';
    case 'decimal-point':
      return '.str.replace(r"^-?\\d+$", r"\\g<0>.0", regex=True)';
    default:
      return assertNever(how);
  }
}

function tableSection(plan: ListingPlan): string[] {
  if (has(plan, 'duplicates-kept')) return ['table = rows.copy()  # every row stands', ...loadSteps(plan)];
  const key = keyOf(plan);
  const lines = [`ranked = ${ranked(plan)}`, `table = ranked.drop_duplicates(${key}, keep="last").copy()`];
  if (has(plan, 'first-row-wins')) lines.splice(0, 2, `table = rows.drop_duplicates(${key}, keep="first").copy()`);
  if (has(plan, 'last-row-wins') || (!plan.version && !has(plan, 'first-row-wins', 'largest-measure-wins')))
    lines.splice(0, 2, `table = rows.drop_duplicates(${key}, keep="last").copy()`);
  if (has(plan, 'largest-of-each-column')) {
    const own = [
      plan.measure.name,
      ...plan.attributes.map((a) => a.name),
      ...(plan.version ? [plan.version.name] : []),
    ];
    lines.push(
      `largest = rows.groupby(${key})`,
      ...wrapped('for column in [', own.map(py), ']:'),
      `    table[column] = table[${key}].map(largest[column].max())`,
    );
  }
  if (has(plan, 'zeros-ignored')) lines.push(...zerosIgnored(plan));
  if (has(plan, 'versions-summed'))
    lines.push(
      `table[${py(plan.measure.name)}] = table[${key}].map(rows.groupby(${key})[${py(plan.measure.name)}].sum())`,
    );
  for (const { columns } of allOf(plan, 'column-not-updated')) {
    lines.push(
      `first = rows.drop_duplicates(${key}).set_index(${key})`,
      `for column in [${columns.map(py).join(', ')}]:`,
      `    table[column] = table[${key}].map(first[column])`,
    );
  }
  return [...lines, ...loadSteps(plan)];
}

/** Rows in the order of the rule, the winner of each key last. A stable sort: equal ones keep their arrival order. */
function ranked(plan: ListingPlan): string {
  const version = plan.version ? py(plan.version.name) : null;
  if (has(plan, 'largest-measure-wins')) {
    const by = [py(plan.measure.name), ...(version ? [version] : [])];
    return `rows.sort_values([${by.join(', ')}], kind="stable", na_position="first")`;
  }
  const natural = plan.version?.type === 'text' && !has(plan, 'version-compared-as-text');
  const by = natural
    ? `${version}, key=lambda text: text.str.replace(r"\\d+", lambda digits: digits[0].zfill(20), regex=True)`
    : version;
  const descending = has(plan, 'smallest-version-wins') ? ', ascending=False' : '';
  return `rows.sort_values(${by}${descending}, kind="stable")${versionAsText(plan) ? '  # as text' : ''}`;
}

function zerosIgnored(plan: ListingPlan): string[] {
  const numbers = [
    plan.measure.name,
    ...plan.attributes.filter((attribute) => attribute.type === 'number').map((attribute) => attribute.name),
  ];
  const order = plan.version ? `rows.sort_values(${py(plan.version.name)}, kind="stable")` : 'rows';
  const key = keyOf(plan);
  return [
    `newest = ${order}`,
    ...wrapped('for column in [', numbers.map(py), ']:'),
    '    standing = newest[newest[column].fillna(0) != 0].drop_duplicates(' +
      `${key}, keep="last").set_index(${key})[column]`,
    `    table[column] = table[column].where(table[column] != 0, table[${key}].map(standing).fillna(0))`,
  ];
}

function loadSteps(plan: ListingPlan): string[] {
  const scaled = has(plan, 'versions-summed') ? [] : (['measure-scaled'] as const);
  return [
    ...(versionAsText(plan)
      ? [`table[${py(plan.version?.name ?? '')}] = pd.to_numeric(table[${py(plan.version?.name ?? '')}])`]
      : []),
    ...valueSteps(plan, 'table', [...scaled, 'measure-rounded', 'measure-clipped']),
    ...valueFilters(plan, 'table', 'load'),
  ];
}

function valueSteps(
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

function compareSection(plan: ListingPlan): string[] {
  const measure = py(plan.measure.name);
  return [
    `held = read(${py(plan.table.file)})`,
    ...(versionAsText(plan) && plan.version?.inTable
      ? [`held[${py(plan.version.name)}] = pd.to_numeric(held[${py(plan.version.name)}])`]
      : []),
    ...wrapped('columns = [', comparedColumns(plan).map(py), ']'),
    'def counted(table):',
    '    return Counter(table[columns].fillna("").itertuples(index=False, name=None))',
    'equal = sum((counted(table) & counted(held)).values())',
    'print(f"{equal} rows equal, of {len(table)} replayed and {len(held)} held")',
    `print("total replayed", table[${measure}].sum(), "held", held[${measure}].sum())`,
  ];
}

/** Whether later steps ask which file a row came from. */
function needsFileOfRow(plan: ListingPlan): boolean {
  return plan.faults.some(
    (fault) =>
      fault.fault !== 'file-not-loaded' &&
      fault.fault !== 'file-partially-loaded' &&
      'files' in fault &&
      fault.files !== undefined,
  );
}

function keyOf(plan: ListingPlan): string {
  return py(plan.key.length > 1 ? 'key' : (faultOf(plan, 'key-altered'), plan.key[0] ?? ''));
}

/** A Python string. JSON's escapes are Python's. */
function py(text: string): string {
  return JSON.stringify(text);
}

/** `open`, the items, `close` on one line, or broken into lines of at most 76 characters. */
function wrapped(open: string, items: readonly string[], close: string): string[] {
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
