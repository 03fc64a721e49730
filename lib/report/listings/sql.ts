import type { Findings, Side } from '@/lib/core/findings/findings';
import {
  comparedColumns,
  keyFormsAt,
  type Listing,
  type ListingPlan,
  noListing,
  planListing,
  shiftedColumns,
  versionAsText,
} from './listing-plan';
import { alteration } from './sql-alteration';
import { arriveSteps, readCsv, readSteps } from './sql-arrive';
import { id, text } from './sql-names';
import { loadLines, tableLines } from './sql-table';
import { last, measureType, numeric, type Step, selectReplacing, splitLines } from './sql-text';

/**
 * One query in DuckDB's dialect that replays one side's causes on the same files and counts the rows that its table
 * shares with the replay; where times are moved, the session is set to UTC before. Run in the folder of the files; answers
 * one row: rows_equal, rows_replayed, rows_held, total_replayed, total_held. Exact: amounts are integers or decimals, never
 * floats.
 */
export function sqlListing(findings: Findings, side: Side): Listing | null {
  const plan = planListing(findings, side);
  if (!plan) return null;
  const why = noListing(findings, plan);
  if (why !== null) return { kind: 'none', why };
  const arrived = arriveSteps(plan);
  const steps: Step[] = [...arrived, ...readSteps(plan, last(arrived))];
  steps.push({ name: 'replayed', lines: tableLines(plan, last(steps)) });
  const load = loadLines(plan, 'replayed');
  if (load) steps.push({ name: 'loaded', lines: load });
  const key = plan.key[0] ?? '';
  const altered = keyFormsAt(plan, 'load');
  for (const form of altered)
    steps.push({ name: 'altered', lines: selectReplacing([[key, alteration(form, id(key), undefined)]], last(steps)) });
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
    ...(shiftedColumns(plan, 'date').length > 0 ? ["SET TimeZone = 'UTC';"] : []),
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

function stepText(plan: ListingPlan, step: Step): string {
  const lines =
    step.clean && plan.measure.sign !== null
      ? step.lines.map((line) => line.replace('SELECT *', () => `SELECT * REPLACE (\n    ${cleaned(plan)})`))
      : step.lines;
  return `${step.name} AS (\n${lines.map((line) => `  ${line}`).join('\n')}\n)`;
}

function cleaned(plan: ListingPlan): string {
  const measure = id(plan.measure.name);
  const sign = (plan.measure.sign ?? '').replace(/[\]\\^-]/g, '\\$&');
  return `regexp_replace(${measure}, ${text(`[${sign}, ]`)}, '', 'g')::${measureType(plan)} AS ${measure}`;
}
