import { MISSING } from '../decimal';
import type { DedupeRule } from '../findings/dedupe-rule';
import type { AmountWriting } from './amount-writing';
import {
  type BoundCells,
  type BoundTable,
  type CaseColumn,
  type CaseTables,
  type DeleteMarks,
  type KeySpace,
  MEASURE,
} from './case-tables';

/**
 * Rows grouped by key: those of key k are `start[k]` to `start[k + 1]`, in arrival order (file by file, then row by row).
 * Grouping once makes every replay and every comparison a sequential scan.
 */
export interface GroupedRows {
  readonly rows: number;
  /** Length keys + 1. */
  readonly start: Int32Array;
  /** Key id of each row; ascending. */
  readonly key: Int32Array;
  /** Index of the row's file (of the delta in arrival order; 0 in a table). */
  readonly file: Uint16Array;
  /** 0-based row within its file. */
  readonly at: Int32Array;
  /** Position among all rows in arrival order. */
  readonly arrival: Int32Array;
  /** By case column; null where no file of the group has it. A file without it holds MISSING. */
  readonly columns: readonly (Float64Array | null)[];
  /** 1 for a row that deletes its key, where the case has such; null: none does. */
  readonly deletes: Uint8Array | null;
  /** Rank by code unit of each row's version as written: see `BoundTable`. Null: derive it from the plain decimal. */
  readonly versionTextRank: Float64Array | null;
  /** See `BoundTable`. */
  readonly versionOffset: Float64Array | null;
}

/** A file of the case, and where in it each row stands that was bound: row `at` of `GroupedRows` leads straight back. */
export interface SourceFile {
  readonly name: string;
  /** Rows that were bound. */
  readonly rows: number;
  /** By row: see `BoundTable`. */
  readonly lines: Int32Array;
  readonly sourceRow: Int32Array | null;
  /** How its versions write dates: see `BoundTable`. */
  readonly dateOrder: 'day-first' | 'month-first' | null;
  /** How it writes the measure: see `BoundTable`. */
  readonly amounts: AmountWriting | null;
}

/** The case in the form that the pipeline replays and the search reads. */
export interface Dataset {
  readonly keys: KeySpace;
  /** Names of the key's columns, by part. */
  readonly keyColumns: readonly string[];
  /** What stands between the cells of the deltas. */
  readonly delimiter: string;
  readonly columns: readonly CaseColumn[];
  /** The measure, which is the first column. */
  readonly measure: CaseColumn;
  /** Index of the version; -1 where there is none. */
  readonly version: number;
  /** The deltas in arrival order. */
  readonly files: readonly SourceFile[];
  /** The files of the tables; null where there is none. */
  readonly tableFiles: { readonly ours: SourceFile | null; readonly theirs: SourceFile | null };
  readonly deltas: GroupedRows;
  readonly ours: GroupedRows | null;
  readonly theirs: GroupedRows | null;
  /** Which of a key's rows is agreed to count. */
  readonly rule: DedupeRule;
  /** Which of a key's rows with the same largest version counts. */
  readonly ties: 'earlier' | 'later';
  /** What marks the rows of `deltas.deletes`; null: not known, or nothing does. */
  readonly deleteMarks: DeleteMarks | null;
  /** 1 by key id for keys of which some line could not be read; null: none. */
  readonly unsettled: Uint8Array | null;
}

/** O(rows + keys); the tables themselves are not kept. */
export function buildDataset(tables: CaseTables): Dataset {
  const keys = tables.keys.count;
  const version = tables.columns.findIndex((column) => column.role === 'version');
  return {
    keys: tables.keys,
    keyColumns: tables.keyColumns ?? [],
    delimiter: tables.delimiter ?? ',',
    columns: tables.columns,
    measure: tables.columns[MEASURE] as CaseColumn,
    version,
    rule: tables.rule ?? (version === -1 ? 'last-arrival' : 'largest-version'),
    ties: tables.ties ?? 'later',
    deleteMarks: tables.deleteMarks ?? null,
    unsettled: tables.unsettled ?? null,
    files: tables.deltas.map(sourceFile),
    tableFiles: { ours: tables.ours && sourceFile(tables.ours), theirs: tables.theirs && sourceFile(tables.theirs) },
    deltas: groupByKey(tables.deltas, keys, tables.columns.length),
    ours: tables.ours && groupByKey([tables.ours], keys, tables.columns.length),
    theirs: tables.theirs && groupByKey([tables.theirs], keys, tables.columns.length),
  };
}

