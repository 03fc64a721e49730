import type { Cells } from '../csv/cells';
import type { CsvColumn } from '../csv/csv-table';
import { isEmptyCell } from '../csv/empty-cell';
import { NumeralColumn } from '../csv/numeral-column';
import { clip, MAX_LISTED_REJECTIONS, type Rejection } from '../rejection';
import type { PremiseChoices, Setup } from '../setup';
import type { BindSource } from './bind-sources';
import type { BoundColumn } from './bound-column';
import { type BoundTable, MEASURE } from './case-tables';
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
  const keyColumns = mapping.key.map((name) => source.column(name) as CsvColumn);
  const { kept, rejections } = acceptRows(source, s, columns, keyColumns, out);
  const rows = kept?.length ?? table.rows;
  const bound: BoundTable = {
    file,
    rows,
    key: keys.rows(
      keyColumns.map(({ cells }) => cells),
      kept,
    ),
    columns: columns.map(({ values }) => {
      const own = values[s] ?? null;
      return own && kept ? Float64Array.from(kept, (row) => own[row] as number) : own;
    }),
    ...writtenVersions(columns, s, kept),
    amounts: columns[MEASURE]?.amounts?.[s] ?? null,
    lines: kept ? kept.map((row) => table.lines[row] as number) : table.lines,
    sourceRow: kept,
    ...(source.role === 'delta' ? { deletes: deleteFlags(source, kept, rows, premises?.deletes ?? null) } : {}),
  };
  const keyOfRow = (row: number) => keyColumns.map(({ cells }) => cells.at(row));
  const keyOfCells = (cells: readonly string[] | undefined) => keyColumns.map(({ at }) => cells?.[at] ?? '');
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

/** How the file writes the versions, where they are dates. */
function writtenVersions(
  columns: readonly BoundColumn[],
  s: number,
  kept: Int32Array | null,
): Pick<BoundTable, 'versionOffset' | 'dateOrder'> {
  const written = columns.at(-1)?.written;
  if (!written) return {};
  const offsets = written.offsets?.[s] ?? null;
  return {
    versionOffset: offsets && kept ? Float64Array.from(kept, (row) => offsets[row] as number) : offsets,
    dateOrder: written.orders[s] ?? null,
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

/** A condition on one column's cells that rejects the row. */
interface Refusal {
  readonly column: CsvColumn;
  readonly refuses: (row: number) => boolean;
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
  keyColumns: readonly CsvColumn[],
  { mask }: RowsOut,
): { readonly kept: Int32Array | null; readonly rejections: readonly RejectedRow[] } {
  const refusals = keyColumns.flatMap((column): Refusal[] => {
    const refuses = emptyCells(column.cells);
    return refuses ? [{ column, refuses, reason: 'empty-key' }] : [];
  });
  for (const { column, values, refused } of columns) {
    const own = columnOf(column.name);
    const from = values[s];
    if (!own || !from || !refused[s]) continue;
    const reason = column.role === 'version' ? 'not-a-version' : 'not-a-number';
    refusals.push({ column: own, refuses: (row) => Number.isNaN(from[row]), reason });
  }
  if (refusals.length === 0 && mask === null) return { kept: null, rejections: [] };
  const kept: number[] = [];
  const rejections: RejectedRow[] = [];
  for (let r = 0; r < table.rows; r++) {
    if (mask?.[r] === 1) continue;
    const refusal = refusals.find(({ refuses }) => refuses(r));
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

/** Which rows have an empty cell; null: none has. */
function emptyCells(cells: Cells): ((row: number) => boolean) | null {
  if (cells instanceof NumeralColumn) {
    const { units, empty } = cells;
    return units.includes(empty) ? (row) => units[row] === empty : null;
  }
  const { bytes, offsets, codes, distinct } = cells.asTexts();
  const empty = new Set<number>();
  for (let code = 0; code < distinct; code++) {
    const from = offsets[code] as number;
    const first = bytes[from] as number;
    const mayBe = offsets[code + 1] === from || first <= 32 || first > 0x7f;
    if (mayBe && isEmptyCell(cells.text(code))) empty.add(code);
  }
  return empty.size > 0 ? (row) => empty.has(codes[row] as number) : null;
}
