import { MISSING } from '@/lib/core/decimal';
import type { BoundTable, CaseColumn, CaseTables } from '@/lib/core/table/case-tables';
import { keySpace } from '@/tests/support/key-space';
import {
  keyNames,
  keyParts,
  type PlainCase,
  type PlainColumn,
  type PlainFile,
  type PlainRow,
  writtenVersion,
} from './plain-case';

/** The case and its tables in the product's typed form, built cell by cell from the contract of `CaseTables`. */
export function bindTables(
  source: PlainCase,
  ours: readonly PlainRow[] | null,
  theirs: readonly PlainRow[] | null,
): CaseTables {
  const files = [
    ...source.deltas,
    ...(ours ? [{ name: 'vendor-table.csv', rows: ours }] : []),
    ...(theirs ? [{ name: 'customer-table.csv', rows: theirs }] : []),
  ];
  const keys = [...new Set(files.flatMap((file) => file.rows.map((row) => row.key)))];
  const ids = new Map(keys.map((key, id) => [key, id]));
  const bound = source.columns.map((column, c) =>
    bindColumn(
      column,
      files.flatMap((file) => file.rows.map((row) => row.cells[c] ?? '')),
    ),
  );
  const ranks = versionTextRanks(source, files);
  const tables = files.map(
    (file, f): BoundTable => ({
      ...(f < source.deltas.length && source.dateOrder ? { dateOrder: source.dateOrder } : {}),
      amounts: f < source.deltas.length ? (source.amounts ?? null) : null,
      file: file.name,
      rows: file.rows.length,
      key: Int32Array.from(file.rows, (row) => ids.get(row.key) ?? -1),
      columns: bound.map(({ cell, column }, c) =>
        column.role === 'condition' && f >= source.deltas.length
          ? null
          : Float64Array.from(file.rows, (row) => (row.cells[c] ? cell(row.cells[c]) : MISSING)),
      ),
      deletes: file.rows.some((row) => row.deleted)
        ? Uint8Array.from(file.rows, (row) => Number(row.deleted ?? false))
        : null,
      versionTextRank: ranks?.[f] ?? null,
      lines: Int32Array.from(file.rows, (_, r) => r + 2),
    }),
  );
  return {
    keys: keySpace(keys.length, (id) => keyParts(source, keys[id] ?? '')),
    keyColumns: keyNames(source),
    columns: bound.map(({ column }) => column),
    deltas: tables.slice(0, source.deltas.length),
    ours: ours ? (tables[source.deltas.length] ?? null) : null,
    theirs: theirs ? (tables.at(-1) ?? null) : null,
    deleteMarks: { column: 'op', values: ['D'] },
  };
}

/** Null where versions are plain numbers. */
function versionTextRanks(source: PlainCase, files: readonly PlainFile[]): Float64Array[] | null {
  if (source.columns.at(-1)?.type !== 'date') return null;
  const written = files.map(({ rows }, f) =>
    rows.map(({ cells }) =>
      f < source.deltas.length ? writtenVersion(source, cells.at(-1) ?? '') : (cells.at(-1) ?? ''),
    ),
  );
  const rank = new Map([...new Set(written.flat())].sort().map((text, at) => [text, at]));
  return written.map((texts) => Float64Array.from(texts, (text) => rank.get(text) ?? MISSING));
}

/** Every number of a planted case is a plain decimal that fits the units, or empty. */
function bindColumn(
  plain: PlainColumn,
  cells: readonly string[],
): { column: CaseColumn; cell: (text: string) => number } {
  const base = {
    name: plain.name,
    role: plain.role,
    type: plain.type,
    scale: 0,
    unit: null,
    sign: null,
    texts: null,
    wide: null,
    tolerance: 0,
  };
  switch (plain.type) {
    case 'number': {
      const scale = cells.reduce((most, cell) => Math.max(most, cell.split('.')[1]?.length ?? 0), 0);
      return { column: { ...base, scale }, cell: (text) => units(text, scale) };
    }
    case 'date':
      return { column: base, cell: (text) => Date.parse(text.includes('T') ? text : `${text}T00:00:00Z`) };
    case 'text': {
      const texts = [...new Set(cells)].filter((text) => text !== '').sort();
      return { column: { ...base, texts }, cell: (text) => texts.indexOf(text) };
    }
  }
}

function units(text: string, scale: number): number {
  const [whole = '', fraction = ''] = text.split('.');
  const count = Number(whole + fraction.padEnd(scale, '0'));
  if (!Number.isSafeInteger(count)) throw new Error(`${text} does not fit`);
  return count === 0 ? 0 : count;
}
