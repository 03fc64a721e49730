import { TextColumn } from './text-column';
import { TextIndex } from './text-index';

/** Whole numbers, appended one by one. */
export class Int32List {
  #values = new Int32Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  toArray(): Int32Array {
    return this.#values.slice(0, this.#length);
  }
}

/** A column while its file is read. */
export class ColumnBuilder {
  readonly #codes = new Int32List();
  readonly #index = new TextIndex();

  push(cell: string): void {
    this.#codes.push(this.#index.add(cell));
  }

  /** The cells pushed, and their distinct texts by code, which are at hand now and cost no reading. */
  finish(): { readonly cells: TextColumn; readonly texts: readonly string[] } {
    const { texts } = this.#index;
    return { cells: TextColumn.of(texts, this.#codes.toArray()), texts };
  }
}
