import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytesSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import { rowsOf, utf8 } from '@/tests/support/csv-text';
import { type SlowRecord, slowRecords } from '@/tests/support/slow-csv';
import type { FuzzTarget } from '../target';

const HEADER = ['id', 'name', 'n'];
const WIDTH = HEADER.length;

/** Cells as exports write them, well and badly. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', '7', '-1.50', '', ' ', 'é', '日本', '😀', '2026-01-05', 'NULL') },
  { weight: 3, arbitrary: fc.constantFrom('"x"', '"a""b"', '""', '"p,q"', '"p\nq"', '"p\r\nq"', '" "', '"\n"') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('"x" y', 'x"y', '"x', 'y"', '"', '"""', '"a"b"', '5" pipe', '"5" pipe"', ' "z"'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
);
const row = fc.oneof(
  { weight: 6, arbitrary: fc.array(cell, { minLength: WIDTH, maxLength: WIDTH }) },
  { weight: 1, arbitrary: fc.array(cell, { maxLength: WIDTH + 2 }) },
);

/** @param newline of the file */
function textOf(rows: readonly (readonly string[])[], delimiter: string, newline: string, last: boolean): string {
  return [HEADER, ...rows].map((cells) => cells.join(delimiter)).join(newline) + (last ? newline : '');
}

const anyText = fc.tuple(
  fc.array(row, { minLength: 1, maxLength: 25 }),
  fc.constantFrom(',', ',', ';', '\t', '|'),
  fc.constantFrom('\n', '\n', '\r\n', '\r'),
  fc.boolean(),
  fc.constantFrom(1, 2, 3, 7, 64, 4096),
);

/**
 * Texts of rows, many with quotes out of place. Every physical line is of a row, rejected, set aside or blank; a row of one
 * line without a quote has the line's cells; and where every quote is in its place, the rows are those of RFC 4180.
 */
export const reader: FuzzTarget = {
  name: 'reader',
  given: 'texts of rows with quotes, delimiters and line breaks in and out of place',
  heldTo: 'a slow reader of RFC 4180, a count of lines, and itself in pieces of other sizes',
  property: fc.asyncProperty(anyText, async ([rows, delimiter, newline, last, chunkBytes]) => {
    const text = textOf(rows, delimiter, newline, last);
    const source = bytesSource('a.csv', utf8(text));
    const read = await readCsv(source, { headerLine: 1, chunkBytes });
    assert.deepEqual(read, await readCsv(source, { headerLine: 1 }));
    if (!read.ok) {
      // NUL, and texts in which a quote is left open or another delimiter fits better, are refused as a whole.
      assert.ok(['quote-open', 'not-csv', 'no-header'].includes(read.problem.code), read.problem.code);
      return;
    }
    const { value: table } = read;
    const mixed = table.dialect.newline === 'mixed';
    const lines = linesOf(text);
    assert.deepEqual(linesLost(table, lines), []);
    if (table.dialect.delimiter !== delimiter || mixed || table.notes.length > 0) return;
    checkPlainRows(table, lines, delimiter);
    const records = slowRecords(text, delimiter, newline);
    if (records !== null) checkRows(table, records);
  }),
};

/** By physical line. A line break within quotes may be of another kind than the file's and is one all the same. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** 1-based lines that are nowhere: no row's, not rejected, not set aside, and not blank. */
function linesLost(table: CsvTable, lines: readonly string[]): number[] {
  const lost = new Set(lines.map((_, i) => i + 1));
  lost.delete(table.headerLine);
  for (const aside of table.aside) for (const line of aside.lines) lost.delete(line);
  for (const { line, lines: span = 1 } of table.rejected) for (let i = 0; i < span; i++) lost.delete(line + i);
  for (const [r, line] of table.lines.entries()) {
    const breaks = table.columns.reduce((sum, { cells }) => sum + (cells.at(r).match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    for (let i = 0; i <= breaks; i++) lost.delete(line + i);
  }
  return [...lost].filter((line) => !/^\s*("\s*")?\s*$/.test(lines[line - 1] ?? ''));
}

function checkPlainRows(table: CsvTable, lines: readonly string[], delimiter: string): void {
  const rows = rowsOf(table);
  for (const [r, line] of table.lines.entries()) {
    const text = lines[line - 1] ?? '';
    if (text.includes('"')) continue;
    const cells = text.split(delimiter);
    const found = rows[r] ?? [];
    assert.deepEqual(found.slice(0, WIDTH), cells.slice(0, WIDTH));
  }
}

function checkRows(table: CsvTable, records: readonly SlowRecord[]): void {
  const isFilled = (cells: readonly string[]) => cells.some((one) => one.trim() !== '');
  const width = table.columns.length;
  const known = new Set(table.aside.flatMap(({ lines }) => lines));
  const expected = records
    .slice(1)
    .filter(({ cells, line }) => cells.length >= WIDTH && isFilled(cells) && !known.has(line))
    .map(({ cells }) => Array.from({ length: width }, (_, c) => cells[c] ?? ''));
  assert.deepEqual(rowsOf(table).filter(isFilled), expected);
}
