import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { readCsv } from '@/lib/core/csv/read-csv';
import { arbitraryRecords, csvRecord, problemOf, readText, rowsOf, utf8, utf16 } from '@/tests/support/csv-text';

const chunkSizes = fc.constantFrom(1, 2, 3, 7, 64, 4 * 2 ** 20);

describe('reading any table', () => {
  it('gives the rows that PapaParse finds in the whole text, whatever the chunk size', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecords,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        chunkSizes,
        async (records, newline, delimiter, lastNewline, chunk) => {
          const text = records.map((cells) => csvRecord(cells, delimiter)).join(newline) + (lastNewline ? newline : '');
          const table = await readText(text, 'a.csv', chunk);
          const oracle = Papa.parse<string[]>(text, { delimiter, newline }).data.filter((cells) => cells.length > 1);
          expect([table.columns.map((column) => column.name), ...rowsOf(table)]).toEqual(oracle);
          expect(rowsOf(table)).toEqual(records.slice(1));
          expect(table.rejectedRows).toBe(0);
          expect(table.dialect.delimiter).toBe(delimiter);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says on which physical line each row begins', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecords,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(2), { minLength: 13, maxLength: 13 }),
        chunkSizes,
        async (records, newline, blanks, chunk) => {
          let text = '';
          const lines = records.map((cells, r) => {
            text += newline.repeat(blanks[r] ?? 0);
            const line = (text.match(/\r\n|\n|\r/g) ?? []).length + 1;
            text += csvRecord(cells) + newline;
            return line;
          });
          const table = await readText(text, 'a.csv', chunk);
          expect([...table.lines]).toEqual(lines.slice(1));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads line endings of several kinds in one file, all as line ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.stringMatching(/^[a-z" ]{0,3}$/),
            fc.stringMatching(/^[0-9é]{1,3}$/),
            fc.constantFrom('\n', '\r\n', '\r'),
          ),
          { minLength: 1, maxLength: 20 },
        ),
        chunkSizes,
        async (rows, chunk) => {
          const text = `a,b\r\n${rows.map(([a, b, newline]) => csvRecord([a, b]) + newline).join('')}`;
          expect(rowsOf(await readText(text, 'a.csv', chunk))).toEqual(rows.map(([a, b]) => [a, b]));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('notices other line endings that only begin after the sample', async () => {
    const many = 'key,"a quoted value"\n'.repeat(20_000);
    const table = await readText(`a,b\n${many}x,1\r\ny,2\rz,3`, 'a.csv');
    expect(table.dialect.newline).toBe('mixed');
    expect(rowsOf(table).slice(-3)).toEqual([
      ['x', '1'],
      ['y', '2'],
      ['z', '3'],
    ]);
    expect(table.lines.at(-1)).toBe(20_004);
  });

  it('keeps a line break of another kind within quotes as it is', async () => {
    const table = await readText('a,b\r\n"x\ny",1\r\n"z\r",2\r\n');
    expect(rowsOf(table)).toEqual([
      ['x\ny', '1'],
      ['z\r', '2'],
    ]);
    expect(table.dialect).toMatchObject({ newline: 'CRLF', quoted: true });
    expect([...table.lines]).toEqual([2, 4]);
  });

  it('gives the same for any text, however malformed, at any chunk size', async () => {
    const garbage = fc.array(fc.constantFrom('a', '1', '"', ',', ';', '\n', '\r', '\r\n', ' ', 'é'), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(garbage, chunkSizes, async (parts, chunkBytes) => {
        const source = bytesSource('a.csv', utf8(`x,y\n${parts.join('')}`));
        expect(await readCsv(source, { chunkBytes })).toEqual(await readCsv(source));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['id,name,n\n1,"Bob" Smith,10\n2,Al,20\n3,Zoe,30\n4,Ann,40\n', ['2', '3', '4'], [2]],
    ['id,name,n\n1,"5" pipe",10\n2,"Al",20\n3,Zoe,30\n', ['2', '3'], [2]],
    ['id,name,n\n1,"Bob,10\n2,Al,20\n3,"Zoe",30\n4,Ann,40\n', ['4'], [2, 3, 4]],
    ['id,name,n\n1,"a "b" c\n5,Al,50\nd",10\n4,Ann,40\n', ['4'], [2, 3, 4]],
    ['id,name,n\n1,"x" y,10\n2,5" pipe,20\n4,Ann,40\n', ['4'], [2, 3]],
    ['id,name,n\n1,"Bob,10\n2,Al,20\n3,",x",30\n4,Ann,40\n', ['4'], [2, 3, 4]],
    ['id,name,n\r\n1,"Bob" Smith,10\r\n2,"two\r\nlines",20\r\n', ['2'], [2]],
  ])('leaves out the lines that a quote out of place puts in doubt, and no other: %j', async (text, keys, lines) => {
    for (const chunk of [1, 7, undefined]) {
      const table = await readText(text, 'a.csv', chunk);
      expect(rowsOf(table).map(([key]) => key)).toEqual(keys);
      expect(table.rejected.map(({ line }) => line)).toEqual(lines);
      for (const { reason, cells } of table.rejected)
        expect([reason, cells]).toEqual(['quote-out-of-place', undefined]);
    }
  });

  it('accounts for every record: accepted, rejected, set aside, header or blank', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^[ab ,]{0,5}$/), { maxLength: 30 }), async (lines) => {
        const read = await readCsv(bytesSource('a.csv', utf8(['x,y', ...lines].join('\n'))));
        if (!read.ok) {
          // Where hardly a line fits the header, it is taken for none, and nothing is read at all; or another line is the header.
          expect(['no-header', 'column-duplicate']).toContain(read.problem.code);
          return;
        }
        const table = read.value;
        const blank = lines.filter((line) => line.trim() === '').length;
        const aside = table.aside.reduce((sum, one) => sum + one.lines.length, 0);
        expect(table.rows + table.rejectedRows + aside + blank).toBe(lines.length);
        for (const rejection of table.rejected) expect(lines[rejection.line - 2]).toBe(rejection.text);
      }),
    );
  });
});

describe('encodings', () => {
  const text = 'name,amount\nMüller 😀,1\n';
  it.each([
    ['UTF-8', utf8(text), false],
    ['UTF-8', utf8(`\ufeff${text}`), true],
    ['UTF-16LE', utf16(`\ufeff${text}`, 'le'), true],
    ['UTF-16BE', utf16(`\ufeff${text}`, 'be'), true],
    ['UTF-16LE', utf16(text, 'le'), false],
    ['UTF-16BE', utf16(text, 'be'), false],
  ])('reads %s, byte order mark or not, with any chunk size', async (encoding, bytes, bom) => {
    for (const chunk of [1, 3, 4096]) {
      const table = await readText(bytes, 'a.csv', chunk);
      expect(rowsOf(table)).toEqual([['Müller 😀', '1']]);
      expect(table.columns[0]?.name).toBe('name');
      expect(table.dialect).toMatchObject({ encoding, bom });
    }
  });

  it('does not take binary data for UTF-16', async () => {
    const words = Uint8Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? (i * 7919) % 251 : 0));
    expect(await problemOf(words)).toMatchObject({ code: 'not-csv', looksLike: 'binary' });
    const odd = Uint8Array.from([...utf16('a,b\n1,2\n', 'le'), 49]);
    expect(await problemOf(odd)).toMatchObject({ code: 'not-csv', looksLike: 'binary' });
  });

  it('takes a file without UTF-8 beyond ASCII for windows-1252, from its first byte on', async () => {
    const bytes = Uint8Array.from([...utf8('a,b\n'), 0xe9, 0x2c, 0x31, 0x0a, 0x80, 0x9f, 0x81, 0x2c, 0x32, 0x0a]);
    for (const chunk of [1, 5, undefined]) {
      const table = await readText(bytes, 'a.csv', chunk);
      expect(table).toMatchObject({ dialect: { encoding: 'windows-1252' }, encodingBy: 'none', rejectedRows: 0 });
      expect(rowsOf(table)).toEqual([
        ['é', '1'],
        ['€Ÿ\x81', '2'],
      ]);
    }
  });

  it('takes a file for what most of its lines beyond ASCII are, and rejects the others with what is known of them', async () => {
    const utf = ['Zürich,1', 'Köln,2', 'plain,3'].map(utf8);
    const latin = [Uint8Array.from([...utf8('8,'), 0xfc]), Uint8Array.from([0xfc, 0x2c, 0x39])];
    const file = (lines: readonly Uint8Array[]) =>
      Uint8Array.from([...utf8('a,b'), ...lines.flatMap((line) => [10, ...line])]);
    for (const chunk of [1, 3, undefined]) {
      const mostly = await readText(file([...utf, ...latin]), 'a.csv', chunk);
      expect(mostly).toMatchObject({ dialect: { encoding: 'UTF-8' }, encodingBy: 'most', rejectedRows: 2 });
      expect(rowsOf(mostly)).toEqual(utf.map((line) => new TextDecoder().decode(line).split(',')));
      expect(mostly.rejected).toEqual([
        { line: 5, column: null, reason: 'other-encoding', text: '8,\ufffd', cells: ['8', ''] },
        { line: 6, column: null, reason: 'other-encoding', text: '\ufffd,9', cells: ['', '9'] },
      ]);
      const hardly = await readText(file([utf8('Köln,2'), ...latin]), 'a.csv', chunk);
      expect(hardly).toMatchObject({ dialect: { encoding: 'windows-1252' }, encodingBy: 'most', rejectedRows: 1 });
      expect(rowsOf(hardly)).toEqual([
        ['8', 'ü'],
        ['ü', '9'],
      ]);
    }
  });

  it('reads every line as what a person says', async () => {
    const bytes = Uint8Array.from([...utf8('a,b\nKöln,2\nx,'), 0xfc, 10]);
    const as = async (encoding: 'utf-8' | 'windows-1252') => {
      const read = await readCsv(bytesSource('a.csv', bytes), { encoding });
      if (!read.ok) throw new Error(read.problem.code);
      return read.value;
    };
    expect(await as('windows-1252')).toMatchObject({ encodingBy: 'given', rejectedRows: 0 });
    expect(rowsOf(await as('windows-1252'))).toEqual([
      ['KÃ¶ln', '2'],
      ['x', 'ü'],
    ]);
    expect(await as('utf-8')).toMatchObject({ encodingBy: 'given', rejectedRows: 1 });
  });
});

