import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { compareInSql, loading, type SqlAnswer } from './sql';

/** The same on every machine that the bench compares. */
const THREADS = '2';

/** Native DuckDB, in memory, on the large case in a folder. `milliseconds`: without the making of the database. */
export async function compareInDuckDb(folder: string): Promise<{ milliseconds: number; answer: SqlAnswer }> {
  const instance = await DuckDBInstance.create(':memory:', { threads: THREADS });
  const connection = await instance.connect();
  const from = performance.now();
  for (const sql of loading((file) => path.join(folder, file))) await connection.run(sql);
  const answer = await compareInSql(async (sql) => {
    const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    return row ?? {};
  });
  const milliseconds = performance.now() - from;
  connection.closeSync();
  instance.closeSync();
  return { milliseconds, answer };
}
