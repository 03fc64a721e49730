import type { GroupedRows } from '../table/dataset';

/** Arrays that nobody reads any more, by the rows for which they were made. */
interface Spare {
  readonly keys: Int32Array[];
  readonly rows: Uint8Array[];
}

const spares = new WeakMap<GroupedRows, Spare>();

/**
 * What a replay on trial needs, a number for each key and a flag for each row, is made again and again: to get memory
 * anew costs more than what is then done with it. An array that is given back must not be used any more.
 */
function spareOf(rows: GroupedRows): Spare {
  const known = spares.get(rows) ?? { keys: [], rows: [] };
  spares.set(rows, known);
  return known;
}

/** By key id, holding anything. */
export function keyNumbers(rows: GroupedRows): Int32Array {
  return spareOf(rows).keys.pop() ?? new Int32Array(rows.start.length - 1);
}

export function copyOfKeyNumbers(rows: GroupedRows, numbers: Int32Array): Int32Array {
  const copy = keyNumbers(rows);
  copy.set(numbers);
  return copy;
}

/** By row, all 0. */
export function rowFlags(rows: GroupedRows): Uint8Array {
  return spareOf(rows).rows.pop()?.fill(0) ?? new Uint8Array(rows.rows);
}

export function giveBackKeyNumbers(rows: GroupedRows, numbers: Int32Array): void {
  spareOf(rows).keys.push(numbers);
}

export function giveBackRowFlags(rows: GroupedRows, flags: Uint8Array): void {
  spareOf(rows).rows.push(flags);
}
