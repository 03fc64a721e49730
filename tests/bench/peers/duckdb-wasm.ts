import { compareInSql, loading, type SqlAnswer } from './sql';

/** The part of `@duckdb/duckdb-wasm` that is called; the package itself is fetched for the bench alone. */
interface DuckDbModule {
  readonly VoidLogger: new () => object;
  readonly AsyncDuckDB: new (logger: object, worker: Worker) => Database;
}

interface Database {
  instantiate(module: string): Promise<unknown>;
  registerFileBuffer(name: string, bytes: Uint8Array): Promise<void>;
  connect(): Promise<{ query(sql: string): Promise<{ toArray(): { toJSON(): Record<string, unknown> }[] }> }>;
}

/** Where the bench serves the package. */
const MODULE = '/duckdb-wasm.js';
const WORKER = '/duckdb-browser-eh.worker.js';
const WASM = '/duckdb-eh.wasm';

/** DuckDB in a worker of this page, started: what it would do while a page is idle. */
export async function startDuckDb(): Promise<(files: readonly File[]) => Promise<SqlAnswer>> {
  const { AsyncDuckDB, VoidLogger } = (await import(/* @vite-ignore */ MODULE)) as DuckDbModule;
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(WORKER));
  await database.instantiate(WASM);
  const connection = await database.connect();
  return async (files) => {
    for (const file of files) await database.registerFileBuffer(file.name, new Uint8Array(await file.arrayBuffer()));
    for (const sql of loading((file) => file)) await connection.query(sql);
    return compareInSql(async (sql) => (await connection.query(sql)).toArray()[0]?.toJSON() ?? {});
  };
}
