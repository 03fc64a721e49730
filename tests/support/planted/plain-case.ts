import { fromAmount, toAmount } from './amount';

/** A case as plain text, before any reading: what the generator makes and the slow pipeline runs on. */
export interface PlainCase {
  readonly key: string;
  /** Where the key has several columns: their names. A row's `key` then is their texts with " · " between them. */
  readonly keyColumns?: readonly string[];
  /** The measure first, then the attributes, the version last. */
  readonly columns: readonly PlainColumn[];
  /** How the deltas write their versions, where these are dates; left out: year first. */
  readonly dateOrder?: 'day-first' | 'month-first';
  /** How the deltas write the measure; left out: as it is. */
  readonly amounts?: WrittenAmounts;
  /** In arrival order. */
  readonly deltas: readonly PlainFile[];
}

/** `decimals`: as many at least, and no further zeros. */
export interface WrittenAmounts {
  readonly decimal: '.' | ',';
  readonly separator: '.' | ',' | ' ' | null;
  readonly decimals: number;
}

export interface PlainColumn {
  readonly name: string;
  /** `condition`: tables do not have it, and hold an empty cell in its place. */
  readonly role: 'measure' | 'attribute' | 'condition' | 'version';
  /** Dates are "2024-01-31", or "2024-01-31T10:00:00.250Z" all of them; texts are lower-case words, so that every order of texts agrees. */
  readonly type: 'number' | 'date' | 'text';
}

export interface PlainFile {
  readonly name: string;
  readonly rows: readonly PlainRow[];
}

export interface PlainRow {
  readonly key: string;
  /** Aligned with the case's columns; numbers are plain decimals. */
  readonly cells: readonly string[];
  /** The row deletes its key, by a D in a column `op` that only the deltas have. */
  readonly deleted?: true;
}

/** The columns of the key, and its parts. */
export function keyNames({ key, keyColumns }: PlainCase): readonly string[] {
  return keyColumns ?? [key];
}

export function keyParts({ keyColumns }: PlainCase, key: string): readonly string[] {
  return keyColumns ? key.split(' · ') : [key];
}

/** A version as the deltas write it. */
export function writtenVersion({ dateOrder }: PlainCase, version: string): string {
  if (!dateOrder) return version;
  const [year = '', month = '', day = ''] = version.split('-');
  return dateOrder === 'day-first' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
}

/** An amount as the deltas write it. */
export function writtenAmount({ amounts }: PlainCase, amount: string): string {
  if (!amounts || amount === '') return amount;
  const [, sign = '', whole = '', fraction = ''] =
    /^(-?)(\d+)\.?(\d*?)0*$/.exec(amount.includes('.') ? amount : `${amount}.`) ?? [];
  const decimals = fraction.padEnd(amounts.decimals, '0');
  let grouped = '';
  for (let rest = whole; rest !== ''; rest = rest.slice(0, -3))
    grouped = grouped === '' ? rest.slice(-3) : `${rest.slice(-3)}${amounts.separator ?? ''}${grouped}`;
  return `${sign}${grouped}${decimals === '' ? '' : `${amounts.decimal}${decimals}`}`;
}

/** A table by key: the cells of every row that stands under it. One row, unless the pipeline keeps duplicates. */
export type PlainTable = ReadonlyMap<string, readonly (readonly string[])[]>;

export function toTable(rows: Iterable<PlainRow>): PlainTable {
  const table = new Map<string, (readonly string[])[]>();
  for (const row of rows) {
    const under = table.get(row.key);
    if (under) under.push(row.cells);
    else table.set(row.key, [row.cells]);
  }
  return table;
}

export function tableRows(table: PlainTable): PlainRow[] {
  return [...table].flatMap(([key, rows]) => rows.map((cells) => ({ key, cells })));
}

/** Keys under which the two tables do not hold the same rows, each as often. Row order never matters. */
export function differingKeys(a: PlainTable, b: PlainTable): string[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].filter((key) => fingerprint(a.get(key)) !== fingerprint(b.get(key)));
}

export function sameTable(a: PlainTable, b: PlainTable): boolean {
  return differingKeys(a, b).length === 0;
}

/** The measure's total over all rows, as a plain decimal. */
export function tableTotal(table: PlainTable): string {
  return fromAmount(tableRows(table).reduce((sum, row) => sum + toAmount(row.cells[0] || '0'), 0n));
}

function fingerprint(rows: readonly (readonly string[])[] | undefined): string {
  return (rows ?? [])
    .map((cells) => cells.join('\u0000'))
    .sort()
    .join('\u0001');
}
