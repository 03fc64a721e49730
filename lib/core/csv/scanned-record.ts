/** What a cell is. `PADDED`: digits, of which the first is a zero and not the only one. */
export const EMPTY = 0;
export const NUMERAL = 1;
export const PADDED = 2;
export const TEXT = 3;

/** The record that was scanned last. By cell. */
export interface ScannedRecord {
  readonly bytes: Uint8Array;
  cells: number;
  readonly kind: number[];
  /** Where the cell's text begins, and ends, exclusive; within its quotes. */
  readonly from: number[];
  readonly to: number[];
  /** Of numerals, see `Numeral`; the number that a padded one says. */
  readonly units: number[];
  readonly scale: number[];
}
