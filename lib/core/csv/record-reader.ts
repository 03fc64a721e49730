import { LONGEST_RECORD } from '../limits';
import { countNewlines, hasBareNewline, hasOtherNewlines } from './newlines';
import { type Dialect, type PapaParser, papaParser, parseEach } from './papa-parser';
import { doubtfulEnd, hasStrayQuote, loneQuote } from './quote-grammar';

/** Characters within which the end of a record that is too long is looked for, and those with every line break. */
const IN_SIGHT = 2 * LONGEST_RECORD;
const OUT_OF_SIGHT = IN_SIGHT + '\r\n'.length + 1;
/** From so many characters on an unfinished record is parsed anew only once it is longer by half. */
const LONG = 2 ** 20;

/**
 * Why reading stopped: line breaks of two kinds end records, a quote is out of place and the file was taken for one
 * without such, a quote is opened on `line` and never closed, or a record is too long: that of `line`, or with `open` the
 * one with the cell that begins there, of which no end is in sight.
 */
export type ReadStop =
  | { readonly kind: 'mixed-newlines' }
  | { readonly kind: 'quotes-malformed' }
  | { readonly kind: 'quote-open'; readonly line: number }
  | { readonly kind: 'record-too-long'; readonly line: number; readonly open: boolean };

export interface RecordSink {
  /** Cells of a record (a blank line gives one empty cell) and the 1-based physical line on which it begins. */
  readonly record: (cells: string[], line: number) => void;
  /** A line that is none, or a part of none: a quote in it, or before it, is out of place. */
  readonly malformed: (text: string, line: number) => void;
}

export interface RecordForm extends Dialect {
  /**
   * The file has quotes out of place: a line with such is no record, and one in a cell that no quote begins is none
   * either, for it may end a cell that a line before it began. Else the first of them stops the reading.
   */
  readonly malformedQuotes: boolean;
}

/** Cuts text that arrives in pieces of any size into records. */
export class RecordReader {
  readonly #as: RecordForm;
  readonly #parser: PapaParser;
  readonly #sink: RecordSink;
  #rest = '';
  /** Characters of the rest below which it is not parsed. */
  #awaited = 0;
  #line = 1;
  quoted = false;

  constructor(as: RecordForm, sink: RecordSink) {
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
    if (!last && this.#rest.length < this.#awaited) return null;
    const stop = this.#rest.includes('"') ? this.#readQuoted(last) : this.#readPlain();
    if (stop) return stop;
    const { length } = this.#rest;
    this.#awaited = length > LONG ? Math.min(length * 1.5, OUT_OF_SIGHT) : 0;
    return (last && length > 0) || length >= OUT_OF_SIGHT ? this.#endless(this.#rest) : null;
  }

  #readPlain(): ReadStop | null {
    const { data, meta } = this.#parser.parse(this.#rest, true);
    if (hasOtherNewlines(this.#rest.slice(0, meta.cursor), this.#as.newline)) return { kind: 'mixed-newlines' };
    for (const cells of data) {
      if (lengthOf(cells) > LONGEST_RECORD) return { kind: 'record-too-long', line: this.#line, open: false };
      this.#sink.record(cells, this.#line++);
    }
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
      if (raw.length > LONGEST_RECORD) stop ??= this.#tooLong(text.slice(begin), raw.length);
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

  /** @param text begins with the record, which ends within it */
  #tooLong(text: string, length: number): ReadStop {
    return length > IN_SIGHT ? this.#endless(text) : { kind: 'record-too-long', line: this.#line, open: false };
  }

  /** Of a text in which no record ends, or none in sight. */
  #endless(text: string): ReadStop {
    const seen = text.slice(0, OUT_OF_SIGHT);
    const missing = this.#parser.parse(seen, false).errors.find((error) => error.code === 'MissingQuotes');
    if (missing?.index === undefined) return { kind: 'record-too-long', line: this.#line, open: false };
    const line = this.#line + countNewlines(seen, 0, missing.index);
    return text.length < OUT_OF_SIGHT ? { kind: 'quote-open', line } : { kind: 'record-too-long', line, open: true };
  }
}

/** Of a record without quotes, in characters. */
function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, cells.length - 1);
}
