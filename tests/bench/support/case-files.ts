import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskSource } from '@/lib/cli/disk-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { plantFaults } from '@/lib/core/faults/plant';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { keyText } from '@/lib/core/key';
import type { InvestigationContext } from '@/lib/core/premises/investigation-context';
import { ok, type Result } from '@/lib/core/result';
import { generateSample } from '@/lib/core/sample/generate-sample';
import type { MappingChoice } from '@/lib/core/setup';
import { bind } from '@/lib/core/table/bind';
import type { BoundTable, CaseTables } from '@/lib/core/table/case-tables';
import { readSources, tablesOf } from '@/lib/engine/session/read-sources';
import { largeCase } from './large-case';

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

/** Five deltas and two tables, the vendor's without the fourth delta, in a new folder `name` under the system's own. */
export function writeLargeCase(users: number): CaseFiles & { readonly folder: string; readonly rows: number } {
  const tables = largeCase(users);
  const planted = plantFaults(
    plantFaults(tables, 'ours', [{ fault: 'file-not-loaded', files: ['delta3.csv'] }]),
    'theirs',
    [],
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-large-'));
  mkdirSync(folder, { recursive: true });
  const files: readonly (readonly [string, BoundTable | null])[] = [
    ...planted.deltas.map((delta) => [delta.file, delta] as const),
    ['Vendor-user-summary.csv', planted.ours],
    ['Customer-user-summary.csv', planted.theirs],
  ];
  let rows = 0;
  const paths = files.map(([name, table]) => {
    rows += table?.rows ?? 0;
    const to = path.join(folder, name);
    if (table) writeFileSync(to, csvOf(planted, table));
    return to;
  });
  return { name: `${users.toLocaleString('en-US')} users`, folder, paths, rows };
}

function csvOf({ keys, columns }: CaseTables, table: BoundTable): string {
  const lines = [['user_id', ...columns.map((column) => column.name)].join(',')];
  for (let r = 0; r < table.rows; r++)
    lines.push(`${keyText(keys.parts(table.key[r] as number))},${table.columns.map((cells) => cells?.[r]).join(',')}`);
  return `${lines.join('\n')}\n`;
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

/** Files under the set-up that is proposed for them, ready to investigate. */
export function bindProposed(read: ReadonlyMap<number, CsvTable>): {
  readonly tables: CaseTables;
  readonly context: InvestigationContext;
  readonly mapping: MappingChoice;
} {
  const { setup } = proposeIntake(
    Array.from(read, ([id, table]) => ({ id, table })),
    0,
  );
  const bound = bind(read, setup);
  if (!bound.ok) throw new Error(JSON.stringify(bound.problem));
  const { tables, rejectedRows } = bound.value;
  return {
    tables,
    context: { labels: setup.labels, key: setup.mapping.key, rejected: rejectedRows },
    mapping: setup.mapping,
  };
}
