import { MAX_NUMERAL_DIGITS } from './numeral';
import { decoded } from './text-column';

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** Kinds beside the decimals of a numeral, 0 to 14. `PADDED`: digits, of which the first is a zero and not the only one. */
export const TEXT = 15;
export const PADDED = 16;
/** The form of a cell without a character. */
export const EMPTY = 0;

const KIND_BITS = 5;
const KIND = 2 ** KIND_BITS - 1;

export function formOf(length: number, kind: number): number {
  return (length << KIND_BITS) | kind;
}

/** `TEXT`, `PADDED`, or the decimals of a numeral; nothing of an empty cell. */
export function kindOf(form: number): number {
  return form & KIND;
}

/** Bytes of the cell, within its quotes. */
export function lengthOf(form: number): number {
  return form >>> KIND_BITS;
}

/** Cells that were cut from bytes, record by record, and that no column has taken yet. */
export class CellBlock {
  /** What they were cut from, for as long as these bytes stay. */
  bytes: Uint8Array = new Uint8Array(0);
  view: DataView = new DataView(this.bytes.buffer);
  /** By cell: its length and kind, or EMPTY. */
  forms: Int32Array;
  /** Where its text begins. */
  starts: Int32Array;
  /** Of numerals, see `Numeral`; the number that a padded one says. */
  units: Float64Array;

  /** @param cells room for so many */
  constructor(cells: number) {
    this.forms = new Int32Array(cells);
    this.starts = new Int32Array(cells);
    this.units = new Float64Array(cells);
  }

  /** What the cells to come are cut from. */
  begin(bytes: Uint8Array): void {
    if (bytes === this.bytes) return;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** A cell of that text, exclusive of `to`, for which room is made; what it is is still to be looked at. */
  put(cell: number, from: number, to: number): void {
    if (cell === this.forms.length) this.#grow();
    this.forms[cell] = from === to ? EMPTY : formOf(to - from, TEXT);
    this.starts[cell] = from;
  }

  /** Tells of a cell that was put whether it is a number. O(length) */
  look(cell: number): void {
    const { bytes } = this;
    const from = this.starts[cell] as number;
    const to = from + this.lengthAt(cell);
    let at = from;
    const negative = bytes[at] === MINUS;
    if (negative) at++;
    const first = at;
    let units = 0;
    for (; at < to && isDigit(bytes[at] as number); at++) units = units * 10 + (bytes[at] as number) - ZERO;
    const whole = at - first;
    let scale = 0;
    if (at < to && bytes[at] === POINT) {
      const point = at++;
      for (; at < to && isDigit(bytes[at] as number); at++) units = units * 10 + (bytes[at] as number) - ZERO;
      // No numeral has a point with no digit behind it.
      scale = at - point - 1 || MAX_NUMERAL_DIGITS;
    }
    if (at < to || whole === 0 || whole + scale > MAX_NUMERAL_DIGITS) return;
    let kind = TEXT;
    if (whole > 1 && bytes[first] === ZERO) kind = scale === 0 && !negative ? PADDED : TEXT;
    else if (!negative || units !== 0) kind = scale;
    this.forms[cell] = formOf(to - from, kind);
    this.units[cell] = negative ? -units : units;
  }

  lengthAt(cell: number): number {
    return lengthOf(this.forms[cell] as number);
  }

  text(cell: number): string {
    const from = this.starts[cell] as number;
    return decoded(this.bytes, from, from + this.lengthAt(cell));
  }

  #grow(): void {
    const { forms, starts, units } = this;
    this.forms = new Int32Array(forms.length * 2);
    this.forms.set(forms);
    this.starts = new Int32Array(this.forms.length);
    this.starts.set(starts);
    this.units = new Float64Array(this.forms.length);
    this.units.set(units);
  }
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
