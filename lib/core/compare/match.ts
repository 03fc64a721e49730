import type { Replayed } from '../pipeline/replayed';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { isTransitive, pairRows, sameCell } from '../table/equal';

/** How far a replayed table and an observed one agree. */
export interface Match {
  /** Rows that can be paired so that each pair is equal in every mapped column that the observed table has. */
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
  if (replayed.standing === null && replayed.given === null)
    return matchWinners(columns, replayed, observed, mismatched);
  const total = { rows: 0, of: 0, cells: 0 };
  for (let k = 0; k < replayed.winner.length; k++) matchKeyMutable(columns, replayed, observed, k, mismatched, total);
  return total;
}

/** Keys that are looked at before all are. */
const GLANCE = 2000;

/** Whether the two tables are equal; evenly spread keys are looked at first, for most tables differ there already. */
export function sameTables(dataset: Dataset, replayed: Replayed, observed: GroupedRows): boolean {
  const columns = comparedColumns(dataset, replayed, observed);
  const step = Math.max(1, Math.floor(replayed.winner.length / GLANCE));
  const glance = { rows: 0, of: 0, cells: 0 };
  for (let k = 0; k < replayed.winner.length; k += step) {
    matchKeyMutable(columns, replayed, observed, k, null, glance);
    if (glance.rows !== glance.of) return false;
  }
  const { rows, of } = matchTables(dataset, replayed, observed);
  return rows === of;
}

/** The common case, one row a key in the replay; keys with several observed rows go the long way. */
function matchWinners(
  columns: readonly ComparedColumn[],
  replayed: Replayed,
  observed: GroupedRows,
  mismatched: Uint8Array | null,
): Match {
  const { winner } = replayed;
  const equal = countEqualCells(columns, winner, observed);
  const keys = Math.min(winner.length, observed.start.length - 1);
  const flags = mismatched ?? new Uint8Array(winner.length);
  const several: number[] = [];
  const total = { rows: 0, of: 0, cells: 0 };
  tallyMutable(columns.length, equal, winner, observed.start, keys, flags, several, total);
  for (const k of several) matchKeyMutable(columns, replayed, observed, k, mismatched, total);
  for (let k = keys; k < winner.length; k++) matchKeyMutable(columns, replayed, observed, k, mismatched, total);
  return total;
}

/** Kept to one loop: the compiler then keeps it compiled. */
function tallyMutable(
  width: number,
  equal: Uint8Array,
  winner: Int32Array,
  start: Int32Array,
  keys: number,
  mismatched: Uint8Array,
  several: number[],
  total: { rows: number; of: number; cells: number },
): void {
  let rows = 0;
  let of = 0;
  let cells = 0;
  for (let k = 0; k < keys; k++) {
    const held = (start[k + 1] as number) - (start[k] as number);
    const stands = winner[k] !== -1;
    if (held > 1) several.push(k);
    else if (held === 1 && stands) {
      const same = equal[k] as number;
      of += 1;
      cells += same + 1;
      if (same === width) rows += 1;
      else mismatched[k] = 1;
    } else if (held === 0 && !stands) cells += width + 1;
    else {
      of += 1;
      mismatched[k] = 1;
    }
  }
  total.rows += rows;
  total.of += of;
  total.cells += cells;
}

/** Adds one key of any shape to the total. */
function matchKeyMutable(
  columns: readonly ComparedColumn[],
  { winner, standing, given, rows: deltaRows }: Replayed,
  observed: GroupedRows,
  k: number,
  mismatched: Uint8Array | null,
  total: { rows: number; of: number; cells: number },
): void {
  const known = k < observed.start.length - 1;
  const from = known ? (observed.start[k] as number) : 0;
  const held = known ? (observed.start[k + 1] as number) - from : 0;
  const w = winner[k] as number;
  const full = columns.length + 1;
  if (given !== null && given[k] !== -1) {
    total.rows += 1;
    total.of += held;
    if (held === 1) total.cells += full;
    else if (mismatched) mismatched[k] = 1;
    return;
  }
  const single = standing === null;
  const first = single ? w : (deltaRows.start[k] as number);
  const end = single ? (w === -1 ? w : w + 1) : (deltaRows.start[k + 1] as number);
  let stand = 0;
  let last = -1;
  for (let r = first; r < end; r++) {
    if (!single && standing[r] === 0) continue;
    stand += 1;
    last = r;
  }
  const most = Math.max(held, stand);
  if (most === 0) {
    total.cells += full;
    return;
  }
  if (held === 1 && stand === 1) {
    const equal = equalCells(columns, last, k, from, single);
    total.rows += equal === columns.length ? 1 : 0;
    total.of += 1;
    total.cells += 1 + equal;
    if (equal < columns.length && mismatched) mismatched[k] = 1;
    return;
  }
  const rows = single ? null : standingRows(standing, first, end);
  const matched = pairRows(
    stand,
    held,
    (i, j) => isEqualRow(columns, rows === null ? w : (rows[i] as number), k, from + j, single),
    columns.every(({ exact }) => exact),
  );
  total.rows += matched;
  total.of += most;
  total.cells += (matched * full) / most;
  if (matched < most && mismatched) mismatched[k] = 1;
}

