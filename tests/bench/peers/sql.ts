import { type Answer, COLUMNS } from './answer';

/**
 * What DuckDB is asked, in Node and in the browser alike: to load seven files, to take each user's newest row, and six
 * comparisons: the expected table with each of the two, and the vendor's with what the files give without one of the four
 * later ones in turn. Every version of a user is another.
 */

const [KEY, MEASURE, , , VERSION] = COLUMNS;
const DELTAS = ['delta0', 'delta1', 'delta2', 'delta3', 'delta4'] as const;
const TABLES = { ours: 'Vendor-user-summary', theirs: 'Customer-user-summary' } as const;

/** @param at where a file is, by its name */
export function loading(at: (file: string) => string): readonly string[] {
  return [
    ...[...DELTAS, ...Object.values(TABLES)].map(
      (name) => `CREATE TABLE "${name}" AS FROM read_csv('${at(`${name}.csv`)}', header = true)`,
    ),
    `CREATE TABLE expected AS ${newest(DELTAS)}`,
  ];
}

/** Of the newest rows, which are the expected table unless a file is left out. Of the ways to say it, the fastest. */
function newest(deltas: readonly string[]): string {
  const arrived = deltas.map((delta) => `FROM ${delta}`).join(' UNION ALL ');
  return `SELECT arrived.* FROM (${arrived}) arrived
    JOIN (SELECT ${KEY}, max(${VERSION}) AS ${VERSION} FROM (${arrived}) GROUP BY ${KEY}) USING (${KEY}, ${VERSION})`;
}

/** One row: `given` and `held`, the two totals, and `equal`, the rows that are equal in every column. */
function comparison(given: string, table: string): string {
  const equal = COLUMNS.map((column) => `given.${column} = held.${column}`).join(' AND ');
  return `SELECT sum(given.${MEASURE})::DOUBLE AS given, sum(held.${MEASURE})::DOUBLE AS held,
    (count(*) FILTER (${equal}))::DOUBLE AS equal
    FROM (${given}) given FULL JOIN "${table}" held USING (${KEY})`;
}

export interface SqlAnswer extends Answer {
  /** Rows of the vendor's table that the files give without each of the four later ones. */
  readonly equalWithout: readonly number[];
}

/** Asks a loaded database. @param ask gives the one row of a query */
export async function compareInSql(
  ask: (sql: string) => Promise<Readonly<Record<string, unknown>>>,
): Promise<SqlAnswer> {
  const ours = await ask(comparison('FROM expected', TABLES.ours));
  const theirs = await ask(comparison('FROM expected', TABLES.theirs));
  const equalWithout: number[] = [];
  for (const left of DELTAS.slice(1)) {
    const others = newest(DELTAS.filter((delta) => delta !== left));
    equalWithout.push(Number((await ask(comparison(others, TABLES.ours)))['equal']));
  }
  return {
    totals: { expected: Number(ours['given']), ours: Number(ours['held']), theirs: Number(theirs['held']) },
    equal: { ours: Number(ours['equal']), theirs: Number(theirs['equal']) },
    equalWithout,
  };
}
