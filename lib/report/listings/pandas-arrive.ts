import type { TextForm } from '@/lib/core/findings/fault-parameters';
import {
  allOf,
  arrivals,
  asksForFile,
  filesAgain,
  keyFormsAt,
  type ListingPlan,
  loadedFiles,
  tests as testsFor,
  versionAsText,
} from './listing-plan';
import { alteration } from './pandas-alteration';
import {
  decimalColumns,
  dedupeKey,
  keyOf,
  ownColumn,
  PART_OF_KEY,
  py,
  rowTest,
  withoutMarked,
  wrapped,
} from './pandas-text';

/** How a file is read, and which are. */
export function readSection(plan: ListingPlan): string[] {
  const asText = [
    ...plan.key,
    ...decimalColumns(plan),
    ...plan.attributes.filter((attribute) => attribute.type !== 'number').map((attribute) => attribute.name),
    ...plan.conditions.filter(({ type }) => type !== 'number').map(({ name }) => name),
    ...(plan.deletes ? [plan.deletes.column] : []),
    ...(plan.version && (plan.version.type !== 'number' || versionAsText(plan)) ? [plan.version.name] : []),
  ];
  const { without } = arrivals(plan);
  const steps = [
    ...decimalColumns(plan).map(
      (name) =>
        `    table[${py(name)}] = table[${py(name)}].map(${plan.measure.sign === null ? 'Decimal' : 'number'}, na_action="ignore")`,
    ),
    ...(plan.key.length > 1 ? [tuples('key', plan.key)] : []),
    ...(dedupeKey(plan) === py(PART_OF_KEY) ? [tuples(PART_OF_KEY, plan.dedupeBy)] : []),
  ];
  const call = `pd.read_csv(file, dtype=TEXT, keep_default_na=False, na_values=[""]${plan.files.some((file) => /\.tsv(\.gz)?$/i.test(file)) ? ', sep=None, engine="python"' : ''})`;
  return [
    ...wrapped(
      'FILES = [',
      loadedFiles(plan).map(py),
      `]${without.length > 0 ? `  # without ${without.join(', ')}` : ''}`,
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

function tuples(name: string, columns: readonly string[]): string {
  return `    table[${py(name)}] = list(zip(${columns.map((column) => `table[${py(column)}]`).join(', ')}))`;
}

/** `rows`: those that arrive, in arrival order. */
export function arriveSection(plan: ListingPlan): string[] {
  const { tests } = arrivals(plan);
  const [file, row] = [ownColumn(plan, 'file'), ownColumn(plan, 'row')];
  const one = asksForFile(plan) ? `read(file).assign(${file}=file)` : 'read(file)';
  const lines = [`rows = pd.concat([${one} for file in FILES], ignore_index=True)`];
  if (tests.some((test) => testsFor(test, 'row-of-file')))
    lines.push(`rows[${py(row)}] = rows.groupby(${py(file)}).cumcount()  # from 0 in each file`);
  for (const test of tests) {
    switch (test.test) {
      case 'above-earlier-files':
        if (plan.version) lines.push(...aboveEarlierFiles(py(file), `part[${py(plan.version.name)}]`));
        break;
      case 'last-file-of-value':
        lines.push(
          `last = rows.groupby(${py(test.column)}, dropna=False)[${py(file)}].transform("last")`,
          `rows = rows[rows[${py(file)}] == last]`,
        );
        break;
      case 'key-of-first-file': {
        const key = keyOf(plan);
        lines.push(
          `first = rows[rows[${py(file)}] == rows[${py(file)}].iloc[0]]`,
          `rows = rows[rows[${key}].isin(first[${key}])]`,
        );
        break;
      }
      default:
        lines.push(`rows = rows[${rowTest(plan, 'rows', test)}]`);
    }
  }
  if (plan.deletes?.do === 'not-arrive') lines.push(`rows = ${withoutMarked('rows', plan.deletes)}`);
  const again = filesAgain(plan);
  if (again.length > 0)
    lines.push(
      `again = rows[${rowTest(plan, 'rows', { test: 'from-files', files: again })}]`,
      'rows = pd.concat([rows, again], ignore_index=True)',
    );
  return lines;
}

function aboveEarlierFiles(file: string, version: string): string[] {
  return [
    'parts, mark = [], None  # the greatest version so far',
    `for _, part in rows.groupby(${file}, sort=False):`,
    `    parts.append(part if mark is None else part[${version} > mark])`,
    `    mark = ${version}.max() if mark is None else max(mark, ${version}.max())`,
    'rows = pd.concat(parts)',
  ];
}

/** What reading does to rows that have arrived. */
export function readAsSection(plan: ListingPlan): string[] {
  const key = keyOf(plan);
  const lines = keyFormsAt(plan, 'arrival').map(
    (form) => `rows[${key}] = ${alteredFrom(plan, form)}[${key}]${alteration(form, key)}`,
  );
  for (const { columns, files } of allOf(plan, 'exchange-columns')) {
    const [a, b] = columns.map(py);
    const rows = files ? rowTest(plan, 'rows', { test: 'from-files', files }) : ':';
    lines.push(`rows.loc[${rows}, [${a}, ${b}]] = rows.loc[${rows}, [${b}, ${a}]].to_numpy()`);
  }
  return lines;
}

/** The rows in the order in which their keys were first met. */
function alteredFrom({ version }: ListingPlan, { how }: TextForm): string {
  return how === 'collation' && version ? `rows.sort_values(${py(version.name)}, kind="stable")` : 'rows';
}
