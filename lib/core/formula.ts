/** What a spreadsheet runs: a cell that begins like a formula, after blanks, quotation marks and what cannot be seen, in half or full width. */
const FORMULA = /^(?:[\t\r]|[\s\p{C}\p{Z}\u115f\u1160\u3164\uffa0'"`´‘’“”«»]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/** "-5", "+3.2", "-1,234.50", "-5 %". */
const NUMBER = /^[+-]\d+(?:[.,]\d+)*(?: ?%)?$/;

/** Whether a spreadsheet might run the cell. A signed number is none. */
export function isFormula(cell: string): boolean {
  return FORMULA.test(cell) && !NUMBER.test(cell);
}

/** A cell that no spreadsheet runs: an apostrophe makes text of what might be a formula. */
export function defused(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell;
}
