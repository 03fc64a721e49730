import { named } from '../by-name';
import { totalOf } from '../compare/table-view';
import { formatUnits, MISSING } from '../decimal';
import type { Findings, Side } from '../findings/findings';
import { type BoundCells, type BoundTable, type CaseColumn, type CaseTables, MEASURE } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { plainText } from '../table/plain-text';

type Input = Findings['inputs'][number];

const UTF8 = 'UTF-8';

/**
 * One entry for every file: the deltas in arrival order, then ours, then theirs.
 * @param dataset of these tables
 */
export function describeInputs(
  tables: CaseTables,
  dataset: Dataset,
  rejected: Readonly<Record<string, number>>,
  encodings: Readonly<Record<string, string>> = {},
): Input[] {
  const describe = (table: BoundTable, keys: number, role: Input['role'], order?: number): Input => ({
    file: table.file,
    role,
    ...(order === undefined ? {} : { order }),
    rows: table.rows,
    keys,
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
  const ofDeltas = keysByFile(dataset.deltas, tables.deltas.length);
  const table = (role: Side): Input[] => {
    const [own, grouped] = [tables[role], dataset[role]];
    return own && grouped ? [describe(own, keysByFile(grouped, 1)[0] as number, role)] : [];
  };
  return [
    ...tables.deltas.map((own, order) => describe(own, ofDeltas[order] as number, 'delta', order)),
    ...table('ours'),
    ...table('theirs'),
  ];
}

function encodingOf(encoding: string = UTF8): Pick<Input, 'encoding'> {
  return encoding === UTF8 ? {} : { encoding };
}

/** How many keys each file has rows of, which stand together within a key. O(rows) */
function keysByFile({ start, file }: GroupedRows, files: number): Int32Array {
  const keys = new Int32Array(files);
  for (let k = 0; k < start.length - 1; k++) {
    const [from, end] = [start[k] as number, start[k + 1] as number];
    for (let r = from; r < end; r++) {
      const f = file[r] as number;
      if (r === from || f !== file[r - 1]) keys[f] = (keys[f] as number) + 1;
    }
  }
  return keys;
}

function describeVersions(tables: CaseTables, table: BoundTable, withRange: boolean): Input['versions'] {
  const c = tables.columns.findIndex((column) => column.role === 'version');
  const column = tables.columns[c];
  const cells = table.columns[c];
  if (!column || !cells) return null;
  let min = Number.POSITIVE_INFINITY;
  let max = MISSING;
  for (let r = 0; r < cells.length; r++) {
    const cell = cells[r] as number;
    if (cell > max) max = cell;
    if (cell < min && cell !== MISSING) min = cell;
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
    for (let r = 0; r < cells.length; r++) {
      const at = (cells[r] as number) - min;
      if (at < 0 || seen[at] === 1) continue;
      seen[at] = 1;
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
