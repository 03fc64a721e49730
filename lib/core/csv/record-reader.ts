import { countNewlines, hasBareNewline, hasOtherNewlines } from './newlines';
import { type Delimiter, type Newline, type PapaParser, papaParser, parseEach } from './papa-parser';
import { doubtfulEnd, hasStrayQuote, loneQuote } from './quote-grammar';

/** Characters that one record may have before its quote counts as left open. */
const LONGEST_RECORD = 8 * 2 ** 20;

/**
 * Why reading stopped: line breaks of two kinds end records, a quote is out of place and the file was taken for one
 * without such, a quote is opened on `line` and never closed, or a line without quotes does not end.
 */
export type ReadStop =
  | { readonly kind: 'mixed-newlines' }
  | { readonly kind: 'quotes-malformed' }
  | { readonly kind: 'quote-open'; readonly line: number }
  | { readonly kind: 'endless-line' };

export interface RecordSink {
  /** Cells of a record (a blank line gives one empty cell) and the 1-based physical line on which it begins. */
  readonly record: (cells: string[], line: number) => void;
  /** A line that is none, or a part of none: a quote in it, or before it, is out of place. */
  readonly malformed: (text: string, line: number) => void;
}

export interface ReadAs {
  readonly delimiter: Delimiter;
  readonly newline: Newline;
  /**
   * The file has quotes out of place: a line with such is no record, and one in a cell that no quote begins is none
   * either, for it may end a cell that a line before it began. Else the first of them stops the reading.
   */
  readonly malformedQuotes: boolean;
}

/** Cuts text that arrives in pieces of any size into records. */
export class RecordReader {
  readonly #as: ReadAs;
  readonly #parser: PapaParser;
  readonly #sink: RecordSink;
  #rest = '';
  #line = 1;
  quoted = false;

  constructor(as: ReadAs, sink: RecordSink) {
    this.#as = as;
    this.#parser = papaParser(as.delimiter, as.newline);
    this.#sink = sink;
  }

  /** Physical lines of the records so far. */
  get lines(): number {
    return this.#line - 1;
  }

  push(piece: string, last: boolean): ReadStop | null {
    this.#rest += piece;
    if (last && this.#rest !== '' && !this.#rest.endsWith(this.#as.newline)) this.#rest += this.#as.newline;
    const stop = this.#rest.includes('"') ? this.#readQuoted(last) : this.#readPlain();
    if (stop) return stop;
    return (last && this.#rest !== '') || this.#rest.length > LONGEST_RECORD ? this.#openQuote() : null;
  }

  #readPlain(): ReadStop | null {
    const { data, meta } = this.#parser.parse(this.#rest, true);
    if (hasOtherNewlines(this.#rest.slice(0, meta.cursor), this.#as.newline)) return { kind: 'mixed-newlines' };
    for (const cells of data) this.#sink.record(cells, this.#line++);
    this.#rest = this.#rest.slice(meta.cursor);
    return null;
  }

  #readQuoted(last: boolean): ReadStop | null {
    this.quoted = true;
    for (;;) {
      const text = this.#rest;
      const { stop, end, odd } = this.#readUntilOdd(text);
      this.#rest = text.slice(end);
      if (stop || !odd) return stop;
      const lone = loneQuote(text, end, this.#as);
      const to = lone === null ? null : doubtfulEnd(text, end, lone, this.#as, last);
      if (to === null) return null;
      if (!this.#as.malformedQuotes) return { kind: 'quotes-malformed' };
      this.#leaveOut(text.slice(end, to));
      this.#rest = text.slice(to);
    }
  }

  /** Up to the first record with a quote that PapaParse reads past, or what is not finished. */
  #readUntilOdd(text: string): { readonly stop: ReadStop | null; readonly end: number; readonly odd: boolean } {
    const { newline, malformedQuotes } = this.#as;
    let begin = 0;
    let stop: ReadStop | null = null;
    const { end, odd } = parseEach(text, this.#as.delimiter, newline, (cells, to) => {
      const raw = text.slice(begin, to - newline.length);
      const breaks = countNewlines(text, begin, to);
      if (hasOtherNewlines(raw, newline) && hasBareNewline(raw, cells)) stop ??= { kind: 'mixed-newlines' };
      // Behind a cell of several lines such a quote shows that the cell may have swallowed rows.
      const behind = malformedQuotes ? -1 : raw.search(/[\r\n]/);
      const stray = (malformedQuotes || breaks > 1) && raw.includes('"') && hasStrayQuote(raw, this.#as, behind);
      if (stray && !malformedQuotes) stop ??= { kind: 'quotes-malformed' };
      if (stray) this.#leaveOut(text.slice(begin, to));
      else {
        if (!stop) this.#sink.record(cells, this.#line);
        this.#line += breaks;
      }
      begin = to;
    });
    return { stop, end, odd };
  }

  /** Line by line, whatever kind of line break ends one. */
  #leaveOut(lines: string): void {
    const texts = lines.split(/\r\n|\r|\n/);
    if (texts.at(-1) === '') texts.pop();
    for (const text of texts) this.#sink.malformed(text, this.#line++);
  }

  #openQuote(): ReadStop {
    const missing = this.#parser.parse(this.#rest, false).errors.find((error) => error.code === 'MissingQuotes');
    if (missing?.index === undefined) return { kind: 'endless-line' };
    return { kind: 'quote-open', line: this.#line + countNewlines(this.#rest, 0, missing.index) };
  }
}
