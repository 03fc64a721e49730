/** What the parameters of faults can be, apart from the schema so that a replay needs no validator. */

export const keyAlterations = [
  'leading-zeros', // "007" becomes "7"
  'whitespace', // white space around the key is cut
  'case', // becomes lower case
  'upper-case',
  'float-precision', // the nearest double, written as an integer: "12345678901234567890" becomes "12345678901234567168"
  'fifteen-digits', // what a spreadsheet keeps: "12345678901234567890" becomes "12345678901234500000"
  'decimal-point', // "123" becomes "123.0"
  'punctuation', // dashes, dots, blanks and slashes go
  'accents', // "é" becomes "e"
  'unicode-form', // a letter and its accent become one character
  'zero-padded', // "7" becomes "000007", `width` digits
  'cut', // the first `length` characters are kept
  'collation', // keys that differ in case and closing spaces alone are one, under the spelling of their oldest row
] as const;
export type KeyAlteration = (typeof keyAlterations)[number];

/** Alterations that write a text otherwise and leave what it says. */
export const reformattings = [
  'case',
  'upper-case',
  'whitespace',
  'unicode-form',
  'punctuation',
] as const satisfies readonly KeyAlteration[];
export type Reformatting = (typeof reformattings)[number];

/** One way of altering a text: keys, or what stands in a column. */
export interface TextForm {
  readonly how: KeyAlteration;
  /** Of `zero-padded`: digits that a whole number has at least, zeros before it. */
  readonly width?: number | undefined;
  /** Of `cut`: characters that are kept. */
  readonly length?: number | undefined;
}

export const roundings = ['cut', 'half-up', 'half-even', 'down', 'up'] as const;
export type Rounding = (typeof roundings)[number];

/** How the text of an amount is read instead of as it is written. */
export const misreadings = [
  'thousands-cut', // "1,234.56" as 1: reading ends at what separates thousands
  'comma-dropped', // "12,34" as 1234: a decimal comma is taken for what separates thousands
  'point-dropped', // "12.34" as 1234
] as const;
export type Misreading = (typeof misreadings)[number];

/** How a version that is a date is read instead of as it is written. */
export const versionForms = [
  'month-first', // where the first of day and month could be the month, else as it is written
  'day-first',
  'seconds', // cut to the second
  'no-offset', // the time of day as it is written, whatever its offset from UTC
] as const;
export type VersionForm = (typeof versionForms)[number];

export const filterOperators = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in', // the value is a list: one CSV record of at most MOST_VALUES cells
  'not-in',
  'mod', // "4=2": the number that the cell ends in, divided by 4, leaves 2
  'has', // the value is a text trait
  'longer-than', // the value is a number of characters
] as const;
export type FilterOperator = (typeof filterOperators)[number];

/** Values of a list that a condition names. */
export const MOST_VALUES = 20;

/** What a text can have that makes a reader or a query stumble. `delimiter`: that of the exported files. */
export const textTraits = ['line-break', 'quote', 'delimiter', 'non-ascii'] as const;
export type TextTrait = (typeof textTraits)[number];
