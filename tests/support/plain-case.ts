import type { DedupeRule } from '@/lib/core/findings/dedupe-rule';
import type { BoundTable, CaseColumn, CaseTables, ColumnRole } from '@/lib/core/table/case-tables';
import { keySpace } from '@/tests/support/key-space';

/** A row as a test writes it: column name -> cell text; an absent or empty cell is missing. */
export type PlainRow = Readonly<Record<string, string>>;

export interface PlainCase {
  /** In arrival order. */
  readonly deltas: readonly { readonly file: string; readonly rows: readonly PlainRow[] }[];
  readonly ours?: readonly PlainRow[];
  readonly theirs?: readonly PlainRow[];
  /** Default `user_id`. */
  readonly key?: string;
  /** Default `total_spend`. */
  readonly measure?: string;
  /** Default `batch_id`; null: no version column. */
  readonly version?: string | null;
  /** Default none. */
  readonly attributes?: readonly string[];
  /** Column name -> units; default 0. */
  readonly tolerances?: Readonly<Record<string, number>>;
  /** Column of the deltas whose "D" marks a row that deletes its key; default none. */
  readonly deletes?: string;
  /** Which rule and which of equal versions count; default the largest version, the later. */
  readonly rule?: DedupeRule;
  readonly ties?: 'earlier' | 'later';
}

const NUMBER = /^-?\d+(\.\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/;

/**
 * Case tables from plain objects: slow, obvious, and written without a look at how files are bound, so that it can
 * stand as an oracle. A column is of numbers when every cell is a plain decimal, of dates when every cell is an ISO
 * date, else of text. A table lacks a column when it has rows and none of them names it. Rows begin on line 2.
 */
export function plainCase(plain: PlainCase): CaseTables {
  const key = plain.key ?? 'user_id';
  const version = plain.version === undefined ? 'batch_id' : plain.version;
  const tables = [
    ...plain.deltas,
    ...(plain.ours ? [{ file: 'ours.csv', rows: plain.ours }] : []),
    ...(plain.theirs ? [{ file: 'theirs.csv', rows: plain.theirs }] : []),
  ];
  const every = tables.flatMap((table) => table.rows);
  const keys = [...new Set(every.map((row) => row[key] ?? ''))];

  const roles: [string, ColumnRole][] = [
    [plain.measure ?? 'total_spend', 'measure'],
    ...(plain.attributes ?? []).map((name): [string, ColumnRole] => [name, 'attribute']),
    ...(version === null ? [] : [[version, 'version'] as [string, ColumnRole]]),
  ];
  const columns = roles.map(([name, role]) => plainColumn(name, role, every, plain.tolerances?.[name] ?? 0));

  const ranks = version === null ? null : plainVersionRanks(tables, version);
  const bound = tables.map(
    (table, t): BoundTable => ({
      file: table.file,
      rows: table.rows.length,
      key: Int32Array.from(table.rows, (row) => keys.indexOf(row[key] ?? '')),
      columns: columns.map((column) =>
        table.rows.length > 0 && table.rows.every((row) => row[column.name] === undefined)
          ? null
          : Float64Array.from(table.rows, (row) => plainCell(column, row[column.name] ?? '')),
      ),
      lines: Int32Array.from(table.rows, (_, row) => row + 2),
      versionTextRank: ranks?.[t] ?? null,
      deletes:
        t < plain.deltas.length && plain.deletes !== undefined
          ? Uint8Array.from(table.rows, (row) => (row[plain.deletes ?? ''] === 'D' ? 1 : 0))
          : null,
    }),
  );

  const deltas = bound.slice(0, plain.deltas.length);
  const rest = bound.slice(plain.deltas.length);
  return {
    keys: keySpace(keys.length, (id) => [keys[id] ?? '']),
    keyColumns: [key],
    columns,
    deltas,
    ours: plain.ours ? (rest[0] ?? null) : null,
    theirs: plain.theirs ? (rest[plain.ours ? 1 : 0] ?? null) : null,
    ...(plain.rule ? { rule: plain.rule } : {}),
    ...(plain.ties ? { ties: plain.ties } : {}),
  };
}

function plainColumn(name: string, role: ColumnRole, rows: readonly PlainRow[], tolerance: number): CaseColumn {
  const cells = [...new Set(rows.map((row) => row[name] ?? ''))].filter((cell) => cell !== '');
  const plain = { name, role, unit: null, sign: null, tolerance };
  if (cells.every((cell) => NUMBER.test(cell))) {
    const scale = Math.max(0, ...cells.map((cell) => cell.split('.')[1]?.length ?? 0));
    const units = cells.map((cell) => plainUnits(cell, scale));
    const fits = units.every((unit) => unit <= 2n ** 52n && unit >= -(2n ** 52n));
    const wide = fits ? null : [...new Set(units)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return { ...plain, type: 'number', scale, texts: null, wide };
  }
  if (cells.every((cell) => DATE.test(cell))) return { ...plain, type: 'date', scale: 0, texts: null, wide: null };
  const natural = new Intl.Collator('en', { numeric: true }).compare;
  const texts = cells.sort((a, b) => natural(a, b) || (a < b ? -1 : a > b ? 1 : 0));
  return { ...plain, type: 'text', scale: 0, texts, wide: null };
}

function plainCell(column: CaseColumn, cell: string): number {
  if (cell === '') return Number.NEGATIVE_INFINITY;
  if (column.type === 'date') return Date.parse(cell);
  if (column.type === 'text') return column.texts?.indexOf(cell) ?? 0;
  const units = plainUnits(cell, column.scale);
  return column.wide ? column.wide.indexOf(units) : Number(units);
}

function plainUnits(cell: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = cell.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(scale, '0'));
  return cell.startsWith('-') ? -units : units;
}

/** Null when every version is written as its plain number, or not as a number at all. */
function plainVersionRanks(tables: PlainCase['deltas'], version: string): Float64Array[] | null {
  const written = tables.map((table) => table.rows.map((row) => row[version] ?? ''));
  const texts = [...new Set(written.flat())].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const numbers = texts.every((text) => text === '' || NUMBER.test(text));
  if (!numbers || texts.every((text) => text === '' || String(Number(text)) === text)) return null;
  return written.map((column) => Float64Array.from(column, (text) => texts.indexOf(text)));
}
