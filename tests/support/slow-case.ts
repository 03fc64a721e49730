import type { DedupeRule } from '@/lib/core/findings/dedupe-rule';
import type { PlainCase, PlainRow } from './plain-case';

/**
 * What plain rows say, judged the slow and obvious way: amounts as bigints of 10^-6, texts as written, one key at a time.
 * An oracle for equality, rank and repair, so it shares no code with the product. Columns are of numbers but for `tier`.
 */
export interface SlowCase {
  /** Keys in the order in which the files bring them. */
  readonly keys: readonly string[];
  /** A key's rows in one table; none where the table was not given. */
  held(table: 'ours' | 'theirs', key: string): readonly PlainRow[];
  /** The row that should stand: a delta row; null: none. */
  expected(key: string): PlainRow | null;
  /** Whether the two bags of rows are equal within the tolerances in these columns: some pairing fits. */
  sameBag(a: readonly PlainRow[], b: readonly PlainRow[], columns: readonly string[]): boolean;
  /** Rows of the largest pairing of the two bags. */
  pairs(a: readonly PlainRow[], b: readonly PlainRow[], columns: readonly string[]): number;
  /** Columns that all of these have, where null stands for the deltas. */
  columnsOf(...tables: ('ours' | 'theirs' | null)[]): readonly string[];
  /** The row that a rule keeps of rows in arrival order; null of none. */
  kept(rows: readonly PlainRow[], rule: DedupeRule, ties: 'earlier' | 'later'): PlainRow | null;
  /** All delta rows of a key in arrival order. */
  arrived(key: string): readonly PlainRow[];
}

export function slowCase(plain: PlainCase): SlowCase {
  const columns = ['total_spend', ...(plain.attributes ?? []), 'batch_id'];
  const deltas = plain.deltas.flatMap(({ rows }) => rows);
  const tables = { ours: plain.ours ?? [], theirs: plain.theirs ?? [] };
  const every = [...deltas, ...tables.ours, ...tables.theirs];
  const keyOf = (row: PlainRow) => row['user_id'] ?? '';
  const arrived = (key: string) => deltas.filter((row) => keyOf(row) === key);
  const slow: SlowCase = {
    keys: [...new Set(every.map(keyOf))],
    held: (table, key) => tables[table].filter((row) => keyOf(row) === key),
    arrived,
    expected(key) {
      const row = slow.kept(arrived(key), plain.rule ?? 'largest-version', plain.ties ?? 'later');
      return row && plain.deletes !== undefined && row[plain.deletes] === 'D' ? null : row;
    },
    sameBag: (a, b, names) => a.length === b.length && slow.pairs(a, b, names) === a.length,
    pairs: (a, b, names) => mostPairs(a, b, (x, y) => names.every((name) => same(name, x[name] ?? '', y[name] ?? ''))),
    columnsOf: (...of) =>
      columns.filter((name) =>
        of.every((table) => {
          const rows = table === null ? deltas : tables[table];
          return rows.length === 0 || rows.some((row) => row[name] !== undefined);
        }),
      ),
    kept: (rows, rule, ties) =>
      rows.reduce<PlainRow | null>(
        (best, row) => (best === null || replaces(best, row, rule, ties) ? row : best),
        null,
      ),
  };
  return slow;

  function same(name: string, a: string, b: string): boolean {
    if (a === '' || b === '' || name === 'tier') return a === b;
    const off = units(a) - units(b);
    const scale = Math.max(0, ...every.map((row) => row[name]?.split('.')[1]?.length ?? 0));
    const most = BigInt(plain.tolerances?.[name] ?? 0) * 10n ** BigInt(PLACES - scale);
    return off <= most && -off <= most;
  }
}

const PLACES = 6;

function units(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * 10n ** BigInt(PLACES) + BigInt(fraction.padEnd(PLACES, '0'));
  return text.startsWith('-') ? -size : size;
}

/** Whether a later row takes the place of an earlier one. */
function replaces(standing: PlainRow, row: PlainRow, rule: DedupeRule, ties: 'earlier' | 'later'): boolean {
  const number = (of: PlainRow, name: string) => (of[name] ? units(of[name]) : null);
  const order = (a: bigint | string | null, b: bigint | string | null) =>
    a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;
  const byVersion = order(number(row, 'batch_id'), number(standing, 'batch_id'));
  const text = order(row['batch_id'] ?? '', standing['batch_id'] ?? '');
  const measure = order(number(row, 'total_spend'), number(standing, 'total_spend'));
  const orders: Record<DedupeRule, number> = {
    'largest-version': byVersion,
    'smallest-version': -byVersion,
    'largest-version-as-text': text,
    'largest-measure': measure,
    'first-arrival': -1,
    'last-arrival': 1,
  };
  const first = orders[rule];
  if (first !== 0) return first > 0;
  if (byVersion !== 0) return byVersion > 0;
  return ties === 'later';
}

/** By trying every partner of every row. */
function mostPairs(
  a: readonly PlainRow[],
  b: readonly PlainRow[],
  same: (x: PlainRow, y: PlainRow) => boolean,
): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  return b.reduce(
    (most, partner, at) =>
      same(first, partner) ? Math.max(most, 1 + mostPairs(rest, b.toSpliced(at, 1), same)) : most,
    mostPairs(rest, b, same),
  );
}
