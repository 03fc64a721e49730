import type { Dialect } from './papa-parser';

/*
 * What PapaParse reads past. A quote opens a cell only at its beginning, and closes it only where nothing but blanks
 * stands between it and the cell's end; within, two stand for one. A quote that does neither is out of place.
 */

/**
 * Where the first quote stands that ends no quoted cell, in the record that begins at `from`; null: there is none, or what
 * would tell is not there yet.
 */
export function loneQuote(text: string, from: number, dialect: Dialect): number | null {
  for (let cell = from; ; ) {
    if (text[cell] === '"') {
      const close = closingQuote(text, cell + 1);
      if (close === -1) return null;
      const end = cellEnd(text, close + 1, dialect);
      if (end === -1) return null;
      if (text.slice(close + 1, end).trim() !== '') return close;
      cell = end;
    } else {
      cell = cellEnd(text, cell, dialect);
      if (cell === -1) return null;
    }
    if (text[cell] !== dialect.delimiter) return null;
    cell += 1;
  }
}

/**
 * Whether a cell that no quote begins holds one.
 * @param record well-formed else, without its line break
 * @param behind only cells that begin behind this place count
 */
export function hasStrayQuote(record: string, dialect: Dialect, behind: number): boolean {
  for (let cell = 0; ; ) {
    const quoted = record[cell] === '"';
    const begin = quoted ? closingQuote(record, cell + 1) + 1 : cell;
    const found = cellEnd(record, begin, dialect);
    const end = found === -1 ? record.length : found;
    if (!quoted && begin > behind && record.slice(begin, end).includes('"')) return true;
    if (end === record.length) return false;
    cell = end + 1;
  }
}

/**
 * Where the lines end that are in doubt with the record at `from`, whose quote at `lone` is out of place: that line, and
 * as many more as a cell may still be open, which the next quote tells: one that begins a cell shows that none is.
 * Null: what would tell is not there yet.
 * @param last nothing follows the text
 */
export function doubtfulEnd(text: string, from: number, lone: number, dialect: Dialect, last: boolean): number | null {
  let end = lineEnd(text, lone, dialect, last);
  for (;;) {
    if (end === -1) return last ? text.length : null;
    if (quotesIn(text, from, end) % 2 === 0) return end;
    const next = text.indexOf('"', end);
    if (next === -1 && !last && text.length - from <= FARTHEST) return null;
    if (next === -1 || next - from > FARTHEST) return end;
    if (next === end || [dialect.delimiter, dialect.newline.at(-1)].includes(text[next - 1])) return end;
    end = lineEnd(text, next, dialect, last);
  }
}

/** Characters after which no quote is waited for that would show whether a cell is still open. */
const FARTHEST = 2 ** 20;

function quotesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('"', from); at !== -1 && at < to; at = text.indexOf('"', at + 1)) count++;
  return count;
}

/** After the line break of the line that holds `at`; -1: it does not end. A CRLF is not cut in two. */
function lineEnd(text: string, at: number, { newline }: Dialect, last: boolean): number {
  const found = text.indexOf(newline, at);
  if (found === -1) return -1;
  const end = found + newline.length;
  if (newline !== '\r') return end;
  if (end === text.length) return last ? end : -1;
  return text[end] === '\n' ? end + 1 : end;
}

/** The first quote from `from` on that is not one of two; -1: there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

/** The first delimiter or line break from `from` on; -1: there is none. */
function cellEnd(text: string, from: number, { delimiter, newline }: Dialect): number {
  const cut = text.indexOf(delimiter, from);
  const line = text.indexOf(newline, from);
  if (cut === -1 || line === -1) return Math.max(cut, line);
  return Math.min(cut, line);
}
