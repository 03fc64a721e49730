import { ByteIndex } from './byte-index';
import type { Cells } from './cells';
import { numeralOf } from './numeral';
import { NumeralColumn } from './numeral-column';

/** A few texts, to be found among the cells of large columns. */
export class TextFinder {
  readonly #index = new ByteIndex();
  /** Those that are numerals, by units and scale. */
  readonly #numerals: Map<number, number>[] = [];

  /** The text's number: from 0 in order of first appearance. */
  add(text: string): number {
    const id = this.#index.addText(text);
    const numeral = numeralOf(text);
    if (numeral) {
      while (this.#numerals.length <= numeral.scale) this.#numerals.push(new Map());
      this.#numerals[numeral.scale]?.set(numeral.units, id);
    }
    return id;
  }

  /** By row the number of the text that the cell is; -1: none of them. O(rows) */
  find(cells: Cells): Int32Array {
    const found = new Int32Array(cells.rows).fill(-1);
    if (cells instanceof NumeralColumn && cells.width === 0) {
      for (let r = 0; r < found.length; r++)
        found[r] = this.#numerals[cells.scaleAt(r)]?.get(cells.units[r] as number) ?? -1;
      return found;
    }
    const { bytes, offsets, codes, distinct } = cells.asTexts();
    const byCode = new Int32Array(distinct);
    for (let code = 0; code < distinct; code++)
      byCode[code] = this.#index.find(bytes, offsets[code] as number, offsets[code + 1] as number);
    for (let r = 0; r < found.length; r++) found[r] = byCode[codes[r] as number] as number;
    return found;
  }
}
