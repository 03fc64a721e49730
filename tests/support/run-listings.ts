import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Runs the listings of a report as a reader would: in a folder with the files, with the real interpreter. */

export interface ListingRun {
  readonly equal: number;
  readonly replayed: number;
  readonly held: number;
}

/** `files`: contents by name. */
export type RunListing = (code: string, files: Readonly<Record<string, string | Uint8Array>>) => Promise<ListingRun>;

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

/** DuckDB in this process, in memory. */
export async function duckDbRunner(): Promise<RunListing> {
  const instance = await DuckDBInstance.create(':memory:');
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

async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
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
