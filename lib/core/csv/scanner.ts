import { LONGEST_RECORD } from '../limits';
import { MAX_NUMERAL_DIGITS } from './numeral';
import type { Delimiter, Newline } from './papa-parser';
import { EMPTY, NUMERAL, PADDED, type ScannedRecord, TEXT } from './scanned-record';
import type { TableBuilder } from './table-builder';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
/** The bytes below it are characters. */
const ASCII = 0x80;

/** A text with quotes that stand twice. */
const ESCAPED = 4;

/** Decimals that no numeral has: a point with no digit behind it. */
const NO_NUMERAL = MAX_NUMERAL_DIGITS;

/** Bytes that must be free behind those to be scanned. */
export const SCAN_MARGIN = 2;

/**
 * Cuts UTF-8 bytes into the records of a table builder, numbers read in place. What is not plainly well-formed it leaves
 * to the reference reader and says so ("unsuited"): a quote within a quoted cell that stands alone, a quote that is left
 * open, one in a cell that none began behind a cell of several lines, a line break of another kind than the file's, NUL;
 * and a record that may be too long.
 */
export class Scanner {
  readonly #delimiter: number;
  readonly #crlf: boolean;
  /** The byte that ends a record, or begins its end. */
  readonly #end: number;
  /** 1 for bytes that end a text or say something about it. */
  readonly #stops = new Uint8Array(256);
  readonly #table: TableBuilder;
  readonly #first: number;
  #line = 1;
  quoted = false;
  /** Whether a byte was met that is no character by itself. */
  beyondAscii = false;

  /** @param skipFirst the first line is no record */
  constructor(delimiter: Delimiter, newline: Newline, table: TableBuilder, skipFirst: boolean) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#crlf = newline === '\r\n';
    this.#end = newline === '\n' ? LF : CR;
    for (const stop of [this.#delimiter, LF, CR, QUOTE, 0]) this.#stops[stop] = 1;
    this.#stops.fill(1, ASCII);
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
    const delimiter = this.#delimiter;
    const endByte = this.#end;
    const stops = this.#stops;
    const record: ScannedRecord = { bytes, cells: 0, kind: [], from: [], to: [], units: [], scale: [] };
    const { kind, from, to, units, scale } = record;
    // So that the loops end without looking for the end.
    bytes[end] = endByte;
    bytes[end + 1] = LF;
    let begin = 0;
    let at = 0;
    while (begin < end) {
      let cells = 0;
      let breaks = 1;
      at = begin;
      for (;;) {
        let byte = bytes[at] as number;
        const quoted = byte === QUOTE;
        if (quoted) byte = bytes[++at] as number;
        const start = at;
        if (byte === MINUS) byte = bytes[++at] as number;
        const first = at;
        let value = 0;
        while (byte >= ZERO && byte <= NINE) {
          value = value * 10 + byte - ZERO;
          byte = bytes[++at] as number;
        }
        const whole = at - first;
        let places = 0;
        if (byte === POINT) {
          const point = at;
          byte = bytes[++at] as number;
          while (byte >= ZERO && byte <= NINE) {
            value = value * 10 + byte - ZERO;
            byte = bytes[++at] as number;
          }
          places = at - point - 1 || NO_NUMERAL;
        }
        const numberEnd = at;
        let escaped = false;
        if (quoted) {
          this.quoted = true;
          for (;;) {
            byte = bytes[at] as number;
            if (byte === QUOTE) {
              if (bytes[at + 1] !== QUOTE || at + 1 >= end) break;
              escaped = true;
              at += 2;
              continue;
            }
            if (at >= end) return last ? -1 : begin;
            if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) breaks++;
            else if (byte === 0) return -1;
            else if (byte >= ASCII) this.beyondAscii = true;
            at++;
          }
          if (!last && at + 1 >= end) return begin;
        } else if (byte !== delimiter && byte !== endByte) {
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
        const close = at;
        if (quoted) byte = bytes[++at] as number;
        if (byte !== delimiter && byte !== endByte) return -1;
        if (cells === kind.length) addCell(record);
        let found = escaped ? ESCAPED : TEXT;
        if (close === start) found = EMPTY;
        else if (close === numberEnd && whole > 0 && whole + places <= MAX_NUMERAL_DIGITS) {
          if (whole > 1 && bytes[first] === ZERO) found = places === 0 && first === start ? PADDED : TEXT;
          else if (first === start || value !== 0) found = NUMERAL;
          units[cells] = first === start ? value : -value;
          scale[cells] = places;
        }
        kind[cells] = found;
        from[cells] = start;
        to[cells] = close;
        cells++;
        if (byte === endByte) break;
        at++;
      }
      let next = at + 1;
      if (at >= end) {
        if (!last) return begin;
        next = end;
      } else if (endByte === CR) {
        if (next >= end && !last) return begin;
        const paired = next < end && bytes[next] === LF;
        if (paired !== this.#crlf) return -1;
        if (paired) next++;
      }
      if (next - begin > LONGEST_RECORD) return -1;
      record.cells = cells;
      for (let c = 0; c < cells; c++) if (kind[c] === ESCAPED) unescapeMutable(record, c);
      if (this.#line >= this.#first) this.#table.scanned(record, this.#line);
      this.#line += breaks;
      begin = next;
    }
    return end;
  }

  /** Once is enough: from then on such bytes are like any other of a text. */
  #meetBeyondAscii(): void {
    this.beyondAscii = true;
    this.#stops.fill(0, ASCII);
  }
}

function addCell({ kind, from, to, units, scale }: ScannedRecord): void {
  for (const list of [kind, from, to, units, scale]) list.push(0);
}

/** Leaves one of two quotes, in place. */
function unescapeMutable({ bytes, kind, from, to }: ScannedRecord, cell: number): void {
  let end = from[cell] as number;
  for (let at = end; at < (to[cell] as number); at++) {
    bytes[end++] = bytes[at] as number;
    if (bytes[at] === QUOTE) at++;
  }
  to[cell] = end;
  kind[cell] = TEXT;
}
