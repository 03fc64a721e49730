import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { BENCH_FOLDER } from '../support/folder';

/**
 * DuckDB-WASM is 140 MB, of which the product needs nothing: the bench fetches it when it is first asked for, and keeps
 * it out of what `npm ci` installs.
 */
const PACKAGES = ['@duckdb/duckdb-wasm@1.32.0', 'apache-arrow@17.0.0'];

const home = path.join(BENCH_FOLDER, 'packages');
/** The folder of its scripts and modules. */
export const WASM_FOLDER = path.join(home, 'node_modules/@duckdb/duckdb-wasm/dist');

/** Fetches it where it is not there yet. Throws where the registry cannot be reached. */
export function ensureWasmPackage(): void {
  if (existsSync(path.join(WASM_FOLDER, 'duckdb-eh.wasm'))) return;
  console.log(`Fetching ${PACKAGES.join(' and ')} …`);
  mkdirSync(home, { recursive: true });
  execFileSync(
    'npm',
    ['install', '--prefix', home, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', ...PACKAGES],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
