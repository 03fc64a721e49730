import { ExactSum, MAX_UNITS, MISSING } from '../decimal';
import { type Replayed, replayedValue } from '../pipeline/replayed';
import { type BoundCells, type CaseColumn, MEASURE } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';

/** Sums of the measure of a table's keys, in units; a fraction that a broken scale left is rounded to the unit. */
export interface MeasureReader {
  /** Sum over the key's rows; 0 when the table lacks the key. */
  of(k: number): bigint;
  /** The same as a number, where one row of the key stands and it is at most MAX_UNITS; null: ask `of`. */
  small(k: number): number | null;
  /** Sum over all rows. */
  total(): bigint;
}

function unitsOf(column: CaseColumn, cell: number): bigint {
  if (cell === MISSING) return 0n;
  return column.wide ? (column.wide[cell] as bigint) : BigInt(Math.round(cell));
}

function smallUnits(column: CaseColumn, cell: number): number | null {
  if (cell === MISSING) return 0;
  const units = Math.round(cell) + 0;
  return column.wide !== null || Math.abs(units) > MAX_UNITS ? null : units;
}

/** Rows that stand for key k in a replayed table, each as its values in the first so many case columns. */
export function replayedRows(columns: number, replayed: Replayed, k: number): number[][] {
  const cells = (of: (c: number) => number): number[] => Array.from({ length: columns }, (_, c) => of(c));
  if (replayed.standing === null) {
    if (replayed.winner[k] === -1) return [];
    return [cells((c) => replayedValue(replayed, c, k))];
  }
  const rows: number[][] = [];
  for (let r = replayed.rows.start[k] as number; r < (replayed.rows.start[k + 1] as number); r++) {
    for (let copies = replayed.standing[r] as number; copies > 0; copies--)
      rows.push(cells((c) => replayed.values[c]?.[r] ?? MISSING));
  }
  return rows;
}

const totals = new WeakMap<Replayed | GroupedRows, bigint>();

/** The total of a table that is asked for it again and again. */
function once(table: Replayed | GroupedRows, total: () => bigint): bigint {
  const known = totals.get(table) ?? total();
  totals.set(table, known);
  return known;
}

/** @param observed the table under judgement, of which the replay takes rows as given, always the same; null: none */
export function readReplayed(dataset: Dataset, replayed: Replayed, observed: GroupedRows | null): MeasureReader {
  const column = dataset.measure;
  const given = observed?.columns[MEASURE] ?? null;
  const of = (k: number): bigint => {
    const taken = replayed.given?.[k] ?? -1;
    if (taken !== -1 && given) return unitsOf(column, given[taken] as number);
    if (replayed.standing === null)
      return replayed.winner[k] === -1 ? 0n : unitsOf(column, replayedValue(replayed, MEASURE, k));
    let sum = 0n;
    for (let r = replayed.rows.start[k] as number; r < (replayed.rows.start[k + 1] as number); r++)
      sum += BigInt(replayed.standing[r] as number) * unitsOf(column, replayed.values[MEASURE]?.[r] ?? MISSING);
    return sum;
  };
  const single = replayed.given === null && replayed.standing === null;
  const small = (k: number): number | null => {
    if (!single) return null;
    return replayed.winner[k] === -1 ? 0 : smallUnits(column, replayedValue(replayed, MEASURE, k));
  };
  return { of, small, total: () => once(replayed, () => sumOver(column, replayed, of)) };
}

function sumOver(column: CaseColumn, replayed: Replayed, of: (k: number) => bigint): bigint {
  const simple = column.wide === null && replayed.given === null && replayed.standing === null;
  if (!simple) {
    let total = 0n;
    for (let k = 0; k < replayed.winner.length; k++) total += of(k);
    return total;
  }
  const sum = new ExactSum();
  for (let k = 0; k < replayed.winner.length; k++) {
    const value = replayedValue(replayed, MEASURE, k);
    sum.add(value === MISSING ? MISSING : Math.round(value));
  }
  return sum.total();
}

export function readGrouped(column: CaseColumn, rows: GroupedRows): MeasureReader {
  const measure = rows.columns[MEASURE] ?? null;
  return {
    of(k) {
      let sum = 0n;
      if (!measure || k >= rows.start.length - 1) return sum;
      for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++)
        sum += unitsOf(column, measure[r] as number);
      return sum;
    },
    small(k) {
      if (!measure || k >= rows.start.length - 1) return 0;
      const [from, to] = [rows.start[k] as number, rows.start[k + 1] as number];
      return from === to ? 0 : to - from > 1 ? null : smallUnits(column, measure[from] as number);
    },
    total: () => once(rows, () => totalOf(column, measure)),
  };
}

/** Exact sum of a column's cells, in units. */
export function totalOf(column: CaseColumn, cells: BoundCells | null): bigint {
  if (!cells) return 0n;
  if (column.wide) {
    let wide = 0n;
    for (const cell of cells) wide += unitsOf(column, cell);
    return wide;
  }
  const sum = new ExactSum();
  sum.addAll(cells);
  return sum.total();
}
