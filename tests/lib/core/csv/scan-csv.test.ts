import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { NumeralColumn } from '@/lib/core/csv/numeral-column';
import { parseCsv } from '@/lib/core/csv/parse-csv';
import { scanCsv } from '@/lib/core/csv/scan-csv';
import type { Result } from '@/lib/core/result';
import { rowsOf, utf8 } from '@/tests/support/csv-text';

const ROWS = 14;

const whole = fc.integer({ min: -50, max: 5000 }).map(String);
const decimal = fc.nat({ max: 999_999 }).map((units) => (units / 100).toFixed(units % 4));
const padded = fc.nat({ max: 99_999 }).map((units) => String(units).padStart(5, '0'));
const edge = fc.constantFrom('', '0', '-0', '-0.0', '0.00', '00', '-7', '2147483647', '2147483648', '-2147483648');

/** Of any column, and of one that holds numbers alone, or such as are hardly none. */
const mixed = fc.oneof(
  { weight: 4, arbitrary: whole },
  { weight: 2, arbitrary: decimal },
  { weight: 1, arbitrary: padded },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['', '0', '-0', '-', '.', '.5', '5.', '1.5', '-1.50', '00', '007', '+7', '1e3', ' 1', '1 ', '2147483648'],
      ...[
        '-2147483648',
        '999999999999999',
        '9999999999999999',
        '0.00000000000001',
        '1.2.3',
        '$1',
        'NULL',
        'a',
        'é',
        '日',
      ],
      ...['a@b.c', '2026-01-05', '"', 'x"y', 'a b', 'Total', '# a', 'ID', 'id ', '\u212a', '\ufeff'],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);
const oftenWhole = fc.oneof({ weight: 6, arbitrary: whole }, { weight: 1, arbitrary: edge });
const oftenDecimal = fc.oneof({ weight: 6, arbitrary: decimal }, { weight: 1, arbitrary: edge });
const oftenPadded = fc.oneof(
  { weight: 9, arbitrary: padded },
  { weight: 1, arbitrary: fc.constantFrom('', '12345', '1.234', '01.50', '-1234', '-0123', '01', '001234') },
);
const hows = ['plain', 'plain', 'plain', 'quoted'] as const;

/** How the cells of a column are written; not always well. */
const column = fc.oneof(
  written(mixed, [...hows, 'escaped', 'raw']),
  written(oftenWhole, hows),
  written(oftenDecimal, hows),
  written(oftenPadded, hows),
);

function written(cell: fc.Arbitrary<string>, ways: readonly ((typeof hows)[number] | 'escaped' | 'raw')[]) {
  return fc.array(
    fc.tuple(cell, fc.constantFrom(...ways)).map(([text, how]) => {
      if (how === 'raw') return text;
      if (how === 'escaped') return `"${text}""x"`;
      const special = /[",;|\t\r\n]/.test(text);
      return special || how === 'quoted' ? `"${text.replaceAll('"', '""')}"` : text;
    }),
    { minLength: ROWS, maxLength: ROWS },
  );
}

const texts = fc
  .record({
    width: fc.integer({ min: 2, max: 4 }),
    delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    bom: fc.boolean(),
    before: fc.constantFrom('', '', '', 'sep=DELIMITER\n', 'A report\n', '\n', '# by hand\n'),
    ending: fc.constantFrom('', 'NEWLINE', 'NEWLINE', 'NEWLINENEWLINE', 'NEWLINETotalDELIMITER7', '\r', '"', '\0'),
    columns: fc.array(column, { minLength: 4, maxLength: 4 }),
    rows: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: ROWS }),
    /** Nobody says where the header is: the first sixty records, here all, then wait as texts until it is found. */
    unnamed: fc.nat({ max: 5 }).map((n) => n === 0),
    header: fc.constantFrom(
      ['id', 'spend', 'note', 'batch'],
      ['Kk', 'b', 'c', 'd'],
      ['"id"', 'a', 'b', 'c'],
      ['1', 'x', 'y', 'z'],
    ),
  })
  .map(({ width, delimiter, newline, bom, before, ending, columns, rows, unnamed, header }) => {
    const lines = rows.map((odd, r) => {
      const cells = columns.map((one) => one[r] ?? '');
      if (odd === 0) return cells.slice(0, width - 1).join(delimiter);
      if (odd === 1) return cells.slice(0, width).join(delimiter) + delimiter + (cells[0] ?? '');
      if (odd === 2) return header.slice(0, width).join(delimiter).toUpperCase();
      if (odd === 3) return '';
      if (odd === 6) return header.slice(0, width).join(delimiter).replace('K', '\u212a');
      if (odd === 4) return delimiter.repeat(width - 1);
      if (odd === 5) return `${cells.slice(0, width).join(delimiter)}\r`;
      return cells.slice(0, width).join(delimiter);
    });
    const text = [header.slice(0, width).join(delimiter), ...lines].join(newline) + ending;
    const filled = `${before.replace('\n', newline)}${text}`.replaceAll('DELIMITER', delimiter);
    return {
      text: `${bom ? '\ufeff' : ''}${filled.replaceAll('NEWLINE', newline)}`,
      headerLine: unnamed ? undefined : before === '' ? 1 : 2,
    };
  });

