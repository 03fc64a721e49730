import { bytesSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import type { Findings } from '@/lib/core/findings/findings';
import { investigate } from '@/lib/core/investigation/investigate';
import type { Setup } from '@/lib/core/setup';
import { bind } from '@/lib/core/table/bind';
import { csvRecord } from '../csv-text';
import { keyNames, keyParts, type PlainCase, type PlainRow, writtenAmount, writtenVersion } from './plain-case';
import type { PlantedTables } from './plant';

/** What the product finds when the planted case comes as files: written as CSV, read, bound, investigated. */
export async function investigateCsv(planted: PlantedTables): Promise<Findings> {
  const { source, ours, theirs } = planted;
  const files = [
    ...source.deltas.map((delta) => ({ ...delta, role: 'delta' as const })),
    { name: 'vendor-table.csv', rows: ours.rows, role: 'ours' as const },
    ...(theirs ? [{ name: 'customer-table.csv', rows: theirs.rows, role: 'theirs' as const }] : []),
  ];
  const tables = new Map<number, CsvTable>();
  for (const [id, file] of files.entries()) tables.set(id, await readText(file.name, csvText(source, file.rows)));
  const names = (role: string) => source.columns.filter((column) => column.role === role).map((column) => column.name);
  const setup: Setup = {
    name: 'planted',
    labels: { ours: 'Vendor', theirs: 'Customer' },
    roles: Object.fromEntries(files.map((file, id) => [String(id), file.role])),
    order: source.deltas.map((_, id) => id),
    mapping: {
      key: [...keyNames(source)],
      measure: names('measure')[0] ?? '',
      version: names('version')[0] ?? '',
      attributes: names('attribute'),
      ignored: [],
      unit: null,
      headers: {},
      tolerances: {},
    },
    ...(source.deltas.some(({ rows }) => rows.some(({ deleted }) => deleted))
      ? { premises: { deletes: { column: 'op', values: ['D'] } } }
      : {}),
  };
  const bound = bind(tables, setup);
  if (!bound.ok) throw new Error(JSON.stringify(bound.problem));
  const { tables: caseTables, rejectedRows: rejected } = bound.value;
  return investigate(caseTables, { labels: setup.labels, key: setup.mapping.key, rejected }).findings;
}

async function readText(name: string, text: string): Promise<CsvTable> {
  const read = await readCsv(bytesSource(name, new TextEncoder().encode(text)));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** With a column `op` where a row deletes its key. */
function csvText(source: PlainCase, rows: readonly PlainRow[]): string {
  const deletes = rows.some(({ deleted }) => deleted);
  const isDelta = source.deltas.some((delta) => delta.rows === rows);
  const stands = (_: unknown, c: number) => isDelta || source.columns[c]?.role !== 'condition';
  const header = [
    ...keyNames(source),
    ...source.columns.filter(stands).map((column) => column.name),
    ...(deletes ? ['op'] : []),
  ];
  const version = (text: string) => {
    return isDelta ? writtenVersion(source, text) : text;
  };
  const cells = (row: PlainRow) => [
    ...keyParts(source, row.key),
    ...row.cells
      .slice(0, -1)
      .map((cell, c) => (c === 0 && isDelta ? writtenAmount(source, cell) : cell))
      .filter(stands),
    version(row.cells.at(-1) ?? ''),
    ...(deletes ? [row.deleted ? 'D' : 'U'] : []),
  ];
  return [header, ...rows.map(cells)].map((record) => `${csvRecord(record)}\n`).join('');
}
