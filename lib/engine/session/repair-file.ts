import { named } from '@/lib/core/by-name';
import { repairRows } from '@/lib/core/causes/repair';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { uniqueFileNames } from '@/lib/core/file-names';
import type { Side } from '@/lib/core/findings/findings';
import { defused, isFormula } from '@/lib/core/formula';
import type { Setup } from '@/lib/core/setup';
import { type Dataset, sourceRow } from '@/lib/core/table/dataset';
import type { RowsFile } from '@/lib/engine/investigator';
import type { Investigated } from './investigate-settled';

const NEWLINES = { LF: '\n', CRLF: '\r\n', CR: '\r', mixed: '\n' } as const;

/**
 * The delta rows that mend a side's table, as one more delta: the first delta's header, delimiter and line ends, each
 * cell exactly as it was written. A column that a row's own file lacks stays empty. In key order.
 * @param tables by file id, as they were read for the investigation
 */
export function repairFile(
  { comparison, expected, setup }: Investigated,
  side: Side,
  tables: ReadonlyMap<number, CsvTable>,
): RowsFile {
  const { dataset } = comparison;
  const observed = dataset[side];
  const rows = observed ? repairRows(dataset, observed, expected) : new Int32Array();
  const deltas = deltaFiles(tables, dataset);
  const [model] = deltas;
  if (!model) throw new Error('a case has a delta');

  const { delimiter, newline } = model.table.dialect;
  const names = model.table.columns.map(({ name }) => name);
  const columnsOf = deltas.map(({ id, table }) => names.map((name) => sameColumn(setup, model.id, name, id, table)));
  const lineOf = (cells: readonly string[]) =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + NEWLINES[newline];

  const records: (readonly string[])[] = [names];
  for (const r of rows) {
    const file = dataset.deltas.file[r] as number;
    const row = sourceRow(dataset, r);
    records.push((columnsOf[file] ?? []).map((column) => column?.cells.at(row) ?? ''));
  }
  const formulas = records.reduce((sum, cells) => sum + cells.filter(isFormula).length, 0);
  const bytesOf = (made: readonly (readonly string[])[]) => new TextEncoder().encode(made.map(lineOf).join(''));
  return {
    name: `${setup.labels[side]}-repair.csv`.replace(/[\\/:*?"<>|\s]+/g, '-'),
    csv: bytesOf(records),
    rows: rows.length,
    formulas,
    defused: formulas === 0 ? null : bytesOf(records.map((cells) => cells.map(defused))),
  };
}

interface DeltaFile {
  readonly id: number;
  readonly table: CsvTable;
}

/** The deltas as read, in the order in which they were bound. */
function deltaFiles(read: ReadonlyMap<number, CsvTable>, { files }: Dataset): readonly DeltaFile[] {
  const names = uniqueFileNames(read);
  return files.map(({ name }) => {
    const found = [...read].find(([id]) => names.get(id) === name);
    if (!found) throw new Error(`bound but never read: ${name}`);
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
  const own = named(headers[String(id)], shared) ?? shared;
  return table.columns.find((column) => column.name === own) ?? null;
}

function quoted(cell: string, delimiter: string): string {
  const special = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return special ? `"${cell.replaceAll('"', '""')}"` : cell;
}
