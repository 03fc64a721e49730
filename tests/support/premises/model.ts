/**
 * A case as abstract rows, before anything is written down. Shares nothing with the product: numbers are exact counts of
 * 10^-9 (see amount.ts), versions are counts that rise with time, an empty cell is null.
 */
export type Value = bigint | string | null;

export type Side = 'ours' | 'theirs';
export type Keep = 'earlier' | 'later';

export interface Column {
  readonly name: string;
  readonly role: 'measure' | 'attribute' | 'version';
  /** A flag is "1" or "0", however a file writes it. */
  readonly type: 'number' | 'text' | 'flag' | 'version';
}

/** Why a line cannot be read: its amount or its version is no such thing, or it breaks off after a few cells. */
export type Damage = 'measure' | 'version' | 'short';

export interface Row {
  /** The parts of a key of several columns, joined by `KEY_JOINT`. */
  readonly key: string;
  /** Aligned with the case's columns: the measure first, then attributes, the version last where there is one. */
  readonly values: readonly Value[];
  /** The version again, for what ranks by it; null where it is empty or there is no such column. */
  readonly version: bigint | null;
  /** Its line marks the key as deleted. */
  readonly deleted: boolean;
  readonly damage: Damage | null;
  /** Minutes east of UTC in which this row's version is written, where its form has offsets. */
  readonly offset: number;
}

export interface Delta {
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Source {
  readonly keyNames: readonly string[];
  readonly columns: readonly Column[];
  /** In arrival order. */
  readonly deltas: readonly Delta[];
}

export const KEY_JOINT = '|';

/** The rows that stand under each key: one, unless duplicates are kept. */
export type Table = ReadonlyMap<string, readonly Row[]>;

export function tableRows(table: Table): Row[] {
  return [...table.values()].flat();
}

/** Sum of the measure, in 10^-9; an empty cell adds nothing. */
export function totalOf(rows: readonly Row[]): bigint {
  return rows.reduce((sum, { values: [measure] }) => (typeof measure === 'bigint' ? sum + measure : sum), 0n);
}

/** Keys under which the two tables do not hold the same rows, each as often. */
export function differingKeys(a: Table, b: Table): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => printOf(a.get(key)) !== printOf(b.get(key)));
}

function printOf(rows: readonly Row[] | undefined): string {
  return (rows ?? [])
    .map(({ values }) => values.map((value) => `${typeof value} ${String(value)}`).join('\u0000'))
    .sort()
    .join('\u0001');
}

/** The source as it can be read: without damaged lines. */
export function readable(source: Source): Source {
  return withRows(source, (row) => row.damage === null);
}

function withRows(source: Source, keep: (row: Row) => boolean): Source {
  return { ...source, deltas: source.deltas.map((delta) => ({ ...delta, rows: delta.rows.filter(keep) })) };
}

export function columnIndex(source: Source, role: Column['role']): number {
  return source.columns.findIndex((column) => column.role === role);
}
