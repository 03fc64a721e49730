import type { GroupedRows } from '../table/dataset';

/** Rows grouped anew, and where each came from: row i was row `source[i]`. */
export interface Regrouped {
  readonly rows: GroupedRows;
  readonly source: Int32Array;
}

/**
 * The rows grouped under other keys. `target[k]` is the new id of key k, any id below `keys`. Rows stay in arrival order
 * within a key. O(rows + arrivals).
 */
export function regroup(from: GroupedRows, target: Int32Array, keys: number): Regrouped {
  const start = new Int32Array(keys + 1);
  for (let r = 0; r < from.rows; r++) {
    const next = (target[from.key[r] as number] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let k = 0; k < keys; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number);
  const byArrival = rowsByArrival(from.arrival);
  const free = start.slice();
  const source = new Int32Array(from.rows);
  const key = new Int32Array(from.rows);
  for (let i = 0; i < byArrival.length; i++) {
    const r = byArrival[i] as number;
    if (r === -1) continue;
    const k = target[from.key[r] as number] as number;
    const to = free[k] as number;
    free[k] = to + 1;
    source[to] = r;
    key[to] = k;
  }
  return {
    source,
    rows: {
      rows: from.rows,
      start,
      key,
      file: gather(from.file, source),
      at: gather(from.at, source),
      arrival: gather(from.arrival, source),
      columns: from.columns.map((column) => column && gather(column, source)),
      deletes: from.deletes && gather(from.deletes, source),
      versionTextRank: from.versionTextRank && gather(from.versionTextRank, source),
    },
  };
}

/** `values[source[i]]` for each i, in an array of the same kind. */
export function gather<T extends Float64Array | Int32Array | Uint16Array | Uint8Array>(
  values: T,
  source: Int32Array,
): T {
  const gathered = values.slice(0, source.length) as T;
  for (let i = 0; i < source.length; i++) gathered[i] = values[source[i] as number] as number;
  return gathered;
}

/** Row by arrival number; -1 where the number is another sample's. */
function rowsByArrival(arrival: Int32Array): Int32Array {
  let last = -1;
  for (const number of arrival) if (number > last) last = number;
  const rows = new Int32Array(last + 1).fill(-1);
  for (let r = 0; r < arrival.length; r++) rows[arrival[r] as number] = r;
  return rows;
}
