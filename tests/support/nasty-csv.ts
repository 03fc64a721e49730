import fc from 'fast-check';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import type { Result } from '@/lib/core/result';
import { rowsOf } from './csv-text';

const ROWS = 18;

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
/** Cells of one kind, one of which turns out to be another: late, when what the column is was long settled. */
const usual = fc.constantFrom(
  fc.integer({ min: 0, max: 999 }).map(String),
  fc.integer({ min: -20, max: 20 }).map(String),
  fc.integer({ min: 100_000, max: 999_999 }).map(String),
  fc.nat({ max: 99_999 }).map((units) => (units / 100).toFixed(2)),
  fc.nat({ max: 99_999 }).map((units) => (units / 100).toFixed(units % 3)),
  padded,
  fc.integer({ min: 1_700_000_000_000, max: 1_799_999_999_999 }).map(String),
  fc.integer({ min: 999_999_000, max: 1_000_000_999 }).map(String),
  fc.constant(''),
  fc.uuid(),
  fc.constantFrom('new', 'open', 'Größe'),
);
const late = fc
  .tuple(usual, fc.nat({ max: ROWS }))
  .chain(([cell, at]) =>
    fc.tuple(
      fc.array(cell, { minLength: ROWS, maxLength: ROWS }),
      fc.constant(at),
      fc.oneof(edge, mixed, padded, oftenDecimal, fc.constantFrom('"7"', '"a"', '"a,b"', '"x""y"', '"1.5"', '"x\ny"')),
    ),
  )
  .map(([cells, at, odd]) => cells.map((cell, r) => (r === at ? odd : cell)));
const hows = ['plain', 'plain', 'plain', 'quoted'] as const;

/** How the cells of a column are written; not always well. */
const column = fc.oneof(
  written(mixed, [...hows, 'escaped', 'raw']),
  written(oftenWhole, hows),
  written(oftenDecimal, hows),
  written(oftenPadded, hows),
  late,
  late,
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

/**
 * The text of a file: rows and others, written well and not, below a header that stands on the line or, undefined, has to
 * be found.
 */
export const nastyCsv = fc
  .record({
    width: fc.integer({ min: 2, max: 4 }),
    delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    bom: fc.boolean(),
    before: fc.constantFrom('', '', '', 'sep=DELIMITER\n', 'A report\n', '\n', '# by hand\n'),
    ending: fc.constantFrom('', 'NEWLINE', 'NEWLINE', 'NEWLINENEWLINE', 'NEWLINETotalDELIMITER7', '\r', '"', '\0'),
    columns: fc.array(column, { minLength: 4, maxLength: 4 }),
    rows: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: ROWS }),
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

/** A plain file of so many rows that they are taken in several blocks, but for a few odd records. */
export const longCsv = fc
  .record({
    rows: fc.integer({ min: 100, max: 2500 }),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    seed: fc.integer({ min: 1, max: 99_999 }),
    odd: fc.array(
      fc.tuple(
        fc.nat({ max: 2500 }),
        fc.constantFrom(
          ...['1,2', '', ',,,', '1,2,3,4,5', ',1,2.00,x', '-0,1,2.00,x', '007,1,2.00,x', 'a,1,2.00,x', '1,1,2.5,x'],
          ...['1,-7,3.00,x', '1,2147483648,3.00,x', '1,1e3,3.00,x', '"1",2,"3.00","x"', '1,2,3.00,"x""y"', '1,,,'],
          ...[
            '1,2,3.00,"x\ny"',
            '# note',
            'ID,Count,Amount,Note',
            '1,2,3.00,Größe',
            '1,999999999999999,-0.01,x',
            '1,2,3,x',
          ],
          ...['1,123456,3.00,x', '1,012345,3.00,x', '1234567890,1,3.00,x'],
        ),
      ),
      { maxLength: 5 },
    ),
  })
  .map(({ rows, newline, seed, odd }) => {
    const lines = Array.from({ length: rows }, (_, r) => {
      const n = (r * seed) % 1_000_003;
      return `${r},${100_000 + (n % 900_000)},${(n / 100).toFixed(2)},${['x', 'yy', 'z z'][n % 3] ?? ''}`;
    });
    for (const [at, line] of odd) lines.splice(at, 0, line.replace('\n', newline));
    return ['id,count,amount,note', ...lines, ''].join(newline);
  });

/** Everything that a table says, with its cells as texts. */
export function tableTold(read: Result<CsvTable>) {
  if (!read.ok) return read;
  const { columns, lines, ...rest } = read.value;
  return {
    ...rest,
    lines: [...lines],
    rows: rowsOf(read.value),
    columns: columns.map(({ name, at, tally, cells }) => ({ name, at, tally, kind: cells.constructor.name })),
  };
}
