import { MISSING } from '@/lib/core/decimal';
import type { BoundTable, CaseColumn, CaseTables } from '@/lib/core/table/case-tables';
import { keySpace } from '@/tests/support/key-space';
import { keyNames, keyParts, type PlainCase, type PlainColumn, type PlainRow } from './plain-case';

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
  const tables = files.map(
    (file): BoundTable => ({
      file: file.name,
      rows: file.rows.length,
      key: Int32Array.from(file.rows, (row) => ids.get(row.key) ?? -1),
      columns: bound.map(({ cell }, c) =>
        Float64Array.from(file.rows, (row) => (row.cells[c] ? cell(row.cells[c]) : MISSING)),
      ),
      deletes: file.rows.some((row) => row.deleted)
        ? Uint8Array.from(file.rows, (row) => Number(row.deleted ?? false))
        : null,
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
      return { column: base, cell: (text) => Date.parse(`${text}T00:00:00Z`) };
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
