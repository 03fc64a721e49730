import Papa from 'papaparse';
import { type Answer, COLUMNS } from './answer';

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** What a person would write: each file parsed by PapaParse, each user's newest row kept in a Map, each table held against it. */
export async function compareWithMaps(files: readonly File[]): Promise<Answer> {
  const newest = new Map<string, Row>();
  for (const file of files.filter(({ name }) => name.startsWith('delta'))) {
    for (const row of await parse(file)) {
      const held = newest.get(row.user_id);
      if (!held || Number(row.batch_id) > Number(held.batch_id)) newest.set(row.user_id, row);
    }
  }
  const ours = await hold('Vendor', files, newest);
  const theirs = await hold('Customer', files, newest);
  return {
    totals: { expected: total(newest.values()), ours: ours.total, theirs: theirs.total },
    equal: { ours: ours.equal, theirs: theirs.equal },
  };
}

async function hold(label: string, files: readonly File[], newest: ReadonlyMap<string, Row>) {
  const file = files.find(({ name }) => name.startsWith(label));
  if (!file) throw new Error(`no table of ${label}`);
  const table = new Map((await parse(file)).map((row) => [row.user_id, row]));
  let equal = 0;
  for (const [key, row] of table) {
    const expected = newest.get(key);
    if (expected && COLUMNS.every((column) => expected[column] === row[column])) equal += 1;
  }
  return { total: total(table.values()), equal };
}

async function parse(file: File): Promise<readonly Row[]> {
  return Papa.parse<Row>(await file.text(), { header: true, skipEmptyLines: true }).data;
}

function total(rows: Iterable<Row>): number {
  let sum = 0;
  for (const { total_spend } of rows) sum += Number(total_spend);
  return sum;
}
