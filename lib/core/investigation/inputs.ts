import { named } from '../by-name';
import { totalOf } from '../compare/table-view';
import { formatUnits, MISSING } from '../decimal';
import type { Findings } from '../findings/findings';
import { type BoundCells, type BoundTable, type CaseColumn, type CaseTables, MEASURE } from '../table/case-tables';
import { plainText } from '../table/plain-text';

type Input = Findings['inputs'][number];

const UTF8 = 'UTF-8';

/** One entry for every file: the deltas in arrival order, then ours, then theirs. */
export function describeInputs(
  tables: CaseTables,
  rejected: Readonly<Record<string, number>>,
  encodings: Readonly<Record<string, string>> = {},
): Input[] {
  const describe = (table: BoundTable, role: Input['role'], order?: number): Input => ({
    file: table.file,
    role,
    ...(order === undefined ? {} : { order }),
    rows: table.rows,
    keys: distinctKeys(table, tables.keys.count),
    rejected: named(rejected, table.file) ?? 0,
    ...encodingOf(named(encodings, table.file)),
    ...(role === 'delta' && tables.delimiter !== undefined && tables.delimiter !== ','
      ? { delimiter: tables.delimiter }
      : {}),
    total: formatUnits(
      totalOf(tables.columns[MEASURE] as CaseColumn, table.columns[MEASURE] ?? null),
      tables.columns[MEASURE]?.scale ?? 0,
    ),
    versions: describeVersions(tables, table, role === 'delta'),
  });
  return [
    ...tables.deltas.map((table, order) => describe(table, 'delta', order)),
    ...(tables.ours ? [describe(tables.ours, 'ours')] : []),
    ...(tables.theirs ? [describe(tables.theirs, 'theirs')] : []),
  ];
}

function encodingOf(encoding: string = UTF8): Pick<Input, 'encoding'> {
  return encoding === UTF8 ? {} : { encoding };
}

function distinctKeys(table: BoundTable, keys: number): number {
  const seen = new Uint8Array(keys);
  let distinct = 0;
  for (const k of table.key) {
    if (seen[k] === 1) continue;
    seen[k] = 1;
    distinct += 1;
  }
  return distinct;
}

function describeVersions(tables: CaseTables, table: BoundTable, withRange: boolean): Input['versions'] {
  const c = tables.columns.findIndex((column) => column.role === 'version');
  const column = tables.columns[c];
  const cells = table.columns[c];
  if (!column || !cells) return null;
  let min = Number.POSITIVE_INFINITY;
  let max = MISSING;
  for (const cell of cells) {
    if (cell === MISSING) continue;
    if (cell < min) min = cell;
    if (cell > max) max = cell;
  }
  const distinct = countDistinct(cells, min, max);
  if (!withRange || distinct === 0) return { distinct };
  return { min: plainText(column, min), max: plainText(column, max), distinct };
}

/** Cells of a range not much wider than their number are ticked off; others are sorted. */
function countDistinct(cells: BoundCells, min: number, max: number): number {
  if (max === MISSING) return 0;
  const range = max - min + 1;
  let distinct = 0;
  if (range <= 8 * cells.length + 65_536) {
    const seen = new Uint8Array(range);
    for (const cell of cells) {
      if (cell === MISSING || seen[cell - min] === 1) continue;
      seen[cell - min] = 1;
      distinct += 1;
    }
    return distinct;
  }
  const sorted = Float64Array.from(cells)
    .filter((cell) => cell !== MISSING)
    .sort();
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct += 1;
  return distinct;
}
