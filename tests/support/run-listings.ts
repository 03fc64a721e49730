import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs the listings of a report as a reader would: in a folder with the files, with the real interpreter. */

export interface ListingRun {
  readonly equal: number;
  readonly replayed: number;
  readonly held: number;
}

export type RunListing = (code: string, files: Readonly<Record<string, string>>) => Promise<ListingRun>;

/** Null where no python3 with pandas is installed. `TIEOUT_PYTHON` names another interpreter. */
export function pandasRunner(): RunListing | null {
  const python = [process.env['TIEOUT_PYTHON'], 'python3', '/usr/bin/python3'].find(
    (name) => name !== undefined && hasPandas(name),
  );
  if (python === undefined) return null;
  return (code, files) =>
    inFolder(files, (folder) => {
      writeFileSync(join(folder, 'listing.py'), code);
      const said = execFileSync(python, ['listing.py'], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const match = /^(\d+) rows equal, of (\d+) replayed and (\d+) held/m.exec(said);
      if (!match) throw new Error(`the listing said: ${said}`);
      return { equal: Number(match[1]), replayed: Number(match[2]), held: Number(match[3]) };
    });
}

function hasPandas(python: string): boolean {
  try {
    execFileSync(python, ['-c', 'import pandas'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{
        runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, unknown>[] }>;
        closeSync(): void;
      }>;
    }>;
  };
}

/** Null where DuckDB is not installed. `TIEOUT_NODE_MODULES` names another folder to look for it in. */
export async function duckDbRunner(): Promise<RunListing | null> {
  const duckDb = await loadDuckDb();
  if (duckDb === null) return null;
  const instance = await duckDb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return (code, files) =>
    inFolder(files, async (folder) => {
      await connection.runAndReadAll(`SET file_search_path = '${folder}'`);
      const [row] = (await connection.runAndReadAll(code)).getRowObjectsJson();
      return {
        equal: Number(row?.['rows_equal']),
        replayed: Number(row?.['rows_replayed']),
        held: Number(row?.['rows_held']),
      };
    });
}

async function loadDuckDb(): Promise<DuckDb | null> {
  const elsewhere = process.env['TIEOUT_NODE_MODULES'];
  for (const root of [join(process.cwd(), 'node_modules'), ...(elsewhere ? [elsewhere] : [])]) {
    try {
      const path = createRequire(join(root, 'x.js')).resolve('@duckdb/node-api');
      return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as DuckDb;
    } catch {
      // not here
    }
  }
  return null;
}

async function inFolder<T>(
  files: Readonly<Record<string, string>>,
  run: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-listing-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
