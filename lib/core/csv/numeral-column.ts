import { MISSING } from '../decimal';
import { ByteIndex } from './byte-index';
import type { Cells } from './cells';
import { type Numeral, numeralOf, numeralText } from './numeral';
import type { TextColumn } from './text-column';

/** What stands for an empty cell among units of 32 bits, which is no unit's value there. */
const EMPTY_32 = -(2 ** 31);

/** Units of a numeral: of 32 bits where every one of the column fits, EMPTY_32 for an empty cell; else doubles, MISSING. */
export type Units = Int32Array | Float64Array;

export function emptyUnits(units: Units): number {
  return units instanceof Int32Array ? EMPTY_32 : MISSING;
}

/** Whether units fit into 32 bits beside the sign of an empty cell. */
export function fits32(units: number): boolean {
  return (units | 0) === units && units !== EMPTY_32;
}

/** Cells that are numerals, or digits of one width, or empty, as numbers: eight bytes a row at most, no text and nothing to look up. */
export class NumeralColumn implements Cells {
  /** By row. */
  readonly units: Units;
  /** Decimals of every cell, or of each by row; those of an empty cell are 0 and mean nothing. */
  readonly scale: number | Uint8Array;
  /** Digits of every cell, filled with leading zeros; 0: none has a leading zero. */
  readonly width: number;
  #texts: TextColumn | null = null;
  #distinct: number;

  /** @param distinct -1: counted when first asked for */
  constructor(units: Units, scale: number | Uint8Array, width = 0, distinct = -1) {
    this.units = units;
    this.scale = scale;
    this.width = width;
    this.#distinct = distinct;
  }

  get rows(): number {
    return this.units.length;
  }

  /** The unit value that says that a cell is empty. */
  get empty(): number {
    return emptyUnits(this.units);
  }

  get distinct(): number {
    if (this.#distinct === -1) this.#distinct = this.#texts?.distinct ?? countDistinct(this);
    return this.#distinct;
  }

  get codes(): Int32Array {
    return this.asTexts().codes;
  }

  text(code: number): string {
    return this.asTexts().text(code);
  }

  texts(): string[] {
    return this.asTexts().texts();
  }

  firstTexts(most: number): string[] {
    const texts = new Set<string>();
    const enough = Math.min(most, this.distinct);
    let [last, lastScale] = [Number.NaN, 0];
    for (let r = 0; texts.size < enough; r++) {
      const [units, scale] = [this.units[r] as number, this.scaleAt(r)];
      if (units === last && scale === lastScale) continue;
      [last, lastScale] = [units, scale];
      texts.add(this.at(r));
    }
    return [...texts];
  }

  at(row: number): string {
    const units = this.units[row] as number;
    if (units === this.empty) return '';
    return this.width === 0 ? numeralText(units, this.scaleAt(row)) : String(units).padStart(this.width, '0');
  }

  scaleAt(row: number): number {
    return typeof this.scale === 'number' ? this.scale : (this.scale[row] as number);
  }

  has(text: string): boolean {
    if (text === '') return this.units.includes(this.empty);
    const wanted = this.width > 0 ? paddedOf(text, this.width) : numeralOf(text);
    if (!wanted) return false;
    for (let r = this.units.indexOf(wanted.units); r !== -1; r = this.units.indexOf(wanted.units, r + 1))
      if (wanted.units !== this.empty && this.scaleAt(r) === wanted.scale) return true;
    return false;
  }

  equals(other: Cells): boolean {
    return (
      other instanceof NumeralColumn &&
      this.width === other.width &&
      this.empty === other.empty &&
      sameNumbers(this.units, other.units) &&
      (typeof this.scale === 'number' || typeof other.scale === 'number'
        ? this.scale === other.scale
        : sameNumbers(this.scale, other.scale))
    );
  }

  asTexts(): TextColumn {
    this.#texts ??= indexed(this);
    return this.#texts;
  }
}

function paddedOf(text: string, width: number): Numeral | null {
  return text.length === width && /^\d+$/.test(text) ? { units: Number(text), scale: 0 } : null;
}

function sameNumbers(a: Units | Uint8Array, b: Units | Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function indexed(column: NumeralColumn): TextColumn {
  const index = new ByteIndex();
  return index.column(Int32Array.from({ length: column.rows }, (_, row) => index.addText(column.at(row))));
}

/** Ranges up to this many times the rows are counted in a bit for each value. */
const DENSE = 16;

function countDistinct(column: NumeralColumn): number {
  const { units, scale, rows, empty } = column;
  if (typeof scale !== 'number') {
    let count = 0;
    const most = scale.reduce((largest, places) => Math.max(largest, places), 0);
    for (let places = 0; places <= most; places++)
      count += sortedDistinct(Float64Array.from(units.filter((_, r) => scale[r] === places)));
    return count;
  }
  let [min, max, hasEmpty] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let r = 0; r < rows; r++) {
    const value = units[r] as number;
    if (value === empty) {
      hasEmpty = 1;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) return hasEmpty;
  if (max - min > DENSE * rows + 1024) return sortedDistinct(units.slice());
  const seen = new Uint32Array(((max - min) >>> 5) + 1);
  let count = hasEmpty;
  for (let r = 0; r < rows; r++) {
    const value = units[r] as number;
    if (value === empty) continue;
    const at = value - min;
    const word = seen[at >>> 5] as number;
    const bit = 1 << (at & 31);
    if ((word & bit) !== 0) continue;
    seen[at >>> 5] = word | bit;
    count++;
  }
  return count;
}

function sortedDistinct(values: Units): number {
  values.sort();
  let count = 0;
  for (let i = 0; i < values.length; i++) if (i === 0 || values[i] !== values[i - 1]) count++;
  return count;
}
