import type { Replayed } from '../pipeline/replayed';
import type { Dataset, GroupedRows } from '../table/dataset';

/** First row of each key, by key id; -1: absent. */
export function firstRows(dataset: Dataset, observed: GroupedRows): Int32Array {
  const rows = new Int32Array(dataset.keys.count);
  for (let k = 0; k < rows.length; k++)
    rows[k] = observed.start[k] === observed.start[k + 1] ? -1 : (observed.start[k] as number);
  return rows;
}

/**
 * Delta row that each observed row equals in every mapped column, by row of `observed`; -1: none. Among several the
 * expected row comes first, then the latest arrival. O(rows × columns).
 */
export function exactSources(dataset: Dataset, observed: GroupedRows, expected: Replayed): Int32Array {
  const columns = dataset.columns.flatMap((_, c) => {
    const seen = observed.columns[c];
    const held = dataset.deltas.columns[c];
    return seen && held ? [{ seen, held }] : [];
  });
  const { start } = dataset.deltas;
  const sources = new Int32Array(observed.rows).fill(-1);
  for (let o = 0; o < observed.rows; o++) {
    const k = observed.key[o] as number;
    const preferred = expected.winner[k] as number;
    for (let r = (start[k + 1] as number) - 1; r >= (start[k] as number); r--) {
      if (!columns.every(({ seen, held }) => seen[o] === held[r])) continue;
      if (sources[o] === -1 || r === preferred) sources[o] = r;
    }
  }
  return sources;
}
