import { assertNever } from '@/lib/core/assert-never';
import type { FaultOf } from '@/lib/core/findings/fault';
import { allOf, has, type ListingPlan, loadedFiles, swappedWithMeasure } from './listing-plan';
import {
  condition,
  keyOf,
  needsDecimal,
  needsFileOfRow,
  py,
  valueFilters,
  valueSteps,
  versionAsText,
  wrapped,
} from './pandas-text';

/** How a file is read, and which are. */
export function readSection(plan: ListingPlan): string[] {
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
        `    table[${py(name)}] = table[${py(name)}].map(${plan.measure.sign === null ? 'Decimal' : 'number'}, na_action="ignore")`,
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
    ...(plan.measure.sign === null
      ? []
      : ['def number(text):', `    return Decimal(text.replace(${py(plan.measure.sign)}, "").replace(",", ""))`, '']),
    'def read(file):',
    ...(steps.length === 0 ? [`    return ${call}`] : [`    table = ${call}`, ...steps, '    return table']),
  ];
}

function decimalColumns(plan: ListingPlan): string[] {
  return needsDecimal(plan) ? [plan.measure.name, ...swappedWithMeasure(plan)] : [];
}

/** `rows`: those that arrive, in arrival order. */
export function arriveSection(plan: ListingPlan): string[] {
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

/** What reading does to rows that have arrived. */
export function readAsSection(plan: ListingPlan): string[] {
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
