import type { CsvColumn } from '../csv/csv-table';
import { isEmptyCell } from '../csv/empty-cell';
import { clip, MAX_LISTED_REJECTIONS, type Rejection } from '../rejection';
import type { PremiseChoices, Setup } from '../setup';
import type { BoundColumn } from './bind-column';
import type { BindSource } from './bind-sources';
import type { BoundTable } from './case-tables';
import type { KeyInterner } from './keys';
import type { RowsOut } from './line-premises';

/** One file's rows as typed arrays, and what of it could not be bound. */
export interface BoundFile {
  readonly bound: BoundTable;
  readonly rejected: readonly Rejection[];
  readonly rejectedRows: number;
  /** Ids of the keys of lines that could not be read, or not surely. */
  readonly unsettled: readonly number[];
  /** Whether the key of every line that could not be read is known. */
  readonly keysKnown: boolean;
}

/** O(rows × columns). Rows that cannot be bound are rejected; those of `out` take no part. */
export function bindFile(
  source: BindSource,
  s: number,
  columns: readonly BoundColumn[],
  { mapping, premises }: Setup,
  out: RowsOut,
  keys: KeyInterner,
): BoundFile {
  const { table, file } = source;
  const keyColumns = mapping.key.map((name): KeyColumn => {
    const column = source.column(name) as CsvColumn;
    return { column, texts: column.cells.texts() };
  });
  const { kept, rejections } = acceptRows(source, s, columns, keyColumns, out);
  const rows = kept?.length ?? table.rows;
  const gather = (from: ArrayLike<number>, codes: Int32Array, into: Float64Array | Int32Array) => {
    for (let r = 0; r < rows; r++) into[r] = from[codes[kept ? (kept[r] as number) : r] as number] as number;
  };
  const bound: BoundTable = {
    file,
    rows,
    key: keyIds(keyColumns, kept, rows, keys),
    columns: columns.map(({ column, values }) => {
      const from = values[s];
      const own = source.column(column.name);
      if (!from || !own) return null;
      const into = new Float64Array(rows);
      gather(from, own.cells.codes, into);
      return into;
    }),
    lines: kept ? kept.map((row) => table.lines[row] as number) : table.lines,
    sourceRow: kept,
    ...(source.role === 'delta' ? { deletes: deleteFlags(source, kept, rows, premises?.deletes ?? null) } : {}),
  };
  const keyOfRow = (row: number) => keyColumns.map(({ column }) => column.cells.at(row));
  const keyOfCells = (cells: readonly string[] | undefined) => keyColumns.map(({ column }) => cells?.[column.at] ?? '');
  const asideRejections = out.refused;
  const unreadKeys = [
    ...rejections.map(({ row }) => keyOfRow(row)),
    ...[...table.rejected, ...asideRejections].map(({ cells }) => keyOfCells(cells)),
    ...out.doubtful.map(keyOfRow),
  ];
  const known = unreadKeys.filter((parts) => parts.every((part) => !isEmptyCell(part)));
  const lines = [
    ...table.rejected,
    ...asideRejections,
    ...rejections.slice(0, MAX_LISTED_REJECTIONS).map(({ rejection }) => rejection),
  ];
  return {
    bound,
    rejected: lines.sort((a, b) => a.line - b.line).slice(0, MAX_LISTED_REJECTIONS),
    rejectedRows: table.rejectedRows + asideRejections.length + rejections.length,
    unsettled: known.map((parts) => keys.of(parts)),
    keysKnown: known.length === unreadKeys.length && table.rejected.length === table.rejectedRows,
  };
}

/** 1 where the row's cell marks a delete; null where none does. */
function deleteFlags(
  source: BindSource,
  kept: Int32Array | null,
  rows: number,
  deletes: NonNullable<PremiseChoices['deletes']> | null,
): Uint8Array | null {
  const cells = deletes && source.column(deletes.column)?.cells;
  if (!cells) return null;
  const marks = Uint8Array.from(cells.texts(), (text) => Number(deletes.values.includes(text)));
  const flags = Uint8Array.from(
    { length: rows },
    (_, r) => marks[cells.codes[kept ? (kept[r] as number) : r] as number] as number,
  );
  return flags.includes(1) ? flags : null;
}

/** A key column with its distinct texts, by code. */
interface KeyColumn {
  readonly column: CsvColumn;
  readonly texts: readonly string[];
}

/** A condition on one column's cells that rejects the row. */
interface Refusal {
  readonly column: CsvColumn;
  /** 1 by code. */
  readonly refuses: Uint8Array;
  readonly reason: Rejection['reason'];
}

interface RejectedRow {
  readonly row: number;
  readonly rejection: Rejection;
}

function acceptRows(
  { table, column: columnOf }: BindSource,
  s: number,
  columns: readonly BoundColumn[],
  keyColumns: readonly KeyColumn[],
  { mask }: RowsOut,
): { readonly kept: Int32Array | null; readonly rejections: readonly RejectedRow[] } {
  const refusals: Refusal[] = keyColumns
    .filter(({ texts }) => texts.some(isEmptyCell))
    .map(({ column, texts }) => ({
      column,
      refuses: Uint8Array.from(texts, (text) => Number(isEmptyCell(text))),
      reason: 'empty-key',
    }));
  for (const { column, values, refused } of columns) {
    const own = columnOf(column.name);
    const from = values[s];
    if (!own || !from || !refused[s]) continue;
    const reason = column.role === 'version' ? 'not-a-version' : 'not-a-number';
    refusals.push({ column: own, refuses: Uint8Array.from(from, (value) => Number(Number.isNaN(value))), reason });
  }
  if (refusals.length === 0 && mask === null) return { kept: null, rejections: [] };
  const kept: number[] = [];
  const rejections: RejectedRow[] = [];
  for (let r = 0; r < table.rows; r++) {
    if (mask?.[r] === 1) continue;
    const refusal = refusals.find(({ column, refuses }) => refuses[column.cells.codes[r] as number]);
    if (!refusal) {
      kept.push(r);
      continue;
    }
    const { column, reason } = refusal;
    rejections.push({
      row: r,
      rejection: {
        line: table.lines[r] as number,
        column: column.name,
        reason,
        text: clip(column.cells.at(r)),
      },
    });
  }
  return { kept: kept.length === table.rows ? null : Int32Array.from(kept), rejections };
}

/** One look-up for each distinct part; a row costs an array access, of a composite key one look-up more. */
function keyIds(
  keyColumns: readonly KeyColumn[],
  kept: Int32Array | null,
  rows: number,
  keys: KeyInterner,
): Int32Array {
  const parts = keyColumns.map((column, p) => partIds(column, p, kept, rows, keys));
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return Int32Array.from({ length: rows }, (_, r) => keys.key(parts.map((part) => part[r] as number)));
}

function partIds(
  { column, texts }: KeyColumn,
  part: number,
  kept: Int32Array | null,
  rows: number,
  keys: KeyInterner,
): Int32Array {
  const { codes } = column.cells;
  const known = new Int32Array(texts.length).fill(-1);
  const ids = new Int32Array(rows);
  for (let r = 0; r < rows; r++) {
    const code = codes[kept ? (kept[r] as number) : r] as number;
    if (known[code] === -1) known[code] = keys.part(part, texts[code] as string);
    ids[r] = known[code] as number;
  }
  return ids;
}
