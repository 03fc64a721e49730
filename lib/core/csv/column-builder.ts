import { MISSING } from '../decimal';
import { ByteIndex } from './byte-index';
import { type CellBlock, EMPTY, kindOf, lengthOf, PADDED, TEXT } from './cell-block';
import type { Cells } from './cells';
import { isPadded, numeralOf } from './numeral';
import { emptyUnits, fits32, NumeralColumn, type Units } from './numeral-column';
import { trimmed } from './trimmed';

const FIRST_ROWS = 1024;
const ANY = -1;
const MIXED = -2;
const NOTHING = new DataView(new ArrayBuffer(0));

/** Whole numbers, appended one by one. */
export class Int32List {
  #values = new Int32Array(FIRST_ROWS);
  #length = 0;

  /** Makes room for so many values in all, where more are to come. */
  reserve(length: number): void {
    if (length > this.#values.length) this.#values = copied(this.#values, new Int32Array(length));
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.reserve(this.#length * 2);
    this.#values[this.#length++] = value;
  }

  /** So many values one behind the other, each larger by one. */
  pushRun(first: number, count: number): void {
    const end = this.#length + count;
    if (end > this.#values.length) this.reserve(Math.max(end, this.#length * 2));
    for (let i = this.#length, value = first; i < end; i++) this.#values[i] = value++;
    this.#length = end;
  }

  toArray(): Int32Array {
    return trimmed(this.#values, this.#length);
  }
}

/**
 * A column while its file is read: numbers as long as every cell is a numeral or empty, and from the first other cell on
 * distinct texts. Cells come as bytes of UTF-8 or as texts.
 */
export class ColumnBuilder {
  #rows = 0;
  #units: Units = new Int32Array(FIRST_ROWS);
  #empty = emptyUnits(this.#units);
  /** Decimals of every numeral so far; -1: none yet. */
  #scale = -1;
  /** By row, once two numerals differ in it. */
  #scales: Uint8Array | null = null;
  /** Characters of every numeral so far, where all are of digits alone and of as many; else ANY, none yet, or MIXED. */
  #width = ANY;
  /** Whether some begin with a zero, so that the width says how many. */
  #padded = false;
  #index: ByteIndex | null = null;
  #codes = new Int32Array(0);

  /** Makes room for so many rows in all, where more are to come. */
  reserve(rows: number): void {
    if (this.#index) {
      if (rows > this.#codes.length) this.#codes = copied(this.#codes, new Int32Array(rows));
      const { count, size } = this.#index;
      const more = rows / this.#rows;
      if (count * 2 > this.#rows) this.#index.reserve(Math.ceil(count * more), Math.ceil(size * more));
      return;
    }
    if (rows <= this.#units.length) return;
    this.#units =
      this.#units instanceof Int32Array
        ? copied(this.#units, new Int32Array(rows))
        : copied(this.#units, new Float64Array(rows));
    if (this.#scales) this.#scales = copied(this.#scales, new Uint8Array(rows));
  }

  /**
   * Takes a numeral of so many characters as a number, where all cells so far are such, or are padded to its width. False,
   * and nothing taken: it has to come as a text.
   */
  numeral(units: number, scale: number, length: number): boolean {
    if (this.#index) return false;
    if (this.#padded) {
      if (length !== this.#width || scale > 0 || units < 0) return false;
    } else if (this.#width === ANY && units >= 0) this.#width = length;
    else if (length !== this.#width || units < 0) this.#width = MIXED;
    this.#number(units, scale);
    return true;
  }

  /** The same of digits with a leading zero: every cell so far is of digits, and of as many. */
  padded(units: number, length: number): boolean {
    if (this.#index || this.#scale > 0 || this.#scales) return false;
    if (length !== this.#width && this.#width !== ANY) return false;
    this.#width = length;
    this.#padded = true;
    this.#number(units, 0);
    return true;
  }

  /** A cell that holds nothing at all. */
  nothing(): void {
    if (this.#index) {
      this.#push(this.#index.add(NOTHING, 0, 0));
      return;
    }
    const row = this.#rows++;
    if (row >= this.#units.length) this.reserve(row * 2);
    this.#units[row] = this.#empty;
  }

  /** Whether no cell is taken as a number any more. */
  get isText(): boolean {
    return this.#index !== null;
  }

  /** A cell that was cut from bytes. */
  cell({ view, forms, starts, units }: CellBlock, cell: number): void {
    const form = forms[cell] as number;
    if (form === EMPTY) {
      this.nothing();
      return;
    }
    const [kind, length, number] = [kindOf(form), lengthOf(form), units[cell] as number];
    if (kind < TEXT && this.numeral(number, kind, length)) return;
    if (kind === PADDED && this.padded(number, length)) return;
    const from = starts[cell] as number;
    this.#index ??= this.#indexed();
    this.#push(this.#index.add(view, from, from + length));
  }

  /** Cells from `first` on, each `step` behind the one before: what `cell` does with one after the other. */
  cells(block: CellBlock, first: number, step: number, count: number): void {
    const end = first + count * step;
    let at = first;
    while (at < end && !this.#index) {
      at = this.#numerals(block, at, step, end);
      if (at === end) return;
      this.cell(block, at);
      at += step;
    }
    if (at < end) this.#texts(block, at, step, end);
  }

  text(text: string): void {
    if (this.#index === null) {
      if (text === '') {
        this.nothing();
        return;
      }
      const numeral = numeralOf(text);
      if (numeral && this.numeral(numeral.units, numeral.scale, text.length)) return;
      if (isPadded(text) && this.padded(Number(text), text.length)) return;
    }
    this.#index ??= this.#indexed();
    this.#push(this.#index.addText(text));
  }

  finish(): Cells {
    if (this.#index) return this.#index.column(trimmed(this.#codes, this.#rows));
    return new NumeralColumn(
      trimmed(this.#units, this.#rows),
      this.#scales ? trimmed(this.#scales, this.#rows) : Math.max(0, this.#scale),
      this.#padded ? this.#width : 0,
    );
  }

  /**
   * Takes cells as long as they change nothing but the rows: empty ones, and numerals of the decimals and, where it
   * counts, the length of those so far, which fit in what holds them. Gives the first that is none of these.
   */
  #numerals({ forms, units }: CellBlock, first: number, step: number, end: number): number {
    const most = this.#rows + (end - first) / step;
    if (this.#width === ANY) return first;
    if (most > this.#units.length) this.reserve(Math.max(most, this.#units.length * 2));
    const own = this.#units;
    const empty = this.#empty;
    const narrow = own instanceof Int32Array;
    const scales = this.#scales;
    const scale = this.#scale;
    const other = this.#padded ? PADDED : scale;
    const width = this.#width;
    let row = this.#rows;
    let at = first;
    for (; at < end; at += step, row++) {
      const form = forms[at] as number;
      if (form === EMPTY) {
        own[row] = empty;
        continue;
      }
      const kind = kindOf(form);
      const number = units[at] as number;
      if (scales ? kind >= TEXT : kind !== scale && kind !== other) break;
      if (width !== MIXED && (lengthOf(form) !== width || number < 0)) break;
      if (narrow && !fits32(number)) break;
      if (scales) scales[row] = kind;
      own[row] = number;
    }
    this.#rows = row;
    return at;
  }

  #texts(block: CellBlock, first: number, step: number, end: number): void {
    const row = this.#rows;
    const rows = row + (end - first) / step;
    if (rows > this.#codes.length) this.reserve(Math.max(FIRST_ROWS, rows, row * 2));
    this.#index?.addCells(block, first, step, end, this.#codes, row);
    this.#rows = rows;
  }

  #number(units: number, scale: number): void {
    const row = this.#rows++;
    if (row >= this.#units.length) this.reserve(row * 2);
    if (!fits32(units) && this.#units instanceof Int32Array) this.#widen(row);
    this.#units[row] = units;
    if (scale !== this.#scale) this.#rescale(row, scale);
    if (this.#scales) this.#scales[row] = scale;
  }

  #push(code: number): void {
    const row = this.#rows++;
    if (row >= this.#codes.length) this.reserve(Math.max(FIRST_ROWS, row * 2));
    this.#codes[row] = code;
  }

  #widen(rows: number): void {
    const wide = new Float64Array(this.#units.length);
    for (let r = 0; r < rows; r++) wide[r] = this.#units[r] === this.#empty ? MISSING : (this.#units[r] as number);
    this.#units = wide;
    this.#empty = MISSING;
  }

  /** The first numeral says the scale of all; the first that differs gives each row one of its own. */
  #rescale(row: number, scale: number): void {
    if (this.#scale === -1 && this.#scales === null) {
      this.#scale = scale;
      return;
    }
    if (this.#scales === null) {
      this.#scales = new Uint8Array(this.#units.length);
      for (let r = 0; r < row; r++) if (this.#units[r] !== this.#empty) this.#scales[r] = this.#scale;
    }
    this.#scale = -1;
  }

  /** The texts of the numerals so far, which are no longer all. */
  #indexed(): ByteIndex {
    const index = new ByteIndex();
    const cells = new NumeralColumn(
      this.#units.subarray(0, this.#rows),
      this.#scales ?? Math.max(0, this.#scale),
      this.#padded ? this.#width : 0,
    );
    this.#codes = new Int32Array(this.#units.length);
    for (let r = 0; r < this.#rows; r++) this.#codes[r] = index.addText(cells.at(r));
    this.#units = new Int32Array(0);
    this.#scales = null;
    return index;
  }
}

function copied<T extends Units | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
