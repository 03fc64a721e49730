import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '@/lib/core/findings/fault';
import { generateSample } from '@/lib/core/sample/generate-sample';
import { type PlainCase, type PlainFile, tableRows } from './plain-case';
import type { PlantedSide, PlantedTables } from './plant';
import { runPipeline } from './slow-pipeline';

/** The real case lies beside the project, not in it; tests run from the project's root. */
const FOLDER = join(process.cwd(), '../shared/data/johnny');

export const johnnyIsHere = existsSync(join(FOLDER, 'delta0.csv'));

export function loadJohnny(): PlainCase {
  return caseOf([0, 1, 2, 3, 4].map((n) => loadFile(`delta${n}.csv`)));
}

/** An invented case of the same shape and size, for wherever the real one is not. */
export function sampleJohnny(): PlainCase {
  const deltas = generateSample(1).filter(({ name }) => name.startsWith('delta'));
  return caseOf(deltas.map(({ name, csv }) => fileOf(name, csv)));
}

function caseOf(deltas: readonly PlainFile[]): PlainCase {
  return {
    key: 'user_id',
    columns: [
      { name: 'total_spend', role: 'measure', type: 'number' },
      { name: 'count_saved_items', role: 'attribute', type: 'number' },
      { name: 'loyalty_credits', role: 'attribute', type: 'number' },
      { name: 'batch_id', role: 'version', type: 'number' },
    ],
    deltas,
  };
}

/** One of the case's files: five columns without a quote in them. */
export function loadFile(name: string): PlainFile {
  return fileOf(name, readFileSync(join(FOLDER, name), 'utf8'));
}

function fileOf(name: string, csv: string): PlainFile {
  const lines = csv.trim().split(/\r?\n/);
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
