import { expect, it } from 'vitest';
import type { IntakeNote } from '@/lib/core/intake/intake-note';
import type { ColumnReason, RoleReason } from '@/lib/core/intake/reasons';
import { tellColumnReasons, tellDialect, tellNote, tellRoleReason } from '@/lib/core/words/intake';

it('a note is a sentence that names its file', () => {
  const notes: IntakeNote[] = [
    { code: 'delimiter-line', file: 'delta0.csv' },
    { code: 'row-numbers', file: 'delta0.csv' },
    { code: 'column-unnamed', file: 'delta0.csv', at: 2, called: 'column 3' },
    { code: 'not-utf-8', file: 'delta0.csv' },
    { code: 'encoding-unsaid', file: 'delta0.csv', encoding: 'UTF-16LE' },
    { code: 'newlines-mixed', file: 'delta0.csv' },
    { code: 'delta-empty', file: 'delta0.csv' },
    { code: 'same-content', file: 'a.csv', other: 'b.csv' },
  ];
  expect(notes.map(tellNote)).toEqual([
    'delta0.csv: The first line only names the delimiter; it is no row.',
    'delta0.csv: The first column has no name and counts the rows; it is left out.',
    'delta0.csv: Column 3 has no name; it is called "column 3" here.',
    'delta0.csv is not valid UTF-8; it was read as windows-1252.',
    'delta0.csv does not say its encoding; it was read as UTF-16LE.',
    'delta0.csv mixes line endings; all were read as line ends.',
    'delta0.csv came empty: it has a header and no rows.',
    'a.csv and b.csv have the same content.',
  ]);
});

it('a note on the measure says how its cells are written', () => {
  expect(tellNote({ code: 'amounts-written', column: 'spend', units: ['$'], separators: true })).toBe(
    'Cells of "spend" carry $ and thousands separators.',
  );
  expect(tellNote({ code: 'no-version' })).toBe(
    'No column says which row of a key is newest; the arrival order of the deltas decides.',
  );
});

it('a dialect is told by what a person would look for', () => {
  const plain = { encoding: 'UTF-8', bom: false, delimiter: ',', newline: 'CRLF', quoted: false } as const;
  expect(tellDialect(plain)).toBe('UTF-8, commas, CRLF');
  expect(tellDialect({ ...plain, bom: true, delimiter: '\t', newline: 'mixed', quoted: true })).toBe(
    'UTF-8 with BOM, tabs, mixed line endings, quotes',
  );
});

const summary = { code: 'name-says', word: 'summary' } as const;
const vendor = { code: 'name-says', word: 'vendor' } as const;
const side = { code: 'side', side: 'ours', table: summary, by: 'name-order', rival: null } as const;

it.each<[RoleReason, string]>([
  [{ code: 'name-says', word: 'delta' }, 'its name says delta'],
  [{ code: 'numbered', files: 5 }, 'one of 5 files whose names differ in their number only'],
  [{ code: 'others-are-tables' }, 'its name does not say what it is, and other files look more like whole tables'],
  [{ code: 'unlike-data' }, 'its name is not that of data, and no other file has its columns'],
  [{ code: 'same-content', other: 'delta1.csv' }, 'it has the same content as delta1.csv'],
  [{ code: 'third-table', table: summary }, 'its name says summary, but there are two tables already'],
  [side, 'its name says summary; nothing in the names says whose it is: taken for ours as the first by name'],
  [
    { ...side, side: 'theirs', rival: 'b.csv' },
    'its name says summary; nothing in the names says whose it is: taken for theirs as the second by name; b.csv claims to be that as well',
  ],
  [{ ...side, table: vendor, by: 'own-name' }, "its name says vendor, which speaks for the vendor's table"],
  [
    { ...side, side: 'theirs', table: { code: 'name-says', word: 'crm' }, by: 'own-name', rival: 'b.csv' },
    "its name says crm, which speaks for the customer's table; b.csv claims to be that as well",
  ],
  [{ ...side, by: 'other-name' }, 'its name says summary; the other table is theirs'],
  [
    { ...side, side: 'theirs', table: { code: 'most-values' }, by: 'other-name' },
    'its name is unlike the deltas’ and it holds the most different values; the other table is ours',
  ],
  [
    { ...side, by: 'only-table' },
    'its name says summary; it is the only table, so it is taken for ours; nothing in its name says whose it is',
  ],
])('the reason for a role is a phrase: %j', (reason, told) => {
  expect(tellRoleReason(reason)).toBe(told);
});

const numbers = { code: 'cells', type: 'number', all: true } as const;

it.each<[ColumnReason[], string]>([
  [[{ code: 'name-says-whom' }, { code: 'unique' }], 'its name says whom a row is about, every row has its own'],
  [[{ code: 'name-identifies' }], 'its name says that it identifies'],
  [[{ code: 'nearest-to-key' }], 'it comes nearest to naming one row each'],
  [[{ code: 'unique-together' }], 'only together do they name one row of a table each'],
  [
    [{ code: 'name-says', word: 'spend' }, numbers, { code: 'cells-carry', unit: '€' }],
    'its name says spend, all its cells are numbers, they carry €',
  ],
  [[{ ...numbers, all: false }], 'nearly all its cells are numbers'],
  [
    [{ code: 'name-says', word: 'updated' }, { code: 'cells', type: 'date', all: true }, { code: 'rises' }],
    'its name says updated, all its cells are dates, and they rise from delta to delta',
  ],
  [
    [
      { code: 'name-says', word: 'version' },
      { code: 'cells', type: 'text', all: false },
    ],
    'its name says version, its cells are texts',
  ],
  [[{ code: 'rises' }], 'its values rise from delta to delta'],
  [[{ code: 'newest-held' }], 'a table holds its largest value for nearly every key'],
  [[{ code: 'shared' }], 'the deltas and a table have it'],
  [[{ code: 'not-shared' }], 'no table has it beside a delta'],
  [
    [numbers, { code: 'unit-named', unit: '$' }],
    'all its cells are numbers; shown in $, for its name says so; the cells carry no sign',
  ],
  [
    [numbers, { code: 'several-units-carried', units: ['€', '$'] }],
    'all its cells are numbers; shown without a unit, for the files carry several: €, $',
  ],
  [
    [numbers, { code: 'several-units-named', units: ['€', '$'] }],
    'all its cells are numbers; shown without a unit, for its names say several: €, $',
  ],
])('the reasons for the use of a column are a phrase: %j', (reasons, told) => {
  expect(tellColumnReasons(reasons)).toBe(told);
});
