import { MISSING } from '../decimal';
import type { DedupeRule } from '../findings/dedupe-rule';
import { type BoundTable, type CaseColumn, type CaseTables, type KeySpace, MEASURE } from './case-tables';

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
}

/** A file of the case, and where in it each row stands that was bound: row `at` of `GroupedRows` leads straight back. */
export interface SourceFile {
  readonly name: string;
  /** Rows that were bound. */
  readonly rows: number;
  /** By row: see `BoundTable`. */
  readonly lines: Int32Array;
  readonly sourceRow: Int32Array | null;
}

/** The case in the form that the pipeline replays and the search reads. */
export interface Dataset {
  readonly keys: KeySpace;
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
  /** 1 by key id for keys of which some line could not be read; null: none. */
  readonly unsettled: Uint8Array | null;
}

/** O(rows + keys); the tables themselves are not kept. */
export function buildDataset(tables: CaseTables): Dataset {
  const keys = tables.keys.count;
  const version = tables.columns.findIndex((column) => column.role === 'version');
  return {
    keys: tables.keys,
    columns: tables.columns,
    measure: tables.columns[MEASURE] as CaseColumn,
    version,
    rule: tables.rule ?? (version === -1 ? 'last-arrival' : 'largest-version'),
    ties: tables.ties ?? 'later',
    unsettled: tables.unsettled ?? null,
    files: tables.deltas.map(sourceFile),
    tableFiles: { ours: tables.ours && sourceFile(tables.ours), theirs: tables.theirs && sourceFile(tables.theirs) },
    deltas: groupByKey(tables.deltas, keys, tables.columns.length),
    ours: tables.ours && groupByKey([tables.ours], keys, tables.columns.length),
    theirs: tables.theirs && groupByKey([tables.theirs], keys, tables.columns.length),
  };
}

function sourceFile({ file, rows, lines, sourceRow = null }: BoundTable): SourceFile {
  return { name: file, rows, lines, sourceRow };
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

/** A stable counting sort of the tables' rows by key. */
function groupByKey(tables: readonly BoundTable[], keys: number, columns: number): GroupedRows {
  const { start, target } = targets(tables, keys);
  const rows = target.length;
  const file = new Uint16Array(rows);
  const at = new Int32Array(rows);
  const key = new Int32Array(rows);
  const arrival = new Int32Array(rows);
  const grouped = Array.from({ length: columns }, (_, c) =>
    tables.some((table) => table.columns[c]) ? new Float64Array(rows) : null,
  );
  const deletes = tables.some((table) => table.deletes) ? new Uint8Array(rows) : null;
  const textRank = tables.some((table) => table.versionTextRank) ? new Float64Array(rows).fill(MISSING) : null;
  let seen = 0;
  tables.forEach((table, f) => {
    for (let r = 0; r < table.rows; r++) {
      const to = target[seen + r] as number;
      if (deletes && table.deletes) deletes[to] = table.deletes[r] as number;
      if (textRank && table.versionTextRank) textRank[to] = table.versionTextRank[r] as number;
      file[to] = f;
      at[to] = r;
      arrival[to] = seen + r;
      key[to] = table.key[r] as number;
    }
    for (let c = 0; c < columns; c++) {
      const into = grouped[c];
      const from = table.columns[c];
      if (!into) continue;
      for (let r = 0; r < table.rows; r++) into[target[seen + r] as number] = from ? (from[r] as number) : MISSING;
    }
    seen += table.rows;
  });
  return { rows, start, key, file, at, arrival, columns: grouped, deletes, versionTextRank: textRank };
}

function targets(tables: readonly BoundTable[], keys: number): { start: Int32Array; target: Int32Array } {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const start = new Int32Array(keys + 1);
  for (const table of tables) {
    for (let r = 0; r < table.rows; r++) {
      const next = (table.key[r] as number) + 1;
      start[next] = (start[next] as number) + 1;
    }
  }
  for (let k = 0; k < keys; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number);
  const free = start.slice();
  const target = new Int32Array(rows);
  let seen = 0;
  for (const table of tables) {
    for (let r = 0; r < table.rows; r++) {
      const k = table.key[r] as number;
      const to = free[k] as number;
      free[k] = to + 1;
      target[seen++] = to;
    }
  }
  return { start, target };
}
