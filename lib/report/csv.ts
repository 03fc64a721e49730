/**
 * Cells of a CSV that people open in a spreadsheet. A spreadsheet runs a cell that begins with = + - @ as a formula, so
 * a text that does is led by an apostrophe; a number ("-12.50") is left as it is.
 */

/** One text cell: harmless to a spreadsheet, quoted where RFC 4180 asks for it. */
export function textCell(text: string): string {
  return quoted(/^[\s]*[=+\-@\t\r|%]/.test(text) && !isNumber(text) ? `'${text}` : text);
}

/** One cell of a decimal; null is empty. */
export function numberCell(decimal: string | null): string {
  if (decimal === null) return '';
  return isNumber(decimal) ? decimal : textCell(decimal);
}

/** A line with CRLF at its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
