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

/** What all cells of a column come to, which is asked for again and again. */
export interface NumeralFacts {
  /** Cells that are not empty. */
  readonly filled: number;
  /** Smallest and largest units of these, whatever their decimals; Infinity and -Infinity where there are none. */
  readonly min: number;
  readonly max: number;
  /** Number of distinct texts. */
  readonly distinct: number;
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
  #facts: NumeralFacts | null;

  /** @param facts null: found when first asked for */
  constructor(units: Units, scale: number | Uint8Array, width = 0, facts: NumeralFacts | null = null) {
    this.units = units;
    this.scale = scale;
    this.width = width;
    this.#facts = facts;
  }

  get rows(): number {
    return this.units.length;
  }

  /** The unit value that says that a cell is empty. */
  get empty(): number {
    return emptyUnits(this.units);
  }

  /** Found once. O(rows) */
  get facts(): NumeralFacts {
    this.#facts ??= factsOf(this);
    return this.#facts;
  }

  get distinct(): number {
    return this.facts.distinct;
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

function factsOf({ units, scale, empty }: NumeralColumn): NumeralFacts {
  const range = rangeOf(units, empty);
  const { filled, min, max } = range;
  return {
    filled,
    min,
    max,
    distinct: typeof scale === 'number' ? range.distinct() : distinctByScale(units, scale, empty),
  };
}

interface Range extends Pick<NumeralFacts, 'filled' | 'min' | 'max'> {
  /** How many units differ, those of empty cells included. */
  readonly distinct: () => number;
}

function rangeOf(units: Units, empty: number): Range {
  let [filled, min, max, ascending] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (let r = 0; r < units.length; r++) {
    const value = units[r] as number;
    if (value === empty) continue;
    filled++;
    if (value > max) max = value;
    else ascending = false;
    if (value < min) min = value;
  }
  const distinct = () => {
    if (!ascending && max - min > DENSE * units.length + 1024) return sortedDistinct(units.slice());
    return (units.length > filled ? 1 : 0) + (ascending ? filled : denseDistinct(units, empty, min, max));
  };
  return { filled, min, max, distinct };
}

function distinctByScale(units: Units, scale: Uint8Array, empty: number): number {
  let count = 0;
  const most = scale.reduce((largest, places) => Math.max(largest, places), 0);
  for (let places = 0; places <= most; places++)
    count += rangeOf(
      units.filter((_, r) => scale[r] === places),
      empty,
    ).distinct();
  return count;
}

function denseDistinct(units: Units, empty: number, min: number, max: number): number {
  const seen = new Uint32Array(((max - min) >>> 5) + 1);
  for (let r = 0; r < units.length; r++) {
    const value = units[r] as number;
    if (value === empty) continue;
    const at = value - min;
    seen[at >>> 5] = (seen[at >>> 5] as number) | (1 << (at & 31));
  }
  let count = 0;
  for (let word of seen) for (; word !== 0; word &= word - 1) count++;
  return count;
}

function sortedDistinct(values: Units): number {
  values.sort();
  let count = 0;
  for (let i = 0; i < values.length; i++) if (i === 0 || values[i] !== values[i - 1]) count++;
  return count;
}
