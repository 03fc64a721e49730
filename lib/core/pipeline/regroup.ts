import type { GroupedRows } from '../table/dataset';
import type { ValueStep } from './values';

/** Rows grouped anew, and where each came from: row i was row `source[i]`. */
export interface Regrouped {
  readonly rows: GroupedRows;
  readonly source: Int32Array;
}

/**
 * The rows grouped under other keys. `target[k]` is the new id of key k, any id below `keys`. Rows stay in arrival order
 * within a key. O(rows), and the sorting of those whose keys meet.
 */
export function regroup(from: GroupedRows, target: Int32Array, keys: number): Regrouped {
  const start = new Int32Array(keys + 1);
  const meeting = new Uint8Array(keys);
  for (let k = 0; k < target.length; k++) {
    const to = target[k] as number;
    const rows = (from.start[k + 1] as number) - (from.start[k] as number);
    if (rows > 0 && start[to + 1] !== 0) meeting[to] = 1;
    start[to + 1] = (start[to + 1] as number) + rows;
  }
  for (let k = 0; k < keys; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number);
  const free = start.slice();
  const source = new Int32Array(from.rows);
  const key = new Int32Array(from.rows);
  for (let r = 0; r < from.rows; r++) {
    const k = target[from.key[r] as number] as number;
    const to = free[k] as number;
    free[k] = to + 1;
    source[to] = r;
    key[to] = k;
  }
  const byArrival = (a: number, b: number) => (from.arrival[a] as number) - (from.arrival[b] as number);
  for (let k = meeting.indexOf(1); k !== -1; k = meeting.indexOf(1, k + 1))
    source.subarray(start[k], start[k + 1]).sort(byArrival);
  return {
    source,
    rows: {
      rows: from.rows,
      start,
      key,
      ...gatherRows(from, source),
    },
  };
}

/** What the rows `source` hold, in its order: all of them but which key each is of. */
export function gatherRows(from: GroupedRows, source: Int32Array): Omit<GroupedRows, 'rows' | 'start' | 'key'> {
  return {
    file: gather(from.file, source),
    at: gather(from.at, source),
    arrival: gather(from.arrival, source),
    columns: from.columns.map((column) => column && gather(column, source)),
    deletes: from.deletes && gather(from.deletes, source),
    versionTextRank: from.versionTextRank && gather(from.versionTextRank, source),
    versionOffset: from.versionOffset && gather(from.versionOffset, source),
  };
}

/** `values[source[i]]` for each i, in an array of the same kind. */
export function gather<T extends Float64Array | Int32Array | Uint16Array | Uint8Array>(
  values: T,
  source: Int32Array,
): T {
  const gathered = new (values.constructor as new (length: number) => T)(source.length);
  for (let i = 0; i < source.length; i++) gathered[i] = values[source[i] as number] as number;
  return gathered;
}

/** What happens to values, for the rows `source` in its order. */
export function gatherSteps(values: readonly ValueStep[][], source: Int32Array): readonly ValueStep[][] {
  return values.map((steps) => steps.map((step) => (step.rows ? { ...step, rows: gather(step.rows, source) } : step)));
}
