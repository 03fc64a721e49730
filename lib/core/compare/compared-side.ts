import type { Replayed } from '../pipeline/replayed';
import type { Dataset, GroupedRows } from '../table/dataset';
import { isTransitive, sameCell } from '../table/equal';
import { rowEquality } from './row-equality';

/** First row of each key, by key id; -1: absent. */
export function firstRows(dataset: Dataset, observed: GroupedRows): Int32Array {
  const rows = new Int32Array(dataset.keys.count);
  for (let k = 0; k < rows.length; k++)
    rows[k] = observed.start[k] === observed.start[k + 1] ? -1 : (observed.start[k] as number);
  return rows;
}

/** How a table's row and a delta row of its key agree in the columns that both have. */
export type Likeness = 'identical' | 'equal' | null;

/** @returns how row o of the table and delta row r agree; `equal`: within the tolerances, see `sameCell`. O(columns) */
export function likenessTo(dataset: Dataset, observed: GroupedRows): (o: number, r: number) => Likeness {
  const columns = dataset.columns.flatMap((column, c) => {
    const seen = observed.columns[c];
    const held = dataset.deltas.columns[c];
    return seen && held ? [{ column, seen, held }] : [];
  });
  const transitive = isTransitive(columns.map(({ column }) => column));
  return (o, r) => {
    if (columns.every(({ seen, held }) => seen[o] === held[r])) return 'identical';
    if (transitive) return null;
    return columns.every(({ column, seen, held }) => sameCell(column, seen[o] as number, held[r] as number))
      ? 'equal'
      : null;
  };
}

/**
 * Delta row that each observed row equals, by row of `observed`; -1: none. Among several the expected row comes first,
 * then one that is identical before one that is equal within a tolerance, then the latest arrival. O(rows × columns).
 */
export function sourcesOf(dataset: Dataset, observed: GroupedRows, expected: Replayed): Int32Array {
  const likeness = likenessTo(dataset, observed);
  const { width, equal } = rowEquality(dataset.columns, dataset.deltas, observed);
  const { start } = dataset.deltas;
  const sources = new Int32Array(observed.rows).fill(-1);
  for (let o = 0; o < observed.rows; o++) {
    const k = observed.key[o] as number;
    const preferred = expected.winner[k] as number;
    if (o === observed.start[k] && preferred !== -1 && equal[preferred] === width) {
      sources[o] = preferred;
      continue;
    }
    let best: Likeness = null;
    for (let r = (start[k + 1] as number) - 1; r >= (start[k] as number); r--) {
      const own = likeness(o, r);
      if (own === null || (r !== preferred && best !== null && (best === own || own === 'equal'))) continue;
      sources[o] = r;
      best = own;
      if (r === preferred) break;
    }
  }
  return sources;
}
