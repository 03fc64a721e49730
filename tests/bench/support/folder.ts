import path from 'node:path';

/** What the bench keeps: its figures, and what it fetched and built for the peers. */
export const BENCH_FOLDER = path.resolve('.bench');
