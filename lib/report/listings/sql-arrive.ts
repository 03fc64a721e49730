import { assertNever } from '@/lib/core/assert-never';
import type { FaultOf } from '@/lib/core/findings/fault';
import { allOf, has, type ListingPlan, loadedFiles, swappedWithMeasure } from './listing-plan';
import {
  condition,
  fileIs,
  id,
  last,
  measureType,
  type Step,
  scaled,
  selectReplacing,
  splitLines,
  text,
  valueTests,
  versionAsText,
  where,
} from './sql-text';

/** The rows as the files hold them, numbered in arrival order, and those of them that arrive. */
export function arriveSteps(plan: ListingPlan): Step[] {
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

/** What reading does to rows that have arrived. */
export function readSteps(plan: ListingPlan): Step[] {
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

export function readCsv(plan: ListingPlan, files: readonly string[], named: boolean): string {
  const types = [
    ...plan.key.map((name) => [name, 'VARCHAR'] as const),
    [plan.measure.name, plan.measure.sign === null ? measureType(plan) : 'VARCHAR'] as const,
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

function needsFileOfRow(plan: ListingPlan): boolean {
  if (has(plan, 'rows-capped', 'first-rows-skipped', 'file-partially-loaded', 'late-rows-dropped', 'new-keys-ignored'))
    return true;
  return plan.faults.some(
    (fault) => fault.fault !== 'file-not-loaded' && 'files' in fault && fault.files !== undefined,
  );
}
