import type { Replayed } from '../pipeline/replayed';
import { replayedValue } from '../pipeline/replayed';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { isTransitive, pairRows, sameCell } from '../table/equal';
import { type RowEquality, rowEquality } from './row-equality';

/** Ours against theirs, by key. Where one table was not given, the expected table stands in for it. */
export interface TableDifferences {
  readonly compared: number;
  readonly mismatched: number;
  readonly onlyOurs: number;
  readonly onlyTheirs: number;
  /** Keys with more than one row. */
  readonly duplicatedOurs: number;
  readonly duplicatedTheirs: number;
  /** 1 where the key is mismatched or on one side only. By key id. */
  readonly differs: Uint8Array;
  /** By case column: keys in both tables whose cells of it differ, but can be paired within the tolerance. */
  readonly hidden: readonly number[];
}

/** One table's rows by key: how many, and the cell of the i-th. */
interface Cells {
  count(k: number): number;
  has(column: number): boolean;
  cell(k: number, i: number, column: number): number;
}

/**
 * By key, never by position, in the columns that both tables have. A key is mismatched unless its rows in the one table
 * can be paired with those in the other, all of them, so that each pair is equal: see `pairRows`. O(rows × columns), and
 * the square of a key's rows where a table has it more than once.
 */
export function compareTables(dataset: Dataset, expected: Replayed): TableDifferences {
  const ours = dataset.ours ? groupedCells(dataset.ours) : null;
  const theirs = dataset.theirs ? groupedCells(dataset.theirs) : null;
  const stand = replayedCells(dataset, expected);
  const left = ours ?? stand;
  const right = theirs ?? stand;
  const columns = dataset.columns.flatMap((column, c) => (left.has(c) && right.has(c) ? [{ column, c }] : []));
  const asExpected = expectedInBoth(
    dataset,
    expected,
    columns.map(({ c }) => c),
  );
  const differs = new Uint8Array(dataset.keys.count);
  const hidden = dataset.columns.map(() => 0);
  const counts = { compared: 0, mismatched: 0, onlyOurs: 0, onlyTheirs: 0, duplicatedOurs: 0, duplicatedTheirs: 0 };
  for (let k = 0; k < differs.length; k++) {
    const a = left.count(k);
    const b = right.count(k);
    if (ours && a > 1) counts.duplicatedOurs += 1;
    if (theirs && b > 1) counts.duplicatedTheirs += 1;
    if (a === 0 && b === 0) continue;
    if (a === 0 || b === 0) {
      if (a === 0 && theirs) counts.onlyTheirs += 1;
      if (b === 0 && ours) counts.onlyOurs += 1;
      differs[k] = 1;
      continue;
    }
    counts.compared += 1;
    if (a === 1 && b === 1 && asExpected(k)) continue;
    if (equalRows(left, right, k, columns, hidden)) continue;
    counts.mismatched += 1;
    differs[k] = 1;
  }
  return { ...counts, differs, hidden };
}

/**
 * Whether both tables hold the expected row of a key in every column, so that no cell of it need be looked at. Never where a
 * tolerance may hide that they differ.
 */
function expectedInBoth(dataset: Dataset, { winner }: Replayed, columns: readonly number[]): (k: number) => boolean {
  const { ours, theirs, deltas } = dataset;
  const known = columns.every((c) => deltas.columns[c] && dataset.columns[c]?.tolerance === 0);
  if (!ours || !theirs || !known) return () => false;
  const [a, b] = [ours, theirs].map((table) => rowEquality(dataset.columns, deltas, table)) as [
    RowEquality,
    RowEquality,
  ];
  return (k) => {
    const w = winner[k] as number;
    return w !== -1 && a.equal[w] === a.width && b.equal[w] === b.width;
  };
}

interface Compared {
  readonly column: CaseColumn;
  readonly c: number;
}

function equalRows(left: Cells, right: Cells, k: number, columns: readonly Compared[], hidden: number[]): boolean {
  if (left.count(k) !== right.count(k)) return false;
  if (left.count(k) > 1) return equalBags(left, right, k, columns, hidden);
  let equal = true;
  for (const { column, c } of columns) {
    const a = left.cell(k, 0, c);
    const b = right.cell(k, 0, c);
    if (a === b) continue;
    if (sameCell(column, a, b)) hidden[c] = (hidden[c] as number) + 1;
    else equal = false;
  }
  return equal;
}

/** As `equalRows`, of a key that both tables have several times, and as often. */
function equalBags(left: Cells, right: Cells, k: number, columns: readonly Compared[], hidden: number[]): boolean {
  const rows = left.count(k);
  const paired = (own: readonly Compared[]): boolean => {
    const same = (i: number, j: number) =>
      own.every(({ column, c }) => sameCell(column, left.cell(k, i, c), right.cell(k, j, c)));
    return pairRows(rows, rows, same, isTransitive(own.map(({ column }) => column))) === rows;
  };
  for (const compared of columns) {
    const { column, c } = compared;
    if (column.tolerance === 0 || paired([{ column: { ...column, tolerance: 0 }, c }])) continue;
    if (paired([compared])) hidden[c] = (hidden[c] as number) + 1;
  }
  return paired(columns);
}

function groupedCells(rows: GroupedRows): Cells {
  return {
    count: (k) => (rows.start[k + 1] as number) - (rows.start[k] as number),
    has: (column) => rows.columns[column] !== null && rows.columns[column] !== undefined,
    cell: (k, i, column) => (rows.columns[column] as Float64Array)[(rows.start[k] as number) + i] as number,
  };
}

function replayedCells(dataset: Dataset, replayed: Replayed): Cells {
  return {
    count: (k) => (replayed.winner[k] === -1 ? 0 : 1),
    has: (column) => dataset.deltas.columns[column] !== null && dataset.deltas.columns[column] !== undefined,
    cell: (k, _i, column) => replayedValue(replayed, column, k),
  };
}
