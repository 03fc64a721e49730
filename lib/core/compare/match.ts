import type { Replayed } from '../pipeline/replayed';
import type { Dataset, GroupedRows } from '../table/dataset';

/** How far a replayed table and an observed one agree. */
export interface Match {
  /** Rows that are equal in every mapped column that the observed table has. */
  readonly rows: number;
  /** Rows of both together: for each key the larger number of rows. 0 residual means rows === of. */
  readonly of: number;
  /** Equal cells, presence counting as one, over all keys: finer than `rows`, to guide a search. */
  readonly cells: number;
}

/**
 * Compares by key, never by position. Where `mismatched` is given (by key id, zeroed by the caller), it is set to 1 for
 * each key that does not match. A key that neither has counts nowhere. O(rows + keys).
 */
export function matchTables(
  dataset: Dataset,
  replayed: Replayed,
  observed: GroupedRows,
  mismatched: Uint8Array | null = null,
): Match {
  const columns = comparedColumns(dataset, replayed, observed);
  const width = columns.length;
  const { winner, standing, given, rows: deltaRows } = replayed;
  const keys = winner.length;
  const known = observed.start.length - 1;
  let rows = 0;
  let of = 0;
  let cells = 0;
  for (let k = 0; k < keys; k++) {
    const from = k < known ? (observed.start[k] as number) : 0;
    const held = k < known ? (observed.start[k + 1] as number) - from : 0;
    if (given !== null && given[k] !== -1) {
      const extra = held - 1;
      rows += 1;
      of += 1 + extra;
      cells += extra === 0 ? width + 1 : 0;
      if (extra > 0 && mismatched) mismatched[k] = 1;
      continue;
    }
    const w = winner[k] as number;
    if (standing === null && held <= 1) {
      if (held === 0 && w === -1) {
        cells += width + 1;
        continue;
      }
      of += 1;
      if (held === 0 || w === -1) {
        if (mismatched) mismatched[k] = 1;
        continue;
      }
      let equal = 0;
      for (let c = 0; c < width; c++) {
        const { byKey, byRow, seen, tolerance } = columns[c] as ComparedColumn;
        const a = byKey === null ? (byRow[w] as number) : (byKey[k] as number);
        const b = seen[from] as number;
        if (a === b || (tolerance > 0 && Math.abs(a - b) <= tolerance)) equal += 1;
      }
      cells += equal + 1;
      if (equal === width) rows += 1;
      else if (mismatched) mismatched[k] = 1;
      continue;
    }
    const stand = standing === null ? (w === -1 ? [] : [w]) : standingRows(deltaRows, standing, k);
    const matched = matchBags(columns, stand, k, from, held, standing === null);
    rows += matched;
    of += Math.max(held, stand.length);
    if (matched === held && matched === stand.length) cells += width + 1;
    else {
      cells += (matched * (width + 1)) / Math.max(held, stand.length);
      if (mismatched) mismatched[k] = 1;
    }
  }
  return { rows, of, cells };
}

interface ComparedColumn {
  readonly byKey: Float64Array | null;
  readonly byRow: Float64Array;
  readonly seen: Float64Array;
  readonly tolerance: number;
}

function comparedColumns(dataset: Dataset, replayed: Replayed, observed: GroupedRows): ComparedColumn[] {
  const columns: ComparedColumn[] = [];
  dataset.columns.forEach((column, c) => {
    const seen = observed.columns[c];
    const byRow = replayed.values[c];
    if (seen && byRow)
      columns.push({
        byKey: replayed.composed[c] ?? null,
        byRow,
        seen,
        tolerance: column.tolerance,
      });
  });
  return columns;
}

function standingRows(rows: GroupedRows, standing: Uint8Array, k: number): number[] {
  const stand: number[] = [];
  for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) if (standing[r] === 1) stand.push(r);
  return stand;
}

/** Size of the largest one-to-one pairing of equal rows; greedy, which is exact while equality is. */
function matchBags(
  columns: readonly ComparedColumn[],
  stand: readonly number[],
  k: number,
  from: number,
  held: number,
  useComposed: boolean,
): number {
  const free = [...stand];
  let matched = 0;
  for (let o = from; o < from + held; o++) {
    const at = free.findIndex((r) =>
      columns.every(({ byKey, byRow, seen, tolerance }) => {
        const a = useComposed && byKey !== null ? (byKey[k] as number) : (byRow[r] as number);
        const b = seen[o] as number;
        return a === b || (tolerance > 0 && Math.abs(a - b) <= tolerance);
      }),
    );
    if (at === -1) continue;
    free.splice(at, 1);
    matched += 1;
  }
  return matched;
}
