import { peakMemory } from '../support/figures';
import { compareInDuckDb } from './duckdb';

/** Native DuckDB in a process of its own, whose memory is then DuckDB's: the folder as argument, JSON to standard output. */
const [, , folder = ''] = process.argv;
console.log(JSON.stringify({ ...(await compareInDuckDb(folder)), peak: peakMemory() }));
