import fc from 'fast-check';
import { bytesSource } from '@/lib/core/csv/byte-source';
import type { Cells } from '@/lib/core/csv/cells';
import { ColumnBuilder } from '@/lib/core/csv/column-builder';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import type { Problem } from '@/lib/core/problem';

/** Cells as a careful writer would put them: quoted where they have to be. */
export function csvRecord(cells: readonly string[], delimiter = ','): string {
  return cells
    .map((cell) => (/["\r\n,;\t|]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function utf16(text: string, endian: 'le' | 'be'): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), endian === 'le');
  return new Uint8Array(bytes.buffer);
}

export async function readText(text: string | Uint8Array, file = 'a.csv', chunkBytes?: number): Promise<CsvTable> {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  const read = await readCsv(bytesSource(file, bytes), chunkBytes === undefined ? {} : { chunkBytes });
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.problem)}`);
  return read.value;
}

export async function problemOf(text: string | Uint8Array, file = 'a.csv', chunkBytes?: number): Promise<Problem> {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  const read = await readCsv(bytesSource(file, bytes), chunkBytes === undefined ? {} : { chunkBytes });
  if (read.ok) throw new Error(`read, though it should not: ${read.value.rows} rows`);
  return read.problem;
}

/** A column of these cells, held as its reader would. */
export function columnOf(texts: readonly string[]): Cells {
  const builder = new ColumnBuilder();
  for (const text of texts) builder.text(text);
  return builder.finish();
}

/** The accepted rows as texts. */
export function rowsOf(table: CsvTable): string[][] {
  return Array.from({ length: table.rows }, (_, r) => table.columns.map(({ cells }) => cells.at(r)));
}

const characters = [
  'a',
  'B',
  '7',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  'é',
  'ß',
  '日',
  '😀',
  "'",
  '\u00a0',
];

const arbitraryCell = fc.array(fc.constantFrom(...characters), { maxLength: 6 }).map((parts) => parts.join(''));

/** A table of at least two columns, its header first: c0, c1 …; the last column holds numbers, as tables of data do. */
export const arbitraryRecords = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc
    .array(
      fc
        .tuple(fc.array(arbitraryCell, { minLength: width - 1, maxLength: width - 1 }), fc.nat())
        .map(([cells, number]) => [...cells, String(number)]),
      { maxLength: 12 },
    )
    .map((rows) => [Array.from({ length: width }, (_, c) => `c${c}`), ...rows]),
);