describe('odd but usable files', () => {
  it('rejects rows with too few cells, reads wider ones, and sets a repeated header aside, each with its line', async () => {
    const table = await readText('id,n\n1,2\n3\n"4\n4",5,6\nid,n\n7,8\n');
    expect(rowsOf(table)).toEqual([
      ['1', '2', ''],
      ['4\n4', '5', '6'],
      ['7', '8', ''],
    ]);
    expect(table.rejected).toEqual([{ line: 3, column: null, reason: 'too-few-cells', text: '3', cells: ['3'] }]);
    expect(table.aside).toEqual([{ taken: 'repeated-header', lines: [6] }]);
    expect(table.wider).toEqual({ lines: [4], settled: false });
    expect([...table.lines]).toEqual([2, 4, 7]);
  });

  it('lists a thousand rejections and counts all', async () => {
    const table = await readText(`a,b\n${'x\n'.repeat(1500)}`);
    expect(table.rejected).toHaveLength(1000);
    expect(table.rejectedRows).toBe(1500);
  });

  it('leaves out an unnamed column that counts the rows, and says so', async () => {
    const table = await readText(',id,n\n0,a,5\n1,b,6\n');
    expect(table.columns.map((column) => column.name)).toEqual(['id', 'n']);
    expect(table.notes).toEqual([{ code: 'row-numbers' }]);
  });

  it('keeps an unnamed column that holds something', async () => {
    const table = await readText(',id,n\nx,a,5\ny,b,6\n');
    expect(table.columns.map((column) => column.name)).toEqual(['column 1', 'id', 'n']);
  });

  it('takes a delimiter at the end of every line for none', async () => {
    const table = await readText('id,n,\na,5,\nb,6,\n');
    expect(table.columns.map((column) => column.name)).toEqual(['id', 'n']);
    expect(table.rejectedRows).toBe(0);
  });

  it('finds the delimiter that fits all lines, not only the header', async () => {
    const table = await readText('id;name, first;n\n1;a;2\n2;b, c, d;3\n');
    expect(table.dialect.delimiter).toBe(';');
    expect(table.rows).toBe(2);
  });

  it('reads decimal commas between semicolons', async () => {
    const table = await readText('id;spend\n1;1.234,50\n2;7,25\n');
    expect(table.columns[1]?.tally).toMatchObject({ numbers: 2, others: 0, scale: 2, separators: 1 });
  });

  it.each([
    [
      'comments with commas',
      'id|spend|batch_id\na|1,5 €|1\nb|2,5 €|1\nc|7,5 €|1\nd|8,5 €|2\n# 4 rows, checked\n# 2, done\n',
      0,
    ],
    ['a title with a comma', 'Spend, by user\nid|spend|batch_id\na|1,5|b1\nc|7,25|b1\nd|8,50|b2\n', 1],
  ])('finds the delimiter of decimal commas beside %s', async (_, text, above) => {
    const table = await readText(text);
    expect(table.dialect.delimiter).toBe('|');
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'spend', 'batch_id']);
    expect(table.lines[0]).toBe(2 + above);
  });

  it.each([
    ['sep=;\r\n', ';', '\r\n'],
    ['sep=,\n', ',', '\n'],
    ['"sep=;"\n', ';', '\n'],
    ['\ufeffSEP=\t\n', '\t', '\n'],
    ['sep=|\r', '|', '\r'],
  ])('takes a first line %j for the name of the delimiter and for no row', async (first, delimiter, newline) => {
    for (const chunk of [1, 4096]) {
      const table = await readText(`${first}${['id', 'n'].join(delimiter)}${newline}x${delimiter}1`, 'a.csv', chunk);
      expect(rowsOf(table)).toEqual([['x', '1']]);
      expect(table.columns.map(({ name }) => name)).toEqual(['id', 'n']);
      expect([...table.lines]).toEqual([3]);
      expect(table.dialect.delimiter).toBe(delimiter);
      expect(table.notes).toEqual([{ code: 'delimiter-line' }]);
    }
  });

  it('keeps to the delimiter that the first line names, and to none where no line has it', async () => {
    expect(rowsOf(await readText('sep=;\na,x;b,y\n1,5;2,5\n'))).toEqual([['1,5', '2,5']]);
    expect(rowsOf(await readText('sep=;\na,b\n1,2\n'))).toEqual([['1', '2']]);
    expect(await problemOf('sep=;\nid\n1\n')).toMatchObject({ code: 'not-csv', looksLike: 'text' });
  });

  it('gives a header without rows as a table of none', async () => {
    for (const text of ['a,b', 'a,b\n', 'a,b\r\n\r\n'])
      expect(await readText(text)).toMatchObject({ rows: 0, rejectedRows: 0 });
  });

  it('counts what every cell of a column says of its type', async () => {
    const table = await readText('id,v\n1,"$1,234.5"\n2,\n3,n/a\n4,2024-02-29\n5,$7\n6,n/a\n7,x\n');
    expect(table.columns[1]?.tally).toEqual({
      empty: 1,
      numbers: 2,
      dates: 1,
      emptyWords: 2,
      others: 1,
      firstOther: { line: 8, cell: 'x' },
      scale: 1,
      unit: '$',
      separators: 1,
      distinct: 6,
    });
  });

  it('reports bytes and rows as it goes', async () => {
    const text = `a,b\n${'1,2\n'.repeat(10)}`;
    const seen: [number, number][] = [];
    await readCsv(bytesSource('a.csv', utf8(text)), {
      chunkBytes: 20,
      onProgress: (bytes, rows) => seen.push([bytes, rows]),
    });
    expect(seen.map(([bytes]) => bytes)).toEqual([20, 40, 44]);
    expect(seen.at(-1)).toEqual([44, 10]);
  });
});

