import { describe, expect, it } from 'vitest';
import { defused, isFormula } from '@/lib/core/formula';

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const BEFORE = ['', ' ', '\u00a0', '\ufeff', '\u200b', '"', "'", '\n', '  "', '\u3000', '\u202e', '\u00ad', '“'];

describe('a cell', () => {
  it.each(SIGNS.flatMap((sign) => BEFORE.map((before) => `${before}${sign}HYPERLINK("x")`)))(
    '%j is made text',
    (cell) => {
      expect(defused(cell)).toBe(`'${cell}`);
    },
  );

  it.each(['\tx', '\rx', '+49 30 1234', '-', '-1+2', '--5', '-5 ', '+cmd'])('%j is made text', (cell) => {
    expect(isFormula(cell)).toBe(true);
  });

  it.each(['-5', '+3.2', '-1,234.50', '-12.5 %', '5', 'a=b', '', ' a', "O'Neil", 'jo@acme.test', '−5', '"quoted"'])(
    '%j stays as it is',
    (cell) => {
      expect(defused(cell)).toBe(cell);
    },
  );
});
