import { expect, it } from 'vitest';
import type { IntakeNote } from '@/lib/core/intake/intake-note';
import { tellDialect, tellNote } from '@/lib/core/words/intake';

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
