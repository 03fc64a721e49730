import { ByteIndex } from '../csv/byte-index';
import type { Cells } from '../csv/cells';
import { ANY_CHARACTERS, MARK, WHOLE_NUMBER, ZERO_FIRST } from '../csv/characters';
import { numeralOf } from '../csv/numeral';
import { NumeralColumn } from '../csv/numeral-column';
import { NumberIndex } from './number-index';

/** Numbers the texts of one part of the key, over all files, from 0 in order of first appearance. */
export interface PartIndex {
  readonly count: number;
  /** Of its texts: bits of `characters`. */
  readonly characters: number;
  /** @param id 0 <= id < count */
  text(id: number): string;
  add(text: string): number;
  /** The id of a text; -1: it was never added. */
  find(text: string): number;
  /** Ids of the cells of these rows; null: of all. */
  column(cells: Cells, kept: Int32Array | null): Int32Array;
}

/** @param all columns of the part in the files that take part; one without rows decides nothing */
export function partIndex(all: readonly Cells[]): PartIndex {
  const columns = all.filter(({ rows }) => rows > 0);
  const [width = 0] = columns.map((cells) => (cells instanceof NumeralColumn ? cells.width : 0));
  const whole = columns.filter(
    (cells): cells is NumeralColumn => cells instanceof NumeralColumn && cells.scale === 0 && cells.width === width,
  );
  return whole.length === columns.length ? new WholeNumbers(whole, width) : new Texts(columns);
}

/** Where every cell of every file is a whole number, nothing is hashed letter by letter, and no text is held. */
class WholeNumbers implements PartIndex {
  readonly #numbers: NumberIndex;
  readonly #width: number;
  /** Whether some may begin with "-". */
  #signed: boolean;
  /** What is no whole number: keys of lines that could not be read. By text, and by id. */
  readonly #others = new Map<string, number>();
  readonly #texts = new Map<number, string>();

  /** @param width of every one's cells, see `NumeralColumn` */
  constructor(columns: readonly NumeralColumn[], width: number) {
    this.#width = width;
    let [min, max, rows] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (const { facts, rows: own } of columns) {
      rows += own;
      min = Math.min(min, facts.min);
      max = Math.max(max, facts.max);
    }
    this.#numbers = min > max ? new NumberIndex() : new NumberIndex(min, max, rows);
    this.#signed = min < 0;
  }

  get count(): number {
    return this.#numbers.count;
  }

  get characters(): number {
    if (this.#others.size > 0) return ANY_CHARACTERS;
    return (this.count > 0 ? WHOLE_NUMBER : 0) | (this.#width > 0 ? ZERO_FIRST : 0) | (this.#signed ? MARK : 0);
  }

  text(id: number): string {
    return this.#texts.get(id) ?? String(this.#numbers.value(id)).padStart(this.#width, '0');
  }

  add(text: string): number {
    const units = this.#unitsOf(text);
    if (units !== null) {
      this.#signed ||= units < 0;
      return this.#numbers.add(units);
    }
    const known = this.#others.get(text);
    if (known !== undefined) return known;
    // A number that no key is, so that the ids stay dense.
    const id = this.#numbers.add(-(2 ** 53) + 1 + this.#others.size);
    this.#others.set(text, id);
    this.#texts.set(id, text);
    return id;
  }

  find(text: string): number {
    const units = this.#unitsOf(text);
    return units === null ? (this.#others.get(text) ?? -1) : this.#numbers.find(units);
  }

  #unitsOf(text: string): number | null {
    if (this.#width > 0) return text.length === this.#width && /^\d+$/.test(text) ? Number(text) : null;
    const numeral = numeralOf(text);
    return numeral?.scale === 0 ? numeral.units : null;
  }

  column(cells: Cells, kept: Int32Array | null): Int32Array {
    const numbers = this.#numbers;
    if (!(cells instanceof NumeralColumn)) throw new Error('a column that was not there when its kind was decided');
    const { units, empty } = cells;
    const rows = kept?.length ?? units.length;
    const ids = new Int32Array(rows);
    for (let r = 0; r < rows; r++) {
      const value = units[kept ? (kept[r] as number) : r] as number;
      ids[r] = value === empty ? this.add('') : numbers.add(value);
    }
    return ids;
  }
}

class Texts implements PartIndex {
  readonly #index = new ByteIndex();

  /** @param columns those to come */
  constructor(columns: readonly Cells[]) {
    for (const cells of columns) {
      const { distinct, bytes } = cells.asTexts();
      this.#index.reserve(distinct, bytes.length);
    }
  }

  get count(): number {
    return this.#index.count;
  }

  get characters(): number {
    return this.#index.characters;
  }

  text(id: number): string {
    return this.#index.text(id);
  }

  add(text: string): number {
    return this.#index.addText(text);
  }

  find(text: string): number {
    return this.#index.findText(text);
  }

  /** One look-up for each distinct text; a row costs an array access, and nothing where no text stands twice. */
  column(cells: Cells, kept: Int32Array | null): Int32Array {
    const texts = cells.asTexts();
    const { codes, distinct, rows } = texts;
    const known = this.#index.addAll(texts, kept && codesOf(codes, kept, distinct));
    // Codes are dense in order of first appearance: here they are the rows.
    if (!kept && distinct === rows) return known;
    const ids = new Int32Array(kept?.length ?? rows);
    for (let r = 0; r < ids.length; r++) ids[r] = known[codes[kept ? (kept[r] as number) : r] as number] as number;
    return ids;
  }
}

/** The codes of these rows, each once, in order of first appearance. */
function codesOf(codes: Int32Array, rows: Int32Array, distinct: number): Int32Array {
  const met = new Uint8Array(distinct);
  return rows
    .map((row) => codes[row] as number)
    .filter((code) => {
      const first = met[code] === 0;
      met[code] = 1;
      return first;
    });
}
