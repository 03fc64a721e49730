import type { Replayed } from '../pipeline/replayed';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { isTransitive, pairRows, sameCell } from '../table/equal';
import { type RowEquality, rowEquality } from './row-equality';

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
 * each key that does not match. A key that neither has counts nowhere. Cells are looked at only in columns of which the
 * replay changes values, and of keys that have several rows. O(rows + keys).
 */
export function matchTables(
  dataset: Dataset,
  replayed: Replayed,
  observed: GroupedRows,
  mismatched: Uint8Array | null = null,
): Match {
  const compared = compare(dataset, replayed, observed);
  const total = { rows: 0, of: 0, cells: 0 };
  if (replayed.standing === null && replayed.given === null) {
    matchWinnersMutable(compared, replayed, observed, mismatched, total);
    return total;
  }
  if (replayed.standing !== null && replayed.given === null && compared.changed.length === 0) {
    matchStandingMutable(compared, replayed, replayed.standing, observed, mismatched, total);
    return total;
  }
  for (let k = 0; k < replayed.winner.length; k++) matchKeyMutable(compared, replayed, observed, k, mismatched, total);
  return total;
}

/** Where every arrived row stands as it was read; keys with several observed rows go the long way. */
function matchStandingMutable(
  compared: Compared,
  replayed: Replayed,
  standing: Uint8Array,
  observed: GroupedRows,
  mismatched: Uint8Array | null,
  total: Total,
): void {
  const { equal, width } = compared.own;
  const { start } = replayed.rows;
  const known = observed.start.length - 1;
  for (let k = 0; k < replayed.winner.length; k++) {
    const held = k < known ? (observed.start[k + 1] as number) - (observed.start[k] as number) : 0;
    if (held > 1) {
      matchKeyMutable(compared, replayed, observed, k, mismatched, total);
      continue;
    }
    let stand = 0;
    let most = 0;
    const end = start[k + 1] as number;
    for (let r = start[k] as number; r < end; r++) {
      if (standing[r] === 0) continue;
      stand += standing[r] as number;
      if ((equal[r] as number) > most) most = equal[r] as number;
    }
    if (stand === 0 && held === 0) {
      total.cells += width + 1;
      continue;
    }
    const matched = held === 1 && stand > 0 && most === width ? 1 : 0;
    const of = Math.max(stand, held);
    total.rows += matched;
    total.of += of;
    total.cells += held === 1 && stand === 1 ? most + 1 : (matched * (width + 1)) / of;
    if (matched < of && mismatched) mismatched[k] = 1;
  }
}

/** The common case, one row a key in the replay; keys with several observed rows go the long way. */
function matchWinnersMutable(
  compared: Compared,
  replayed: Replayed,
  observed: GroupedRows,
  mismatched: Uint8Array | null,
  total: Total,
): void {
  const { winner } = replayed;
  const keys = Math.min(winner.length, observed.start.length - 1);
  const several: number[] = [];
  const { start } = observed;
  if (compared.changed.length === 0)
    tallyMutable(compared.own, winner, winner, start, keys, mismatched, several, total);
  else {
    const equal = countEqualCells(compared, winner, observed);
    tallyMutable({ width: compared.columns.length, equal }, null, winner, start, keys, mismatched, several, total);
  }
  for (const k of several) matchKeyMutable(compared, replayed, observed, k, mismatched, total);
  for (let k = keys; k < winner.length; k++) matchKeyMutable(compared, replayed, observed, k, mismatched, total);
}

/**
 * Kept to one loop: the compiler then keeps it compiled.
 * @param row by key id, where in `equal` its cells are counted; null: by key id
 */
function tallyMutable(
  { width, equal }: Pick<RowEquality, 'width' | 'equal'>,
  row: Int32Array | null,
  winner: Int32Array,
  start: Int32Array,
  keys: number,
  mismatched: Uint8Array | null,
  several: number[],
  total: Total,
): void {
  let rows = 0;
  let of = 0;
  let cells = 0;
  for (let k = 0; k < keys; k++) {
    const held = (start[k + 1] as number) - (start[k] as number);
    const stands = winner[k] !== -1;
    if (held > 1) several.push(k);
    else if (held === 1 && stands) {
      const same = equal[row === null ? k : (row[k] as number)] as number;
      of += 1;
      cells += same + 1;
      if (same === width) rows += 1;
      else if (mismatched !== null) mismatched[k] = 1;
    } else if (held === 0 && !stands) cells += width + 1;
    else {
      of += 1;
      if (mismatched !== null) mismatched[k] = 1;
    }
  }
  total.rows += rows;
  total.of += of;
  total.cells += cells;
}

/** Adds one key of any shape to the total. */
function matchKeyMutable(
  compared: Compared,
  { winner, standing, given, rows: deltaRows }: Replayed,
  observed: GroupedRows,
  k: number,
  mismatched: Uint8Array | null,
  total: Total,
): void {
  const { columns } = compared;
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
    stand += single ? 1 : (standing[r] as number);
    last = r;
  }
  const most = Math.max(held, stand);
  if (most === 0) {
    total.cells += full;
    return;
  }
  if (held === 1 && stand === 1) {
    const equal = equalCells(compared, last, k, from, single);
    total.rows += equal === columns.length ? 1 : 0;
    total.of += 1;
    total.cells += 1 + equal;
    if (equal < columns.length && mismatched) mismatched[k] = 1;
    return;
  }
  const matched =
    held === 0 || stand === 0 ? 0 : pairStanding(compared, single ? null : standing, first, end, stand, k, from, held);
  total.rows += matched;
  total.of += most;
  total.cells += (matched * full) / most;
  if (matched < most && mismatched) mismatched[k] = 1;
}