/** Everything that a table says, with its cells as texts. */
function told(read: Result<CsvTable>) {
  if (!read.ok) return read;
  const { columns, lines, ...rest } = read.value;
  return {
    ...rest,
    lines: [...lines],
    rows: rowsOf(read.value),
    columns: columns.map(({ name, at, tally, cells }) => ({ name, at, tally, kind: cells.constructor.name })),
  };
}

describe('scanning bytes', () => {
  it('gives what parsing the text gives, rejections, lines and evidence too, or leaves it to that', async () => {
    let [scans, all, numbers] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(1, 2, 3, 7, 64, 4096), async ({ text, headerLine }, chunkBytes) => {
        const source = bytesSource('a.csv', utf8(text));
        const bom = text.startsWith('\ufeff');
        const scanned = await scanCsv(source, { chunkBytes, headerLine }, bom);
        all++;
        if (scanned === null) return;
        scans++;
        if (scanned.ok)
          numbers += scanned.value.columns.filter(
            ({ cells }) => cells.rows > 1 && cells instanceof NumeralColumn,
          ).length;
        expect(told(scanned)).toEqual(told(await parseCsv(source, { headerLine }, { encoding: 'utf-8', bom })));
      }),
      { numRuns: 20_000 },
    );
    expect(scans / all).toBeGreaterThan(0.3);
    expect(numbers / all).toBeGreaterThan(0.5);
  }, 240_000);

  it('leaves to parsing what is not plainly well-formed UTF-8', async () => {
    const malformed = ['a,b\n1,"x" y\n', 'a,b\n1,"x\n', 'a,b\n1,2\r\n3,4\n', 'a,b\n1,\0\n', 'a,b\r\n1,2\n3,4\r\n'];
    for (const text of malformed) expect(await scanCsv(bytesSource('a.csv', utf8(text)), {}, false)).toBeNull();
    const latin = Uint8Array.from([97, 44, 98, 10, 0xe9, 44, 49, 10]);
    expect(await scanCsv(bytesSource('a.csv', latin), {}, false)).toBeNull();
    expect(await scanCsv(bytesSource('a.csv', utf8('a,b\né,1\n').slice(0, 5)), {}, false)).toBeNull();
  });

  it('takes quotes that are well-formed, and such as are letters', async () => {
    const text = 'a,b\n"1","x ""y"", z"\nx"y,"two\nlines"\n';
    const scanned = await scanCsv(bytesSource('a.csv', utf8(text)), { chunkBytes: 3 }, false);
    if (!scanned?.ok) throw new Error('left to parsing');
    expect(rowsOf(scanned.value)).toEqual([
      ['1', 'x "y", z'],
      ['x"y', 'two\nlines'],
    ]);
    expect([...scanned.value.lines]).toEqual([2, 3]);
  });
});
