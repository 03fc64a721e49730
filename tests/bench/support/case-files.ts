import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskSource } from '@/lib/cli/disk-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import type { Fault } from '@/lib/core/findings/fault';
import { keyText } from '@/lib/core/key';
import { ok, type Result } from '@/lib/core/result';
import { generateSample } from '@/lib/core/sample/generate-sample';
import { seededRandom } from '@/lib/core/sample/random';
import type { BoundTable, CaseTables } from '@/lib/core/table/case-tables';
import { readSources, tablesOf } from '@/lib/engine/session/read-sources';
import { withFault } from './faults';
import type { KeyForm } from './key-form';
import { largeCase } from './large-case';

const VENDOR_FILE = 'Vendor-user-summary.csv';
const CUSTOMER_FILE = 'Customer-user-summary.csv';

/** Paths of a case's files. */
interface CaseFiles {
  readonly name: string;
  readonly paths: readonly string[];
}

/** The published case where its files lie beside the project, else the sample, written to a folder of its own. */
export function smallCaseFiles(): CaseFiles {
  const folder = path.resolve('../shared/data/johnny');
  if (existsSync(folder))
    return {
      name: "the Johnny's Jeans files",
      paths: readdirSync(folder)
        .sort()
        .map((name) => path.join(folder, name)),
    };
  const written = mkdtempSync(path.join(tmpdir(), 'tieout-sample-'));
  const paths = generateSample().map(({ name, csv }) => {
    writeFileSync(path.join(written, name), csv);
    return path.join(written, name);
  });
  return { name: 'the sample', paths };
}

/** A large case, in a folder of its own that is the caller's to remove. */
export interface LargeCaseFiles extends CaseFiles {
  readonly folder: string;
  readonly rows: number;
  readonly bytes: number;
}

/** The order of a file's rows: by key, or as changes come in. */
export const rowOrders = ['by-key', 'shuffled'] as const;
export type RowOrder = (typeof rowOrders)[number];

/**
 * Five deltas and two tables, the vendor's with the fault and the customer's right, in a new folder under the system's
 * own.
 */
export function writeLargeCase(users: number, form: KeyForm, fault: Fault, order: RowOrder = 'by-key'): LargeCaseFiles {
  const planted = withFault(largeCase(users, form), fault);
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-large-'));
  const files: readonly (readonly [string, BoundTable | null])[] = [
    ...planted.deltas.map((delta) => [delta.file, delta] as const),
    [VENDOR_FILE, planted.ours],
    [CUSTOMER_FILE, planted.theirs],
  ];
  let rows = 0;
  let bytes = 0;
  const paths = files.map(([name, table]) => {
    if (!table) throw new Error('a planted table is missing');
    const to = path.join(folder, name);
    rows += table.rows;
    bytes += writeCsv(to, planted, table, order);
    return to;
  });
  return { name: `${users.toLocaleString('en-US')} users`, folder, paths, rows, bytes };
}

const LINES_AT_ONCE = 65_536;

/** Gives the number of bytes written. */
function writeCsv(to: string, { keys, columns }: CaseTables, table: BoundTable, order: RowOrder): number {
  const rows = Uint32Array.from(table.key.keys());
  if (order === 'shuffled') shuffleInPlace(rows);
  const file = openSync(to, 'w');
  let bytes = writeSync(file, `${['user_id', ...columns.map((column) => column.name)].join(',')}\n`);
  for (let from = 0; from < table.rows; from += LINES_AT_ONCE) {
    let text = '';
    for (const r of rows.subarray(from, from + LINES_AT_ONCE))
      text += `${keyText(keys.parts(table.key[r] as number))},${table.columns.map((cells) => cells?.[r]).join(',')}\n`;
    bytes += writeSync(file, text);
  }
  closeSync(file);
  return bytes;
}

function shuffleInPlace(rows: Uint32Array): void {
  const random = seededRandom(rows.length);
  for (let last = rows.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    const moved = rows[last] as number;
    rows[last] = rows[other] as number;
    rows[other] = moved;
  }
}

/** Files read one after the other, by id. Throws where one cannot be read. */
export async function readAll(paths: readonly string[]): Promise<ReadonlyMap<number, CsvTable>> {
  const opened = await Promise.all(paths.map(diskSource));
  const found = await readSources(opened.map(certain));
  return tablesOf(certain(found).map(({ source, table }) => ({ source, table: ok(certain(table)) })));
}

function certain<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
