import type { TestFile } from './case-page';

/** Like the small case, with keys that no figure can be mistaken for. */
const HEADER = 'member_id,total_spend,visits,batch_id';

type Row = readonly [key: string, spend: number, visits: number, batch: number];

export const namedKeys: readonly string[] = Array.from({ length: 40 }, (_, i) => `QX-${7000 + i * 13}-ZW`);

const DELTA0 = namedKeys.map((key, i): Row => [key, 100 + 10 * i, i + 1, i + 1]);
const DELTA1 = namedKeys.filter((_, i) => i % 3 === 0).map((key, i): Row => [key, 500 + 7 * i, 60 + i, 50 + i]);
const DELTA2 = namedKeys.filter((_, i) => i % 5 === 1).map((key, i): Row => [key, 900 + 11 * i, 80 + i, 70 + i]);

function table(deltas: readonly (readonly Row[])[]): Row[] {
  const rows = new Map<string, Row>();
  for (const row of deltas.flat()) if ((rows.get(row[0])?.[3] ?? -1) < row[3]) rows.set(row[0], row);
  return [...rows.values()];
}

function csv(name: string, rows: readonly Row[]): TestFile {
  return { name, text: `${[HEADER, ...rows.map((row) => row.join(','))].join('\n')}\n` };
}

export const namedCase: readonly TestFile[] = [
  csv('delta0.csv', DELTA0),
  csv('delta1.csv', DELTA1),
  csv('delta2.csv', DELTA2),
  csv('Acme-summary.csv', table([DELTA0, DELTA2])),
  csv('Bolt-summary.csv', table([DELTA0, DELTA1, DELTA2])),
];
