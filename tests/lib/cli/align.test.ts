import { expect, it } from 'vitest';
import { alignTable } from '@/lib/cli/align';

it('aligns texts to the left, numbers to the right, and ends no line in blanks', () => {
  const lines = alignTable(
    [
      { title: 'File', numeric: false },
      { title: 'Rows', numeric: true },
      { title: 'Note', numeric: false },
    ],
    [
      ['delta10.csv', '9', ''],
      ['a.csv', '10,000', 'largest'],
    ],
  );
  expect(lines).toEqual(['File           Rows  Note', 'delta10.csv       9', 'a.csv        10,000  largest']);
});

it('writes no line of titles where all are empty', () => {
  expect(alignTable([{ title: '', numeric: true }], [['1'], ['10']])).toEqual([' 1', '10']);
});
