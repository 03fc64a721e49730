import type { Draft } from './draft';

/**
 * Groups the draft's rows anew under other keys. `target[k]` is the new id of key k, any id >= the data set's keys being
 * a key that no table has; `keys` is one more than the largest id. Rows stay in arrival order within a key. O(rows).
 */
export function regroupMutable(draft: Draft, target: Int32Array, keys: number): void {
  const from = draft.rows;
  const start = new Int32Array(keys + 1);
  for (let r = 0; r < from.rows; r++) {
    const next = (target[from.key[r] as number] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let k = 0; k < keys; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number);
  const byArrival = rowsByArrival(from.arrival);
  const free = start.slice();
  const source = new Int32Array(from.rows);
  for (const r of byArrival) {
    const k = target[from.key[r] as number] as number;
    const to = free[k] as number;
    free[k] = to + 1;
    source[to] = r;
  }
  draft.rows = {
    rows: from.rows,
    start,
    key: source.map((r) => target[from.key[r] as number] as number),
    file: Uint16Array.from(source, (r) => from.file[r] as number),
    at: source.map((r) => from.at[r] as number),
    arrival: source.map((r) => from.arrival[r] as number),
    columns: from.columns.map((column) => column && gather(column, source)),
  };
  draft.columns = draft.columns.map((column) => column && gather(column, source));
  draft.arrived = draft.arrived && Uint8Array.from(source, (r) => (draft.arrived as Uint8Array)[r] as number);
  draft.versionTextRank = draft.versionTextRank && gather(draft.versionTextRank, source);
}

function gather(column: Float64Array, source: Int32Array): Float64Array {
  const gathered = new Float64Array(source.length);
  for (let i = 0; i < source.length; i++) gathered[i] = column[source[i] as number] as number;
  return gathered;
}

/** Arrival numbers may have holes (a sample of the keys), so they are sorted, not inverted. */
function rowsByArrival(arrival: Int32Array): Int32Array {
  const order = Float64Array.from(arrival, (at, r) => at * 4294967296 + r).sort();
  return Int32Array.from(order, (packed) => packed % 4294967296);
}