describe('files that cannot be used', () => {
  it.each([
    ['an empty file', new Uint8Array(0), { code: 'file-empty', file: 'a.csv' }],
    ['blank lines only', utf8('\n \n'), { code: 'file-empty', file: 'a.csv' }],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), { code: 'not-csv', looksLike: 'image' }],
    ['a PDF', utf8('%PDF-1.7\n1,2\n'), { code: 'not-csv', looksLike: 'pdf' }],
    ['a gzip', Uint8Array.from([0x1f, 0x8b, 8, 0]), { code: 'not-csv', looksLike: 'archive' }],
    ['a zip', utf8('PK\u0003\u0004 users.csv'), { code: 'not-csv', looksLike: 'archive' }],
    [
      'a workbook',
      utf8('PK\u0003\u0004 [Content_Types].xml xl/workbook.xml'),
      { code: 'not-csv', looksLike: 'spreadsheet' },
    ],
    ['NUL bytes', utf8('a,b\n1,\0\n'), { code: 'not-csv', looksLike: 'binary' }],
    ['HTML', utf8('<!doctype html>\n<p>a, b</p>\n'), { code: 'not-csv', looksLike: 'text' }],
    ['JSON', utf8('[{"a": 1, "b": 2}]'), { code: 'not-csv', looksLike: 'text' }],
    ['prose', utf8('Dear all\nplease find attached\n'), { code: 'not-csv', looksLike: 'text' }],
    ['a column twice', utf8('\nid,n,id\n1,2,3\n'), { code: 'column-duplicate', line: 2, column: 'id' }],
    [
      'UTF-16 that is cut in two',
      Uint8Array.from([...utf16('\ufeffa,b\n1,2\n', 'le'), 0x3d, 0xd8]),
      { code: 'encoding-broken', encoding: 'UTF-16LE' },
    ],
    ['an open quote', utf8('a,b\n1,"x\ny"\n2,"z\n3,4\n'), { code: 'quote-open', line: 4 }],
    ['an open quote at the end', utf8('a,b\n1,"'), { code: 'quote-open', line: 2 }],
    ['an open quote in the header', utf8('"a,b\n1,2\n'), { code: 'quote-open', line: 1 }],
  ])('says what is wrong with %s', async (_, bytes, problem) => {
    for (const chunk of [1, 4096]) expect(await problemOf(bytes, 'a.csv', chunk)).toMatchObject(problem);
  });

  it('does not take a space after the last quote for an open quote', async () => {
    expect(rowsOf(await readText('a,b\n1,"x" '))).toEqual([['1', 'x']]);
  });

  it('stops at a file that changed under it', async () => {
    const gone = Object.assign(new Error('gone'), { name: 'NotReadableError' });
    const read = (slice: () => Promise<Uint8Array>) => readCsv({ name: 'a.csv', size: 10, slice });
    expect(await read(() => Promise.reject(gone))).toMatchObject({
      ok: false,
      problem: { code: 'file-changed', file: 'a.csv' },
    });
    expect(await read(() => Promise.resolve(utf8('a,b')))).toMatchObject({
      ok: false,
      problem: { code: 'file-changed' },
    });
    expect(await read(() => Promise.reject(new Error('disk on fire')))).toMatchObject({
      ok: false,
      problem: { code: 'file-unreadable', reason: 'disk on fire' },
    });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const reading = readCsv(bytesSource('a.csv', utf8(`a,b\n${'1,2\n'.repeat(50)}`)), {
      chunkBytes: 10,
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    expect(await reading).toEqual({ ok: false, problem: { code: 'cancelled' } });
  });
});

/** The files of the case lie beside the project, not in it; without them this is skipped. */
const johnny = new URL('../../../../../shared/data/johnny/', import.meta.url);

describe.skipIf(!existsSync(johnny))("the Johnny's Jeans files", () => {
  it.each([
    ['delta0.csv', 10_000],
    ['delta1.csv', 2494],
    ['delta2.csv', 2519],
    ['delta3.csv', 2473],
    ['delta4.csv', 2483],
    ['AIQ-user-summary.csv', 10_000],
    ['Johnny-user-summary.csv', 10_000],
  ])('reads every row of %s', async (file, rows) => {
    const table = await readText(readFileSync(new URL(file, johnny)), file);
    expect(table).toMatchObject({ rows, rejectedRows: 0, dialect: { newline: 'CRLF', delimiter: ',' } });
    expect(table.lines.at(-1)).toBe(rows + 1);
  });
});