/** Rows of the largest pairing between those of `first` to `end` that stand and as many as `held` observed ones. */
function pairStanding(
  compared: Compared,
  standing: Uint8Array | null,
  first: number,
  end: number,
  stand: number,
  k: number,
  from: number,
  held: number,
): number {
  const single = standing === null;
  if (held === 1) {
    for (let r = first; r < end; r++)
      if ((single || standing[r] !== 0) && equalCells(compared, r, k, from, single) === compared.columns.length)
        return 1;
    return 0;
  }
  if (stand === 1) {
    for (let r = first; r < end; r++) {
      if (!single && standing[r] === 0) continue;
      if (compared.changed.length === 0) return compared.own.held()[r] as number;
      for (let o = from; o < from + held; o++) if (isEqualRow(compared.columns, r, k, o, single)) return 1;
    }
    return 0;
  }
  if (stand === held && standsInOrder(compared, standing, first, end, k, from)) return stand;
  const rows = standing === null ? [first] : standingRows(standing, first, end);
  return pairRows(
    stand,
    held,
    (i, j) => isEqualRow(compared.columns, rows[i] as number, k, from + j, single),
    compared.columns.every(({ exact }) => exact),
  );
}

/** Whether each row that stands equals the observed row in its place: no other pairing is larger. */
function standsInOrder(
  { columns }: Compared,
  standing: Uint8Array | null,
  first: number,
  end: number,
  k: number,
  from: number,
): boolean {
  let o = from;
  for (let r = first; r < end; r++) {
    for (let copies = standing === null ? 1 : (standing[r] as number); copies > 0; copies--) {
      if (!isEqualRow(columns, r, k, o, standing === null)) return false;
      o += 1;
    }
  }
  return true;
}

/** Columns in which the row equals the key's first observed row `o`. */
function equalCells(
  { columns, own, changed }: Compared,
  r: number,
  k: number,
  o: number,
  useComposed: boolean,
): number {
  if (changed.length === 0) return own.equal[r] as number;
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
  for (let r = first; r < end; r++) for (let copies = standing[r] as number; copies > 0; copies--) rows.push(r);
  return rows;
}

/** By key id: columns in which the winner equals the first observed row. */
function countEqualCells(
  { columns, own, changed }: Compared,
  winner: Int32Array,
  observed: GroupedRows,
): RowEquality['equal'] {
  const keys = Math.min(winner.length, observed.start.length - 1);
  const equal = columns.length > 255 ? new Uint16Array(winner.length) : new Uint8Array(winner.length);
  if (changed.length === columns.length) {
    for (const column of columns) addCellsMutable(equal, winner, column, null, observed.start, keys);
    return equal;
  }
  addOwnMutable(equal, winner, own.equal, keys);
  for (const column of changed) addCellsMutable(equal, winner, column, column.own, observed.start, keys);
  return equal;
}

function addOwnMutable(equal: RowEquality['equal'], winner: Int32Array, own: RowEquality['equal'], keys: number): void {
  for (let k = 0; k < keys; k++) {
    const w = winner[k] as number;
    if (w !== -1) equal[k] = own[w] as number;
  }
}

/** Counts a column of which the replay changes values. @param instead the values that were counted so far */
function addCellsMutable(
  equal: RowEquality['equal'],
  winner: Int32Array,
  { column, byKey, byRow, seen, exact }: ComparedColumn,
  instead: Float64Array | null,
  start: Int32Array,
  keys: number,
): void {
  for (let k = 0; k < keys; k++) {
    const w = winner[k] as number;
    const o = start[k] as number;
    if (w === -1 || o === start[k + 1]) continue;
    const cell = byKey === null ? (byRow[w] as number) : (byKey[k] as number);
    const before = instead === null ? cell : (instead[w] as number);
    if (instead !== null && cell === before) continue;
    const other = seen[o] as number;
    const now = cell === other || (!exact && sameCell(column, cell, other)) ? 1 : 0;
    const was = instead !== null && (before === other || (!exact && sameCell(column, before, other))) ? 1 : 0;
    if (now !== was) equal[k] = (equal[k] as number) + now - was;
  }
}

interface Total {
  rows: number;
  of: number;
  cells: number;
}

/** How a replay and a table are compared. */
interface Compared {
  readonly columns: readonly ComparedColumn[];
  /** In how many of these columns each row, as it was read, equals the first observed one of its key. */
  readonly own: RowEquality;
  /** Those of which the replay changes values. */
  readonly changed: readonly ComparedColumn[];
}

interface ComparedColumn {
  readonly column: CaseColumn;
  readonly byKey: Float64Array | null;
  readonly byRow: Float64Array;
  /** By row, before the replay changed anything. */
  readonly own: Float64Array;
  readonly seen: Float64Array;
  /** Equal cells are identical. */
  readonly exact: boolean;
}

function compare(dataset: Dataset, replayed: Replayed, observed: GroupedRows): Compared {
  const columns = dataset.columns.flatMap((column, c): ComparedColumn[] => {
    const seen = observed.columns[c];
    const byRow = replayed.values[c];
    const own = replayed.rows.columns[c];
    if (!seen || !byRow || !own) return [];
    return [{ column, byKey: replayed.composed[c] ?? null, byRow, own, seen, exact: isTransitive([column]) }];
  });
  return {
    columns,
    own: rowEquality(dataset.columns, replayed.rows, observed),
    changed: columns.filter(({ byKey, byRow, own }) => byKey !== null || byRow !== own),
  };
}
