import { repairRows } from '@/lib/core/causes/repair';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { uniqueFileNames } from '@/lib/core/file-names';
import type { Side } from '@/lib/core/findings/findings';
import type { Setup } from '@/lib/core/setup';
import type { CaseTables } from '@/lib/core/table/case-tables';
import type { Investigated } from './handlers';
import type { RowsFile } from './protocol';

const NEWLINES = { LF: '\n', CRLF: '\r\n', CR: '\r', mixed: '\n' } as const;

/**
 * The delta rows that mend a side's table, as one more delta: the first delta's header, delimiter and line ends, each
 * cell exactly as it was written. A column that a row's own file lacks stays empty. In key order.
 */
export function repairFile({ comparison, expected, tables, files, setup }: Investigated, side: Side): RowsFile {
  const { dataset } = comparison;
  const observed = dataset[side];
  const rows = observed ? repairRows(dataset, observed, expected) : new Int32Array();
  const deltas = deltaFiles(files.tables, tables);
  const [model] = deltas;
  if (!model) throw new Error('a case has a delta');

  const { delimiter, newline } = model.table.dialect;
  const names = model.table.columns.map(({ name }) => name);
  const columnsOf = deltas.map(({ id, table }) => names.map((name) => sameColumn(setup, model.id, name, id, table)));
  const lineOf = (cells: readonly string[]) =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + NEWLINES[newline];

  const lines = [lineOf(names)];
  for (const r of rows) {
    const file = dataset.deltas.file[r] as number;
    const line = tables.deltas[file]?.lines[dataset.deltas.at[r] as number] as number;
    const row = rowOnLine(deltas[file]?.table.lines ?? new Int32Array(), line);
    lines.push(lineOf((columnsOf[file] ?? []).map((column) => column?.dictionary[column.codes[row] as number] ?? '')));
  }
  return {
    name: `${setup.labels[side]}-repair.csv`.replace(/[\\/:*?"<>|\s]+/g, '-'),
    csv: new TextEncoder().encode(lines.join('')),
    rows: rows.length,
  };
}

interface DeltaFile {
  readonly id: number;
  readonly table: CsvTable;
}

/** The deltas as read, in the order in which they were bound. */
function deltaFiles(read: ReadonlyMap<number, CsvTable>, bound: CaseTables): readonly DeltaFile[] {
  const names = uniqueFileNames(read);
  return bound.deltas.map(({ file }) => {
    const found = [...read].find(([id]) => names.get(id) === file);
    if (!found) throw new Error(`bound but never read: ${file}`);
    return { id: found[0], table: found[1] };
  });
}

/** The column of one file that another calls `name`, by what the mapping calls both. */
function sameColumn(
  setup: Setup,
  model: number,
  name: string,
  id: number,
  table: CsvTable,
): CsvTable['columns'][number] | null {
  const { headers } = setup.mapping;
  const [shared = name] = Object.entries(headers[String(model)] ?? {}).find(([, header]) => header === name) ?? [];
  const own = headers[String(id)]?.[shared] ?? shared;
  return table.columns.find((column) => column.name === own) ?? null;
}

/** The row that begins on a physical line; lines ascend. */
function rowOnLine(lines: Int32Array, line: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function quoted(cell: string, delimiter: string): string {
  const special = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return special ? `"${cell.replaceAll('"', '""')}"` : cell;
}
