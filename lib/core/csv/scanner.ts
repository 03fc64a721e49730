import { LONGEST_RECORD } from '../limits';
import { CellBlock } from './cell-block';
import type { Delimiter, Newline } from './papa-parser';
import { type Dialect, type PlainRows, STOPS, STOPS_QUOTED } from './plain-rows';
import type { TableBuilder } from './table-builder';

const LF = 10;
const CR = 13;
const QUOTE = 34;
/** The bytes below it are characters. */
const ASCII = 0x80;

/** Records that are taken with care, at most, before plain ones are looked for again. */
const MOST_WAITING = 64;

/** Bytes that must be free behind those to be scanned. */
export const SCAN_MARGIN = 2;

/**
 * Cuts UTF-8 bytes into the records of a table builder: many at a time while they are plainly rows (`PlainRows`), and with
 * care, one by one, where they are not, which gives the same of any record. What is not plainly well-formed it leaves
 * to the reference reader and says so ("unsuited"): a quote within a quoted cell that stands alone, a quote that is left
 * open, one in a cell that none began behind a cell of several lines, a line break of another kind than the file's, NUL;
 * and a record that may be too long.
 */
export class Scanner {
  readonly #dialect: Dialect;
  readonly #stops = new Uint8Array(256);
  readonly #table: TableBuilder;
  readonly #first: number;
  /** The record that is taken with care, and for each of its cells whether quotes stand twice in it. */
  readonly #record = new CellBlock(64);
  readonly #escaped: boolean[] = [];
  #line = 1;
  quoted = false;
  /** Whether a byte was met that is no character by itself. */
  beyondAscii = false;

  /** @param skipFirst the first line is no record */
  constructor(delimiter: Delimiter, newline: Newline, table: TableBuilder, skipFirst: boolean) {
    const end = newline === '\n' ? LF : CR;
    this.#dialect = { delimiter: delimiter.charCodeAt(0), end, crlf: newline === '\r\n', stops: this.#stops };
    this.#stops[this.#dialect.delimiter] = STOPS;
    for (const stop of [LF, CR, QUOTE, 0]) this.#stops[stop] = STOPS | STOPS_QUOTED;
    this.#stops.fill(STOPS | STOPS_QUOTED, ASCII);
    this.#table = table;
    this.#first = skipFirst ? 2 : 1;
  }

  /** Physical lines of the records so far. */
  get lines(): number {
    return this.#line - 1;
  }

  /**
   * Hands every finished record to the table. O(bytes)
   * @param bytes from 0 to `end`, exclusive, to be scanned; changed in the course of it, the margin behind it too
   * @param last nothing follows, so that the last record needs no line break
   * @returns where the first record begins that is not finished; -1: unsuited
   */
  scan(bytes: Uint8Array, end: number, last: boolean): number {
    const { delimiter, end: endByte, crlf } = this.#dialect;
    const stops = this.#stops;
    const record = this.#record;
    const escaped = this.#escaped;
    record.begin(bytes);
    // So that the loops end without looking for the end.
    bytes[end] = endByte;
    bytes[end + 1] = LF;
    let begin = 0;
    let waiting = 0;
    let wait = 0;
    while (begin < end) {
      const plain = waiting-- > 0 ? null : this.#table.plain;
      if (plain) {
        const next = this.#plainRows(plain, bytes, begin, end);
        wait = next > begin ? 0 : Math.min(MOST_WAITING, wait * 2 + 1);
        waiting = wait;
        begin = next;
        if (begin === end) break;
      }
      let at = begin;
      let cells = 0;
      let breaks = 1;
      for (;;) {
        let byte = bytes[at] as number;
        const quoted = byte === QUOTE;
        if (quoted) byte = bytes[++at] as number;
        const start = at;
        let twice = false;
        if (quoted) {
          this.quoted = true;
          for (;;) {
            byte = bytes[at] as number;
            if (byte === QUOTE) {
              if (bytes[at + 1] !== QUOTE || at + 1 >= end) break;
              twice = true;
              at += 2;
              continue;
            }
            if (at >= end) return last ? -1 : begin;
            if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) breaks++;
            else if (byte === 0) return -1;
            else if (byte >= ASCII) this.#meetBeyondAscii();
            at++;
          }
          if (!last && at + 1 >= end) return begin;
        } else {
          for (;;) {
            while (stops[byte] === 0) byte = bytes[++at] as number;
            if (byte === QUOTE) {
              if (breaks > 1) return -1;
              this.quoted = true;
            } else if (byte < ASCII) break;
            else this.#meetBeyondAscii();
            byte = bytes[++at] as number;
          }
        }
        record.put(cells, start, at);
        escaped[cells++] = twice;
        if (quoted) byte = bytes[++at] as number;
        if (byte === endByte) break;
        if (byte !== delimiter) return -1;
        at++;
      }
      let next = at + 1;
      if (at >= end) {
        if (!last) return begin;
        next = end;
      } else if (endByte === CR) {
        if (next >= end && !last) return begin;
        const paired = next < end && bytes[next] === LF;
        if (paired !== crlf) return -1;
        if (paired) next++;
      }
      if (next - begin > LONGEST_RECORD) return -1;
      for (let c = 0; c < cells; c++) {
        if (escaped[c]) unescapeMutable(record, c);
        record.look(c);
      }
      if (this.#line >= this.#first) this.#table.scanned(record, cells, this.#line);
      this.#line += breaks;
      begin = next;
    }
    return end;
  }

  /** Hands plain records to the table, as many as there are; gives where the first begins that is none. */
  #plainRows(plain: PlainRows, bytes: Uint8Array, begin: number, end: number): number {
    let next = begin;
    do {
      next = plain.cut(bytes, next, end, this.#dialect);
      if (plain.rows > 0) this.#table.takePlain(this.#line);
      this.#line += plain.rows;
    } while (plain.full);
    if (plain.quoted) this.quoted = true;
    return next;
  }

  /** Once is enough: from then on such bytes are like any other of a text. */
  #meetBeyondAscii(): void {
    this.beyondAscii = true;
    for (let byte = ASCII; byte < 256; byte++) this.#stops[byte] = 0;
  }
}

/** Leaves one of two quotes, in place. */
function unescapeMutable(record: CellBlock, cell: number): void {
  const { bytes } = record;
  const from = record.starts[cell] as number;
  const to = from + record.lengthAt(cell);
  let end = from;
  for (let at = from; at < to; at++) {
    bytes[end++] = bytes[at] as number;
    if (bytes[at] === QUOTE) at++;
  }
  record.put(cell, from, end);
}
