import type { Delimiter, Newline } from './papa-parser';

/**
 * Cuts a short text into records of cells just as PapaParse does, to which a test holds it: a quote that begins a cell is
 * closed by one that a delimiter or a newline follows, white space between them aside, and two of them are one within.
 * @param whole what follows the last newline counts as well, be it in a quote that is never closed
 */
export function splitRecords(text: string, delimiter: Delimiter, newline: Newline, whole: boolean): string[][] {
  if (text === '') return [];
  if (!text.includes('"')) {
    const lines = text.split(newline);
    return (whole ? lines : lines.slice(0, -1)).map((line) => line.split(delimiter));
  }
  const ends = new Ends(text, delimiter, newline);
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, ends) : plainCell(text, at, ends);
    if (cell.next === null) return whole ? [...records, [...record, cell.text]] : records;
    record.push(cell.text);
    at = cell.next;
    if (!cell.ended) continue;
    records.push(record);
    record = [];
  }
}

interface Cut {
  readonly text: string;
  /** Where the next cell begins; null: the text ends with this one. */
  readonly next: number | null;
  /** Its record ends with it. */
  readonly ended: boolean;
}

function plainCell(text: string, from: number, ends: Ends): Cut {
  const { at, next, ended } = ends.after(from);
  return { text: text.slice(from, at), next, ended };
}

function quotedCell(text: string, from: number, ends: Ends): Cut {
  for (let quote = text.indexOf('"', from + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    const cell = () => text.slice(from + 1, quote).replaceAll('""', '"');
    if (quote === text.length - 1) return { text: cell(), next: null, ended: true };
    if (text[quote + 1] === '"') {
      quote += 1;
      continue;
    }
    const { at, next, ended } = ends.after(quote + 1);
    if (next !== null && text.slice(quote + 1, at).trim() === '') return { text: cell(), next, ended };
  }
  return { text: text.slice(from + 1), next: null, ended: true };
}

/** Where cells may end, found once although it is asked for from many places, which only go on. */
class Ends {
  readonly #text: string;
  readonly #delimiter: Delimiter;
  readonly #newline: Newline;
  #cut = 0;
  #line = 0;

  constructor(text: string, delimiter: Delimiter, newline: Newline) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#newline = newline;
    this.#cut = this.#found(delimiter, 0);
    this.#line = this.#found(newline, 0);
  }

  /** The first end from an index on; `next` is null where there is none. */
  after(from: number): { readonly at: number; readonly next: number | null; readonly ended: boolean } {
    if (this.#cut < from) this.#cut = this.#found(this.#delimiter, from);
    if (this.#line < from) this.#line = this.#found(this.#newline, from);
    const at = Math.min(this.#cut, this.#line);
    if (at === this.#text.length) return { at, next: null, ended: true };
    const ended = this.#line < this.#cut;
    return { at, next: at + (ended ? this.#newline : this.#delimiter).length, ended };
  }

  #found(end: string, from: number): number {
    const at = this.#text.indexOf(end, from);
    return at === -1 ? this.#text.length : at;
  }
}
