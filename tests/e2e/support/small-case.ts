import type { TestFile } from './case-page';

/** Twelve customers, three deltas, and a vendor's table that lacks what delta1.csv brought. */
const HEADER = 'customer_id,spend,visits,batch';

const DELTA0 = Array.from({ length: 12 }, (_, i) => [i + 1, 100 + 10 * i, i + 1, i + 1] as const);
const DELTA1 = [2, 5, 7, 9, 11].map((id, i) => [id, 500 + 7 * i, 20 + i, 20 + i] as const);
const DELTA2 = [3, 5, 8].map((id, i) => [id, 900 + 11 * i, 40 + i, 40 + i] as const);

type Row = readonly [id: number, spend: number, visits: number, batch: number];

function table(deltas: readonly (readonly Row[])[]): Row[] {
  const rows = new Map<number, Row>();
  for (const row of deltas.flat()) if ((rows.get(row[0])?.[3] ?? -1) < row[3]) rows.set(row[0], row);
  return [...rows.values()];
}

function csv(name: string, rows: readonly Row[]): TestFile {
  return { name, text: `${[HEADER, ...rows.map((row) => row.join(','))].join('\n')}\n` };
}

export const smallCase: readonly TestFile[] = [
  csv('delta0.csv', DELTA0),
  csv('delta1.csv', DELTA1),
  csv('delta2.csv', DELTA2),
  csv('Acme-summary.csv', table([DELTA0, DELTA2])),
  csv('Bolt-summary.csv', table([DELTA0, DELTA1, DELTA2])),
];