function sourceFile({ file, rows, lines, sourceRow = null, dateOrder = null, amounts = null }: BoundTable): SourceFile {
  return { name: file, rows, lines, sourceRow, dateOrder, amounts };
}

/** The 1-based physical line on which a delta row begins, in its file. */
export function sourceLine({ deltas, files }: Dataset, row: number): number {
  return files[deltas.file[row] as number]?.lines[deltas.at[row] as number] ?? 0;
}

/** The 0-based row of its file as read, rejected rows counted, that a delta row is. */
export function sourceRow({ deltas, files }: Dataset, row: number): number {
  const at = deltas.at[row] as number;
  return files[deltas.file[row] as number]?.sourceRow?.[at] ?? at;
}

/**
 * A stable counting sort of the tables' rows by key. Memory costs more than the sorting, so that each row's place is
 * written once and its cells are then fetched in order.
 */
function groupByKey(tables: readonly BoundTable[], keys: number, columns: number): GroupedRows {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const start = endsOf(tables, keys);
  const file = new Uint16Array(rows);
  const at = new Int32Array(rows);
  const arrival = tables.length === 1 ? at : new Int32Array(rows);
  let before = rows;
  for (let f = tables.length - 1; f >= 0; f--) {
    const { key } = tables[f] as BoundTable;
    before -= key.length;
    placeMutable(key, start, f, before, file, at, arrival);
  }
  const fetched = <T extends Cells>(
    of: (table: BoundTable) => BoundCells | Uint8Array | null,
    into: T,
    none: number,
  ): T => {
    const cells = tables.map(of);
    const [only] = cells;
    if (cells.length === 1 && only) fetchMutable(only, at, into);
    else fetchFromMutable(cells, file, at, into, none);
    return into;
  };
  return {
    rows,
    start,
    key: keysOf(start, rows),
    file,
    at,
    arrival,
    columns: Array.from({ length: columns }, (_, c) =>
      tables.some((table) => table.columns[c])
        ? fetched((table) => table.columns[c] ?? null, new Float64Array(rows), MISSING)
        : null,
    ),
    deletes: tables.some(({ deletes }) => deletes)
      ? fetched(({ deletes = null }) => deletes, new Uint8Array(rows), 0)
      : null,
    versionTextRank: tables.some(({ versionTextRank }) => versionTextRank)
      ? fetched(({ versionTextRank = null }) => versionTextRank, new Float64Array(rows), MISSING)
      : null,
    versionOffset: tables.some(({ versionOffset }) => versionOffset)
      ? fetched(({ versionOffset = null }) => versionOffset, new Float64Array(rows), 0)
      : null,
  };
}

type Cells = Float64Array | Uint8Array;

/** Where each key's rows end, by key id; the last of them is the number of rows, once more. */
function endsOf(tables: readonly BoundTable[], keys: number): Int32Array {
  const end = new Int32Array(keys + 1);
  for (const { key } of tables)
    for (let r = 0; r < key.length; r++) end[key[r] as number] = (end[key[r] as number] as number) + 1;
  for (let k = 1; k <= keys; k++) end[k] = (end[k] as number) + (end[k - 1] as number);
  return end;
}

/** Places a file's rows before those of its keys that are placed already: the last file comes first. */
function placeMutable(
  key: Int32Array,
  start: Int32Array,
  f: number,
  before: number,
  file: Uint16Array,
  at: Int32Array,
  arrival: Int32Array,
): void {
  for (let r = key.length - 1; r >= 0; r--) {
    const k = key[r] as number;
    const to = (start[k] as number) - 1;
    start[k] = to;
    if (f > 0) file[to] = f;
    at[to] = r;
    arrival[to] = before + r;
  }
}

function keysOf(start: Int32Array, rows: number): Int32Array {
  const key = new Int32Array(rows);
  for (let k = 0; k < start.length - 1; k++) {
    const end = start[k + 1] as number;
    for (let r = start[k] as number; r < end; r++) key[r] = k;
  }
  return key;
}

function fetchMutable(cells: BoundCells | Uint8Array, at: Int32Array, into: Cells): void {
  for (let r = 0; r < into.length; r++) into[r] = cells[at[r] as number] as number;
}

/** @param none what a file without cells holds */
function fetchFromMutable(
  cells: readonly (BoundCells | Uint8Array | null)[],
  file: Uint16Array,
  at: Int32Array,
  into: Cells,
  none: number,
): void {
  for (let r = 0; r < into.length; r++) {
    const own = cells[file[r] as number];
    into[r] = own ? (own[at[r] as number] as number) : none;
  }
}
