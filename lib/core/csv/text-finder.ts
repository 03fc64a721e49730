import { ByteIndex } from './byte-index';
import type { Cells } from './cells';
import { numeralOf } from './numeral';
import { NumeralColumn } from './numeral-column';

/** A few texts, to be found among the cells of large columns. */
export class TextFinder {
  readonly #index = new ByteIndex();
  /** Those that are numerals, by units and scale. */
  readonly #numerals: Map<number, number>[] = [];
  /** Their least and greatest units, outside of which none has to be looked up. */
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;

  /** The text's number: from 0 in order of first appearance. */
  add(text: string): number {
    const id = this.#index.addText(text);
    const numeral = numeralOf(text);
    if (numeral) {
      while (this.#numerals.length <= numeral.scale) this.#numerals.push(new Map());
      this.#numerals[numeral.scale]?.set(numeral.units, id);
      this.#least = Math.min(this.#least, numeral.units);
      this.#most = Math.max(this.#most, numeral.units);
    }
    return id;
  }

  /** By row the number of the text that the cell is; -1: none of them. O(rows) */
  find(cells: Cells): Int32Array {
    const found = new Int32Array(cells.rows).fill(-1);
    if (cells instanceof NumeralColumn && cells.width === 0) {
      const [least, most] = [this.#least, this.#most];
      for (let r = 0; r < found.length; r++) {
        const units = cells.units[r] as number;
        if (units >= least && units <= most) found[r] = this.#numerals[cells.scaleAt(r)]?.get(units) ?? -1;
      }
      return found;
    }
    const { view, offsets, codes, distinct } = cells.asTexts();
    const byCode = new Int32Array(distinct);
    for (let code = 0; code < distinct; code++)
      byCode[code] = this.#index.find(view, offsets[code] as number, offsets[code + 1] as number);
    for (let r = 0; r < found.length; r++) found[r] = byCode[codes[r] as number] as number;
    return found;
  }
}
