import {
  allOf,
  arrivals,
  asksForFile,
  filesAgain,
  keyFormsAt,
  type ListingPlan,
  loadedFiles,
  shiftedColumns,
  swappedWithMeasure,
  tests as testsFor,
  versionAsText,
} from './listing-plan';
import { alteration } from './sql-alteration';
import { id, text } from './sql-names';
import {
  fileIs,
  last,
  marksNoDelete,
  measureType,
  rowTest,
  type Step,
  selectReplacing,
  splitLines,
  where,
} from './sql-text';

/** The rows as the files hold them, numbered in arrival order, and those of them that arrive. */
export function arriveSteps(plan: ListingPlan): Step[] {
  const { without, tests } = arrivals(plan);
  const steps: Step[] = [
    {
      name: 'arrived',
      lines: [
        ...(without.length > 0 ? [`-- without ${without.join(', ')}`] : []),
        `SELECT *, row_number() OVER () AS arrival`,
        ...splitLines(`FROM ${readCsv(plan, loadedFiles(plan), asksForFile(plan))}`),
      ],
      clean: true,
    },
  ];
  if (tests.some((test) => testsFor(test, 'row-of-file'))) {
    steps.push({
      name: 'numbered',
      lines: ['SELECT *, row_number() OVER (PARTITION BY filename ORDER BY arrival) AS row_in_file', 'FROM arrived'],
    });
  }
  let pending: string[] = [];
  const keep = (): void => {
    if (pending.length > 0)
      steps.push({ name: keptName(steps), lines: [`SELECT * FROM ${last(steps)}`, ...where(pending)] });
    pending = [];
  };
  for (const test of tests) {
    switch (test.test) {
      case 'above-earlier-files':
        keep();
        if (plan.version) steps.push(...aboveEarlierFiles(plan.version.name, steps));
        break;
      case 'last-file-of-value': {
        keep();
        const lines = [
          `SELECT * FROM ${last(steps)}`,
          `QUALIFY filename = last_value(filename) OVER (PARTITION BY ${id(test.column)}`,
          '  ORDER BY arrival ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)',
        ];
        steps.push({ name: keptName(steps), lines });
        break;
      }
      case 'key-of-first-file':
        keep();
        pending.push(keyOfFirstFile(plan, last(steps)));
        break;
      default:
        pending.push(rowTest(plan, test));
    }
  }
  if (plan.deletes?.do === 'not-arrive') pending.push(marksNoDelete(plan.deletes));
  keep();
  const again = filesAgain(plan);
  if (again.length > 0) {
    const from = last(steps);
    steps.push({
      name: 'arrived_again',
      lines: [
        `SELECT * FROM ${from} UNION ALL`,
        `SELECT * REPLACE (arrival + (SELECT max(arrival) FROM ${from}) AS arrival)`,
        `FROM ${from} WHERE ${fileIs(again)}`,
      ],
    });
  }
  return steps;
}

function keptName(steps: readonly Step[]): string {
  const kept = steps.filter(({ name }) => name.startsWith('kept')).length;
  return kept === 0 ? 'kept' : `kept_${kept + 1}`;
}

/** The mark of a file is the greatest version of the files before it. */
function aboveEarlierFiles(version: string, steps: readonly Step[]): Step[] {
  const from = last(steps);
  return [
    {
      name: 'marks',
      lines: [
        `SELECT filename, max(newest) OVER (ORDER BY begins ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS mark`,
        `FROM (SELECT filename, max(${id(version)}) AS newest, min(arrival) AS begins FROM ${from} GROUP BY filename)`,
      ],
    },
    {
      name: keptName(steps),
      lines: [
        `SELECT * EXCLUDE (mark) FROM ${from} JOIN marks USING (filename)`,
        ...where([`(mark IS NULL OR ${id(version)} > mark)`]),
      ],
    },
  ];
}

function keyOfFirstFile(plan: ListingPlan, from: string): string {
  const key = plan.key.map(id).join(', ');
  return `(${key}) IN (SELECT (${key}) FROM ${from} WHERE filename = (SELECT min_by(filename, arrival) FROM ${from}))`;
}

/** What reading does to rows that have arrived. */
export function readSteps(plan: ListingPlan, from: string): Step[] {
  const key = plan.key[0] ?? '';
  const replaced: [string, string][] = keyFormsAt(plan, 'arrival').map((form) => [
    key,
    alteration(form, id(key), plan.version?.name),
  ]);
  for (const { columns, files } of allOf(plan, 'exchange-columns')) {
    const [a, b] = columns;
    const swap = (own: string, other: string) =>
      files ? `CASE WHEN ${fileIs(files)} THEN ${id(other)} ELSE ${id(own)} END` : id(other);
    replaced.push([a, swap(a, b)], [b, swap(b, a)]);
  }
  return replaced.length === 0 ? [] : [{ name: 'as_read', lines: selectReplacing(replaced, from) }];
}

export function readCsv(plan: ListingPlan, files: readonly string[], named: boolean): string {
  const shifted = shiftedColumns(plan, 'number');
  const types = [
    ...plan.key.map((name) => [name, 'VARCHAR'] as const),
    [plan.measure.name, plan.measure.sign === null ? measureType(plan) : 'VARCHAR'] as const,
    ...swappedWithMeasure(plan)
      .filter((name) => !shifted.includes(name))
      .map((name) => [name, measureType(plan)] as const),
    ...shifted.map((name) => [name, 'DECIMAL(38, 9)'] as const),
    ...shiftedColumns(plan, 'date').map((name) => [name, 'TIMESTAMPTZ'] as const),
    ...plan.attributes
      .filter((attribute) => attribute.type === 'text')
      .map((attribute) => [attribute.name, 'VARCHAR'] as const),
    ...(plan.version && (plan.version.type === 'text' || versionAsText(plan))
      ? [[plan.version.name, 'VARCHAR'] as const]
      : []),
  ];
  if (files[0] !== plan.table.file) {
    if (plan.deletes) types.push([plan.deletes.column, 'VARCHAR']);
    for (const { name, type } of plan.conditions) if (type === 'text') types.push([name, 'VARCHAR']);
  }
  const source = files.length === 1 ? text(files[0] ?? '') : `[${files.map(text).join(', ')}]`;
  const options = [
    'header = true',
    ...(files.length > 1 ? ['union_by_name = true'] : []),
    ...(named ? ['filename = true'] : []),
    'sample_size = -1',
  ];
  return `read_csv(${source},\n  ${options.join(', ')},\n  types = {${types.map(([name, type]) => `${text(name)}: ${text(type)}`).join(', ')}})`;
}
