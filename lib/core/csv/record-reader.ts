import { countNewlines, hasBareNewline, hasOtherNewlines } from './newlines';
import { type Delimiter, type Newline, type PapaParser, papaParser, parseEach } from './papa-parser';

/** Characters that one record may have before its quote counts as left open. */
const LONGEST_RECORD = 8 * 2 ** 20;

/**
 * Why reading stopped: line breaks of two kinds end records, a quote is opened on `line` and never closed, or a line
 * without quotes does not end.
 */
export type ReadStop =
  | { readonly kind: 'mixed-newlines' }
  | { readonly kind: 'quote-open'; readonly line: number }
  | { readonly kind: 'endless-line' };

/** Cells of a record (a blank line gives one empty cell) and the 1-based physical line on which it begins. */
type OnRecord = (cells: string[], line: number) => void;

/** Cuts text that arrives in pieces of any size into records. */
export class RecordReader {
  readonly #delimiter: Delimiter;
  readonly #newline: Newline;
  readonly #parser: PapaParser;
  readonly #onRecord: OnRecord;
  #rest = '';
  #line = 1;
  quoted = false;

  constructor(delimiter: Delimiter, newline: Newline, onRecord: OnRecord) {
    this.#delimiter = delimiter;
    this.#newline = newline;
    this.#parser = papaParser(delimiter, newline);
    this.#onRecord = onRecord;
  }

  push(piece: string, last: boolean): ReadStop | null {
    this.#rest += piece;
    if (last && this.#rest !== '' && !this.#rest.endsWith(this.#newline)) this.#rest += this.#newline;
    const stop = this.#rest.includes('"') ? this.#readQuoted() : this.#readPlain();
    if (stop) return stop;
    return (last && this.#rest !== '') || this.#rest.length > LONGEST_RECORD ? this.#openQuote() : null;
  }

  #readPlain(): ReadStop | null {
    const { data, meta } = this.#parser.parse(this.#rest, true);
    if (hasOtherNewlines(this.#rest.slice(0, meta.cursor), this.#newline)) return { kind: 'mixed-newlines' };
    for (const cells of data) this.#onRecord(cells, this.#line++);
    this.#rest = this.#rest.slice(meta.cursor);
    return null;
  }

  #readQuoted(): ReadStop | null {
    const text = this.#rest;
    this.quoted = true;
    let begin = 0;
    let mixed = false as boolean;
    const end = parseEach(text, this.#delimiter, this.#newline, (cells, to) => {
      const raw = text.slice(begin, to - this.#newline.length);
      if (hasOtherNewlines(raw, this.#newline)) mixed ||= hasBareNewline(raw, cells);
      if (!mixed) this.#onRecord(cells, this.#line);
      this.#line += countNewlines(text, begin, to);
      begin = to;
    });
    this.#rest = text.slice(end);
    return mixed ? { kind: 'mixed-newlines' } : null;
  }

  #openQuote(): ReadStop {
    const missing = this.#parser.parse(this.#rest, false).errors.find((error) => error.code === 'MissingQuotes');
    if (missing?.index === undefined) return { kind: 'endless-line' };
    return { kind: 'quote-open', line: this.#line + countNewlines(this.#rest, 0, missing.index) };
  }
}
