import { LONGEST_RECORD } from '../limits';
import { CellBlock, EMPTY, formOf, PADDED, TEXT } from './cell-block';
import type { HeaderName } from './header-name';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Cells that are cut before columns take them: few enough to stay near the processor. */
const BLOCK_CELLS = 4096;
/** Digits that a number of 32 bits holds whatever they are. */
const SHORT_DIGITS = 9;

/** In `Dialect.stops`: the byte ends a text that has no quotes, or is looked at with care; the same within quotes. */
export const STOPS = 1;
export const STOPS_QUOTED = 2;

export interface Dialect {
  readonly delimiter: number;
  /** The byte that ends a record, or begins its end. */
  readonly end: number;
  readonly crlf: boolean;
  /** By byte. */
  readonly stops: Uint8Array;
}

/**
 * Records one behind the other that are plainly rows: of the header's width and one line, without a quote in a cell, and
 * with a first cell that is not the header's. Numbers are read in the same pass.
 */
export class PlainRows {
  readonly width: number;
  readonly cells: CellBlock;
  /** By column: 1 where every cell is taken as a text, so that none has to be read as a number. */
  readonly texts: Uint8Array;
  readonly #name: HeaderName;
  readonly #most: number;
  rows = 0;
  /** Whether a cell stood in quotes. */
  quoted = false;

  constructor(width: number, name: HeaderName) {
    this.width = width;
    this.#name = name;
    this.#most = Math.max(1, Math.floor(BLOCK_CELLS / width));
    this.cells = new CellBlock(this.#most * width);
    this.texts = new Uint8Array(width);
  }

  get full(): boolean {
    return this.rows === this.#most;
  }

  /**
   * Cuts as many as are plain, one behind the other, and fit. O(bytes)
   * @param bytes with a record's end at `end` and no delimiter behind it
   * @returns where the first begins that is not plain, not finished, or does not fit
   */
  cut(bytes: Uint8Array, begin: number, end: number, { delimiter, end: endByte, crlf, stops }: Dialect): number {
    const { width, texts, cells } = this;
    const { forms, starts, units } = cells;
    const nameLength = this.#name.length;
    const beyondAscii = stops[0x80] === 0;
    cells.begin(bytes);
    let record = begin;
    let rows = 0;
    let cell = 0;
    while (rows < this.#most && record < end) {
      let at = record;
      for (let c = 0; c < width; c++, cell++) {
        const close = c === width - 1 ? endByte : delimiter;
        const number = texts[c] === 0;
        let start = at;
        let byte = bytes[at] as number;
        if (number) {
          if (byte === MINUS) byte = bytes[++at] as number;
          const first = at;
          let value = 0;
          for (let digit = byte - ZERO; digit >= 0 && digit <= 9; digit = byte - ZERO) {
            value = (Math.imul(value, 10) + digit) | 0;
            byte = bytes[++at] as number;
          }
          let digits = at - first;
          let kind = 0;
          if (byte === POINT && digits > 0) {
            const point = at;
            byte = bytes[++at] as number;
            for (let digit = byte - ZERO; digit >= 0 && digit <= 9; digit = byte - ZERO) {
              value = (Math.imul(value, 10) + digit) | 0;
              byte = bytes[++at] as number;
            }
            kind = at - point - 1;
            digits = kind === 0 || (point - first > 1 && bytes[first] === ZERO) ? 0 : digits + kind;
          } else if (digits > 1 && bytes[first] === ZERO) {
            kind = PADDED;
            if (first > start) digits = 0;
          }
          if (byte === close && digits > 0 && digits <= SHORT_DIGITS && (first === start || value !== 0)) {
            forms[cell] = formOf(at - start, kind);
            starts[cell] = start;
            units[cell] = first === start ? value : 0 - value;
            at++;
            continue;
          }
        }
        const quoted = bytes[start] === QUOTE;
        if (quoted) {
          at = ++start;
          byte = bytes[at] as number;
          this.quoted = true;
        }
        const mask = quoted ? STOPS_QUOTED : STOPS;
        while (((stops[byte] as number) & mask) === 0) byte = bytes[++at] as number;
        forms[cell] = at === start ? EMPTY : formOf(at - start, TEXT);
        starts[cell] = start;
        if (number) cells.look(cell);
        if (quoted && byte === QUOTE) byte = bytes[++at] as number;
        else if (quoted) return this.#cut(rows, record);
        if (byte !== close) return this.#cut(rows, record);
        at++;
      }
      if (at > end) break;
      if (endByte === CR) {
        const paired = bytes[at] === LF;
        if (paired !== crlf) break;
        if (paired) at++;
      }
      if (at - record > LONGEST_RECORD) break;
      const first = cell - width;
      const from = starts[first] as number;
      const length = cells.lengthAt(first);
      const mayBe = length === nameLength || nameLength === -2 || beyondAscii;
      if (length === 0 || (mayBe && this.#name.mayBe(bytes, from, from + length))) break;
      record = at;
      rows++;
    }
    return this.#cut(rows, record);
  }

  #cut(rows: number, next: number): number {
    this.rows = rows;
    return next;
  }
}
