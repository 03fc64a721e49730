import { MISSING } from '../decimal';
import type { Replayed } from '../pipeline/replayed';
import { replayedValue } from '../pipeline/replayed';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { isTransitive, pairRows, sameCell } from '../table/equal';
import { replayedRows } from './table-view';

/**
 * Key ids on which two replays give different rows, as 1s; ids that only one of them knows are the last. Exact whatever
 * the tolerances: what a fault changes has an amount, however small. O(keys).
 */
export function differingKeys(dataset: Dataset, a: Replayed, b: Replayed): Uint8Array {
  const keys = Math.max(a.winner.length, b.winner.length);
  const differs = new Uint8Array(keys);
  const same = sameness(
    dataset.columns.map((column) => ({ ...column, tolerance: 0 })),
    a,
    b,
  );
  for (let k = 0; k < keys; k++) differs[k] = same(k) ? 0 : 1;
  return differs;
}

/** Whether two replays give tables that are equal within the tolerances. Stops at the first difference. */
export function sameReplay(dataset: Dataset, a: Replayed, b: Replayed): boolean {
  const keys = Math.max(a.winner.length, b.winner.length);
  const onlyWinners = a.winner === b.winner && [a, b].every(({ standing, given }) => !standing && !given);
  if (onlyWinners && changedColumns(dataset.columns, a, b).length === 0) return true;
  const same = sameness(dataset.columns, a, b);
  for (let k = 0; k < keys; k++) if (!same(k)) return false;
  return true;
}

/** Columns in which a row that stands in both may hold two values. */
function changedColumns(columns: readonly CaseColumn[], a: Replayed, b: Replayed): number[] {
  return columns.flatMap(({ role }, c) =>
    role === 'condition' || (a.rows === b.rows && a.values[c] === b.values[c] && !a.composed[c] && !b.composed[c])
      ? []
      : [c],
  );
}

/** Whether two replays give the same rows of a key. Winners are compared first: cells of one row are not looked at. */
function sameness(columns: readonly CaseColumn[], a: Replayed, b: Replayed): (k: number) => boolean {
  const changed = changedColumns(columns, a, b);
  const all = columns.flatMap(({ role }, c) => (role === 'condition' ? [] : [c]));
  const sameRow = (k: number, x: number, y: number): boolean => {
    for (const c of a.rows === b.rows && x === y ? changed : all)
      if (!sameCell(columns[c] as CaseColumn, cellAt(a, c, k, x), cellAt(b, c, k, y))) return false;
    return true;
  };
  return (k) => {
    if ((a.given?.[k] ?? -1) !== (b.given?.[k] ?? -1)) return false;
    if ((a.given?.[k] ?? -1) !== -1) return true;
    const count = countAt(a, k);
    if (count !== countAt(b, k)) return false;
    if (count === 0) return true;
    if (count === 1) return sameRow(k, rowAt(a, k), rowAt(b, k));
    return sameBags(columns, rowsAt(columns, a, k), rowsAt(columns, b, k));
  };
}

/** Rows that stand for key k. */
function countAt({ winner, standing, rows }: Replayed, k: number): number {
  if (k >= winner.length) return 0;
  if (standing === null) return winner[k] === -1 ? 0 : 1;
  let count = 0;
  for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) count += standing[r] as number;
  return count;
}

/** The first row that stands for key k, which must have one. */
function rowAt({ winner, standing, rows }: Replayed, k: number): number {
  return standing === null ? (winner[k] as number) : standing.indexOf(1, rows.start[k]);
}

/** A column's cell of row r, which stands for key k. */
function cellAt(replayed: Replayed, c: number, k: number, r: number): number {
  return replayed.standing === null ? replayedValue(replayed, c, k) : (replayed.values[c]?.[r] ?? MISSING);
}

function rowsAt(columns: readonly CaseColumn[], replayed: Replayed, k: number): number[][] {
  return k < replayed.winner.length ? replayedRows(columns.length, replayed, k) : [];
}

function sameBags(columns: readonly CaseColumn[], a: readonly number[][], b: readonly number[][]): boolean {
  const same = (i: number, j: number) =>
    columns.every(
      (column, c) => column.role === 'condition' || sameCell(column, a[i]?.[c] as number, b[j]?.[c] as number),
    );
  return pairRows(a.length, b.length, same, isTransitive(columns)) === a.length;
}
