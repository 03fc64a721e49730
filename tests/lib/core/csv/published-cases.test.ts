import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { readCsv } from '@/lib/core/csv/read-csv';
import { readText, rowsOf, utf8 } from '@/tests/support/csv-text';

/** A case as PapaParse publishes it with its package. */
interface PublishedCase {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly data: readonly (readonly string[])[] };
}

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('papaparse/package.json')), 'tests');

/** The cases of its parsers, taken out of its own test file, which is run without its runner. */
function publishedCases(): readonly PublishedCase[] {
  const context: Record<string, unknown> = {
    describe: Object.assign(() => undefined, { skip: () => undefined }),
    module: { exports: {} },
    require: (name: string) => (name === 'chai' ? {} : Papa),
  };
  vm.runInNewContext(readFileSync(path.join(folder, 'test-cases.js'), 'utf8'), context);
  return ['CORE_PARSER_TESTS', 'PARSE_TESTS'].flatMap((name) => context[name] as readonly PublishedCase[]);
}

/** Options of PapaParse that change what a row is, and that a reader of exports does not have. */
const OTHER_OPTIONS = [
  ...['comments', 'preview', 'fastMode', 'header', 'skipEmptyLines', 'quoteChar', 'escapeChar', 'dynamicTyping'],
  ...['transform', 'delimiter', 'delimitersToGuess'],
];

const DOUBT = 'a quote is out of place: the lines that it puts in doubt are rejected by name, not guessed at';
const SINGLE = 'one column is no table of keys and values: every line is rejected for its cells';
const BLANK = 'a line without a character, or of delimiters alone, is no row';
/** Where rows are read otherwise on purpose, and why. */
const REASONS: Readonly<Record<string, string>> = {
  'Quoted field has no closing quote': 'the file is refused, with the line of the quote',
  'Quoted field has invalid trailing quote after delimiter with a valid closer': DOUBT,
  'Quoted field has invalid trailing quote after delimiter': DOUBT,
  'Quoted field has invalid trailing quote before delimiter': DOUBT,
  'Quoted field has invalid trailing quote after new line': DOUBT,
  'Pipe delimiter is guessed correctly when first field are enclosed in quotes and contain delimiter characters':
    'the test sets a header of commas above it, under which its quotes are out of place',
  'Pipe delimiter is guessed correctly when some fields are enclosed in quotes and contain delimiter characters and escaoped quotes':
    'the test sets a header of commas above it, under which its quotes are out of place',
  'Input is just the delimiter (2 empty fields)': BLANK,
  'Input is just empty fields': BLANK,
  'Blank line at beginning': BLANK,
  'Blank line in middle': BLANK,
  'Blank lines at end': BLANK,
  'Blank line in middle with whitespace': BLANK,
  'Other fields are empty': BLANK,
  'Input is just a string (a single field)': SINGLE,
  'Multiple rows, one column (no delimiter found)': SINGLE,
  'One column input with empty fields': SINGLE,
  'Mixed slash n and slash r should choose first as precident':
    'line breaks of several kinds all end rows, and a note says so',
};

describe("PapaParse's published cases", () => {
  const cases = publishedCases().filter(
    ({ config = {} }) => !OTHER_OPTIONS.some((option) => config[option] !== undefined),
  );

  it('are read the same, or otherwise for a reason', async () => {
    expect(cases.length).toBeGreaterThan(60);
    const otherwise: string[] = [];
    for (const { description, input, expected } of cases) {
      const plain = input.replace(/^\ufeff/, '');
      const newline = /\r\n|\r|\n/.exec(plain.replace(/"(?:[^"]|"")*"/g, ''))?.[0] ?? '\n';
      const width = Math.max(2, ...expected.data.map((row) => row.length));
      const header = Array.from({ length: width }, (_, c) => `c${c}`).join(',');
      const read = await readCsv(bytesSource('a.csv', utf8(header + newline + plain)), { headerLine: 1 });
      const same = read.ok && JSON.stringify(rowsOf(read.value)) === JSON.stringify(expected.data);
      if (!same) otherwise.push(description);
    }
    expect([...new Set(otherwise)].sort()).toEqual(Object.keys(REASONS).sort());
  });
});

/** The shapes of the collection csv-spectrum, each with a text of its own. */
const SHAPES: readonly (readonly [string, string, readonly string[], readonly (readonly string[])[]])[] = [
  ['plain', 'a,b,c\n1,2,3\n', ['a', 'b', 'c'], [['1', '2', '3']]],
  ['plain, CRLF', 'a,b,c\r\n1,2,3\r\n', ['a', 'b', 'c'], [['1', '2', '3']]],
  [
    'a delimiter in quotes',
    'name,street,zip\nAda,"Long Lane 1, rear",08123',
    ['name', 'street', 'zip'],
    [['Ada', 'Long Lane 1, rear', '08123']],
  ],
  [
    'empty cells, some in quotes',
    'a,b,c\n1,"",""\n2,3,4\n',
    ['a', 'b', 'c'],
    [
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'empty cells, CRLF',
    'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    ['a', 'b', 'c'],
    [
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'quotes that stand twice',
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    ['a', 'b'],
    [
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  [
    'JSON in a cell',
    'key,val\n1,"{""type"": ""Point"", ""at"": [102.0, 0.5]}"\n',
    ['key', 'val'],
    [['1', '{"type": "Point", "at": [102.0, 0.5]}']],
  ],
  ['coordinates', 'id,Lat-Lon\n1,"37.3393857, -121.8949555"\n', ['id', 'Lat-Lon'], [['1', '37.3393857, -121.8949555']]],
  [
    'line breaks in quotes',
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'line breaks in quotes, CRLF',
    'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['Once upon \r\na time', '5', '6'],
    ],
  ],
  [
    'quotes and line breaks',
    'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    ['a', 'b'],
    [
      ['1', 'ha \n"ha" \nha'],
      ['3', '4'],
    ],
  ],
  [
    'characters beyond ASCII',
    'a,b,c\n1,2,3\n4,5,ʤ\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
    ],
  ],
];

describe('the shapes of csv-spectrum', () => {
  it.each(SHAPES)('%s', async (_, text, names, rows) => {
    const table = await readText(text);
    expect(table.columns.map(({ name }) => name)).toEqual(names);
    expect(rowsOf(table)).toEqual(rows);
    expect(table.rejectedRows).toBe(0);
  });
});
