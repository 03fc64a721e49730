import type { LineKind } from '../findings/line-kind';
import { isEmptyCell } from './empty-cell';

/** What a label says at the foot of an export, or in the cell before a total, in the languages that exports speak. */
const TOTAL =
  /^\W*(?:(?:grand|overall|sub|report|column)[ -]?)?(?:totals?|sum|summe|gesamt(?:summe)?|insgesamt|endsumme|somme|total général|suma|totale|totaal|razem|celkem|итого|всего|合計|总计)(?!\p{L})\W*(?:\p{L}+\W*)?$/iu;
const END =
  /^\W*(?:eof|bof|end(?: of (?:file|report|data|export|list))?|ende|fin|fine|trailer|trl|ftr|footer|header|hdr)\W*$/iu;
const COUNTED =
  /(?:\b\d[\d,. ]*\s*(?:rows?|records?|lines?|entries|items|zeilen|datensätze|zeile|lignes?|filas?|registros?|righe|linhas?)\b)|(?:\b(?:rows?|records?|lines?|count|anzahl|row[ _]count|record[ _]count|zeilen)\b\W*\d)/iu;
const REMARK =
  /^\W*(?:generated|exported|printed|created|report|page|source|checksum|md5|sha\d*|note|erstellt|stand|seite)\b/iu;

/** "Total", "Grand total", "Summe EUR": at most one more word. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 40 && TOTAL.test(text);
}

/** A comment as shells, SQL and assemblers write it. */
export function isComment(cells: readonly string[]): boolean {
  return /^\s*(?:#|\/\/|--(?!\d)|\/\*)/.test(cells[0] ?? '');
}

/**
 * What a line that does not have the header's cells is, at the end of a file; null where nothing says that it is no row
 * cut short.
 * @param rows accepted before it
 * @param plainKeys no row's first cell has a space in it
 */
export function trailerKind(cells: readonly string[], rows: number, plainKeys: boolean): LineKind | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = ''] = filled;
  const text = filled.join(' ');
  if (isComment(cells)) return COUNTED.test(text) ? 'row-count' : 'comment';
  if (filled.some(isTotalLabel)) return 'total';
  if (COUNTED.test(text)) return 'row-count';
  const counts = filled.slice(1).some((cell) => /^\d+$/.test(cell) && Math.abs(Number(cell) - rows) <= 2);
  if (counts && filled.length <= 4 && first.length <= 7) return 'row-count';
  if (END.test(first) || REMARK.test(first)) return 'trailer';
  return plainKeys && filled.length === 1 && /\p{L}+ +\p{L}+/u.test(first) ? 'trailer' : null;
}

/** Whether a record repeats the header, white space and case aside. */
export function repeatsHeader(cells: readonly string[], header: readonly string[]): boolean {
  const plain = (text: string | undefined) => (text ?? '').trim().toLowerCase();
  return plain(cells[0]) === plain(header[0]) && header.every((name, c) => plain(name) === plain(cells[c]));
}

/** "1500 rows", "EOF": what a cell says that is no value of any column. */
export function isClosingLabel(text: string): boolean {
  return text.length <= 60 && (COUNTED.test(text) || END.test(text));
}

/** Only delimiters, as spreadsheets write rows that were cleared. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every(isEmptyCell);
}
