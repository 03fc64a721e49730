/** What the parameters of faults can be, apart from the schema so that a replay needs no validator. */

export const keyAlterations = [
  'leading-zeros', // "007" becomes "7"
  'whitespace', // white space around the key is cut
  'case', // becomes lower case
  'upper-case',
  'float-precision', // the nearest double, written as an integer: "12345678901234567890" becomes "12345678901234567168"
  'fifteen-digits', // what a spreadsheet keeps: "12345678901234567890" becomes "12345678901234500000"
  'decimal-point', // "123" becomes "123.0"
] as const;
export type KeyAlteration = (typeof keyAlterations)[number];

export const roundings = ['cut', 'half-up', 'half-even', 'down', 'up'] as const;
export type Rounding = (typeof roundings)[number];

export const filterOperators = ['=', '!=', '<', '<=', '>', '>='] as const;
export type FilterOperator = (typeof filterOperators)[number];
