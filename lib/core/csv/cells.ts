/**
 * The cells of one column exactly as written, by row. Two kinds hold them: `NumeralColumn`, where every cell is a plain
 * number or empty, as numbers; `TextColumn`, as distinct texts. A column is of the first kind if its cells allow it, so
 * that equal cells are of one kind.
 *
 * Codes number the distinct texts, dense from 0, in order of first appearance.
 */
export interface Cells {
  /** The same as texts; of numerals made when first asked for, and kept. */
  asTexts(): Cells & TextCells;
  readonly rows: number;
  /** Number of distinct texts. */
  readonly distinct: number;
  /** By row. */
  readonly codes: Int32Array;
  /** @param code 0 <= code < distinct */
  text(code: number): string;
  /** The text of a row's cell. */
  at(row: number): string;
  /** Every distinct text, by code; made anew at each call, faster than one by one. */
  texts(): string[];
  /** The distinct texts of the lowest codes, at most so many; of numerals the others are not made. */
  firstTexts(most: number): string[];
  /** Whether some cell is exactly this text. */
  has(text: string): boolean;
  /** Whether both have the same cells, row by row. */
  equals(other: Cells): boolean;
}

/** Distinct texts one behind the other, in UTF-8. */
export interface TextCells {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Text `code` is `bytes` from `offsets[code]` to `offsets[code + 1]`, exclusive; one longer than there are texts. */
  readonly offsets: Uint32Array;
  /** Of every distinct text, by code: see `hashOf`. */
  readonly hashes: Int32Array;
}
