import { allOf, has, type ListingPlan, typeOf } from './listing-plan';

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

/** Whether the version must be read as it is written. */
export function versionAsText(plan: ListingPlan): boolean {
  return has(plan, 'version-compared-as-text') && plan.version?.type === 'number';
}

/** The version as a number again, under its own name. */
export function numeric(version: string): string {
  return `CAST(${id(version)} AS DECIMAL(38, 9)) AS ${id(version)}`;
}

/** `column operator value` as SQL. */
export function condition(plan: ListingPlan, column: string, operator: string, value: string): string {
  const sign = operator === '!=' ? '<>' : operator;
  const type = typeOf(plan, column);
  if (type === 'number') {
    const cell =
      column === plan.version?.name && versionAsText(plan) ? `CAST(${id(column)} AS DECIMAL(38, 9))` : id(column);
    return `${cell} ${sign} ${value}`;
  }
  return `${id(column)} ${sign} ${type === 'date' ? `TIMESTAMPTZ ${text(value)}` : text(value)}`;
}

/** An empty cell meets no condition, so its row stays. */
export function valueTests(plan: ListingPlan, stage: 'arrival' | 'load'): string[] {
  return allOf(plan, 'rows-filtered')
    .filter((fault) => fault.stage === stage)
    .map((fault) => `(${condition(plan, fault.column, fault.operator, fault.value)}) IS NOT TRUE`);
}

/** Columns with the expression that scales them. */
export function scaled(plan: ListingPlan): [string, string][] {
  const measure = id(plan.measure.name);
  return allOf(plan, 'measure-scaled').map(({ factor, files }) => [
    plan.measure.name,
    files ? `CASE WHEN ${fileIs(files)} THEN ${measure} * ${factor} ELSE ${measure} END` : `${measure} * ${factor}`,
  ]);
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

export function splitLines(lines: string): string[] {
  return lines.split('\n');
}

/** Bare where no keyword can be meant: words joined by underscores. */
export function id(name: string): string {
  return /^(?!current_|at_)[a-z]+(_[a-z0-9]+)+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
