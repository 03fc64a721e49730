import type { Newline } from './papa-parser';

/** Line breaks in `text[from, to)`; CRLF is one. */
export function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}

/** How many lines a record of these cells takes: those of its cells share the lines at which they meet. */
export function linesOf(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + countNewlines(cell, 0, cell.length), 1);
}

/** Whether a line break of another kind than `newline` occurs in the text. */
export function hasOtherNewlines(text: string, newline: Newline): boolean {
  if (newline === '\n') return text.includes('\r');
  if (newline === '\r') return text.includes('\n');
  return /\r(?!\n)|(?<!\r)\n/.test(text);
}

/** Whether a cell of the record holds a line break without having been quoted: the break was meant to end a record. */
export function hasBareNewline(raw: string, cells: readonly string[]): boolean {
  return cells.some((cell) => /[\r\n]/.test(cell) && !raw.includes(`"${cell.replaceAll('"', '""')}"`));
}

/** The kind of line break that ends the sample's records; `mixed` when there are several. A text of one line has LF. */
export function detectNewline(sample: string): Newline | 'mixed' {
  const unquoted = sample.replace(/"[^"]*"/g, '');
  const kinds = new Set(unquoted.match(/\r\n|\n|\r/g) ?? sample.match(/\r\n|\n|\r/)?.slice(0, 1));
  if (kinds.size > 1) return 'mixed';
  const [only] = kinds;
  return (only as Newline | undefined) ?? '\n';
}

/** Turns every line break into LF, piece by piece; a CR at the end of a piece waits for the next. */
export class NewlineUnifier {
  #held = '';

  push(piece: string, last: boolean): string {
    let text = this.#held + piece;
    this.#held = '';
    if (!last && text.endsWith('\r')) {
      this.#held = '\r';
      text = text.slice(0, -1);
    }
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
}