function equalCells(columns: readonly ComparedColumn[], r: number, k: number, o: number, useComposed: boolean): number {
  let equal = 0;
  for (const column of columns) if (isEqualCell(column, r, k, o, useComposed)) equal += 1;
  return equal;
}

function isEqualRow(
  columns: readonly ComparedColumn[],
  r: number,
  k: number,
  o: number,
  useComposed: boolean,
): boolean {
  for (const column of columns) if (!isEqualCell(column, r, k, o, useComposed)) return false;
  return true;
}

function isEqualCell(
  { column, byKey, byRow, seen, exact }: ComparedColumn,
  r: number,
  k: number,
  o: number,
  useComposed: boolean,
): boolean {
  const a = useComposed && byKey !== null ? (byKey[k] as number) : (byRow[r] as number);
  const b = seen[o] as number;
  return a === b || (!exact && sameCell(column, a, b));
}

function standingRows(standing: Uint8Array, first: number, end: number): number[] {
  const rows: number[] = [];
  for (let r = first; r < end; r++) if (standing[r] === 1) rows.push(r);
  return rows;
}

/** By key id: columns in which the winner equals the first observed row; column by column, for the speed of it. */
function countEqualCells(columns: readonly ComparedColumn[], winner: Int32Array, observed: GroupedRows): Uint8Array {
  const keys = Math.min(winner.length, observed.start.length - 1);
  const equal = new Uint8Array(winner.length);
  for (const compared of columns) {
    const { byKey, byRow, seen, exact } = compared;
    if (!exact) addCloseMutable(equal, winner, compared, observed.start, keys);
    else if (byKey === null) addEqualRowsMutable(equal, winner, byRow, observed.start, seen, keys);
    else addEqualKeysMutable(equal, winner, byKey, observed.start, seen, keys);
  }
  return equal;
}

function addEqualRowsMutable(
  equal: Uint8Array,
  winner: Int32Array,
  byRow: Float64Array,
  start: Int32Array,
  seen: Float64Array,
  keys: number,
): void {
  for (let k = 0; k < keys; k++) {
    const w = winner[k] as number;
    const o = start[k] as number;
    if (w === -1 || o === start[k + 1]) continue;
    if (byRow[w] === seen[o]) equal[k] = (equal[k] as number) + 1;
  }
}

function addEqualKeysMutable(
  equal: Uint8Array,
  winner: Int32Array,
  byKey: Float64Array,
  start: Int32Array,
  seen: Float64Array,
  keys: number,
): void {
  for (let k = 0; k < keys; k++) {
    const o = start[k] as number;
    if (winner[k] === -1 || o === start[k + 1]) continue;
    if (byKey[k] === seen[o]) equal[k] = (equal[k] as number) + 1;
  }
}

function addCloseMutable(
  equal: Uint8Array,
  winner: Int32Array,
  { column, byKey, byRow, seen }: ComparedColumn,
  start: Int32Array,
  keys: number,
): void {
  for (let k = 0; k < keys; k++) {
    const w = winner[k] as number;
    const o = start[k] as number;
    if (w === -1 || o === start[k + 1]) continue;
    const cell = byKey === null ? (byRow[w] as number) : (byKey[k] as number);
    if (sameCell(column, cell, seen[o] as number)) equal[k] = (equal[k] as number) + 1;
  }
}

interface ComparedColumn {
  readonly column: CaseColumn;
  readonly byKey: Float64Array | null;
  readonly byRow: Float64Array;
  readonly seen: Float64Array;
  /** Equal cells are identical: the fast loops do. */
  readonly exact: boolean;
}

function comparedColumns(dataset: Dataset, replayed: Replayed, observed: GroupedRows): ComparedColumn[] {
  return dataset.columns.flatMap((column, c) => {
    const seen = observed.columns[c];
    const byRow = replayed.values[c];
    if (!seen || !byRow) return [];
    return [{ column, byKey: replayed.composed[c] ?? null, byRow, seen, exact: isTransitive([column]) }];
  });
}
