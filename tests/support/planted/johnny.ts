import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '@/lib/core/findings/fault';
import { type PlainCase, type PlainFile, tableRows } from './plain-case';
import type { PlantedSide, PlantedTables } from './plant';
import { runPipeline } from './slow-pipeline';

/** The real case lies beside the project, not in it; tests run from the project's root. */
const FOLDER = join(process.cwd(), '../shared/data/johnny');

export const johnnyIsHere = existsSync(join(FOLDER, 'delta0.csv'));

export function loadJohnny(): PlainCase {
  return {
    key: 'user_id',
    columns: [
      { name: 'total_spend', role: 'measure', type: 'number' },
      { name: 'count_saved_items', role: 'attribute', type: 'number' },
      { name: 'loyalty_credits', role: 'attribute', type: 'number' },
      { name: 'batch_id', role: 'version', type: 'number' },
    ],
    deltas: [0, 1, 2, 3, 4].map((n) => loadFile(`delta${n}.csv`)),
  };
}

/** One of the case's files: five columns without a quote in them. */
export function loadFile(name: string): PlainFile {
  const lines = readFileSync(join(FOLDER, name), 'utf8').trim().split(/\r?\n/);
  return {
    name,
    rows: lines.slice(1).map((line) => {
      const [key = '', ...cells] = line.split(',');
      return { key, cells };
    }),
  };
}

/** The real deltas with a vendor's table that has the faults and a customer's that has none. */
export function plantJohnny(source: PlainCase, faults: readonly Fault[]): PlantedTables {
  const side = (own: readonly Fault[]): PlantedSide => {
    const table = runPipeline(source, own);
    return { faults: own, clean: table, table, rows: tableRows(table), invented: [], noise: [] };
  };
  const [ours, theirs] = [side(faults), side([])];
  return { source, expected: theirs.table, ours, theirs };
}
