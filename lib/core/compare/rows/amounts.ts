import { ExactSum, MAX_UNITS, MISSING } from '../../decimal';
import { type CaseColumn, MEASURE } from '../../table/case-tables';
import type { GroupedRows } from '../../table/dataset';

/**
 * One amount a key, in the measure's units, indexed by key id; MISSING, or null among bigints, where there is no row or
 * none of its cells holds a value. Bigints only where doubles would not hold every amount exactly.
 */
export type Amounts = Float64Array | readonly (bigint | null)[];

/** Totals of the measure over each key's rows in one table; a key whose `row` is -1 has none. O(rows). */
export function totalsOfTable(column: CaseColumn, table: GroupedRows, row: Int32Array): Amounts {
  const { start } = table;
  return gather(column, table, row, (k) => [start[k] as number, start[k + 1] as number]);
}

/** The measure of one row a key; a key whose `row` is -1 has none. O(keys). */
export function amountsOfRows(column: CaseColumn, table: GroupedRows, row: Int32Array): Amounts {
  return gather(column, table, row, (k) => [row[k] as number, (row[k] as number) + 1]);
}

function gather(
  column: CaseColumn,
  table: GroupedRows,
  row: Int32Array,
  rangeOf: (k: number) => readonly [from: number, to: number],
): Amounts {
  const cells = table.columns[MEASURE] ?? null;
  const { wide } = column;
  const units = new Float64Array(row.length).fill(MISSING);
  if (cells === null) return units;
  let exact = wide === null;
  for (let k = 0; k < row.length && exact; k++) {
    if ((row[k] as number) < 0) continue;
    const [from, to] = rangeOf(k);
    let total = cells[from] as number;
    for (let r = from + 1; r < to; r++) {
      const cell = cells[r] as number;
      if (cell !== MISSING) total = total === MISSING ? cell : total + cell;
      if (Math.abs(total) > MAX_UNITS && total !== MISSING) exact = false;
    }
    units[k] = total;
  }
  if (exact) return units;
  return Array.from(row, (first, k) => {
    if (first < 0) return null;
    const [from, to] = rangeOf(k);
    let total: bigint | null = null;
    for (let r = from; r < to; r++) {
      const cell = cells[r] as number;
      if (cell !== MISSING) total = (total ?? 0n) + (wide ? (wide[cell] as bigint) : BigInt(cell));
    }
    return total;
  });
}

/** a - b by key, a missing amount counting 0; exact, and never missing. */
export function subtractAmounts(a: Amounts, b: Amounts): Amounts {
  if (a instanceof Float64Array && b instanceof Float64Array) {
    // Two values of at most 2^52 differ by at most 2^53, which a double still holds exactly.
    return a.map((units, k) => orZero(units) - orZero(b[k] as number));
  }
  return Array.from({ length: a.length }, (_, k) => (unitsOf(a, k) ?? 0n) - (unitsOf(b, k) ?? 0n));
}

function orZero(units: number): number {
  return units === MISSING ? 0 : units;
}

/** The amount of key k, null where it is missing. */
export function unitsOf(amounts: Amounts, k: number): bigint | null {
  const units = amounts[k] ?? null;
  if (typeof units !== 'number') return units;
  return units === MISSING ? null : BigInt(units);
}

/** Exact total over the given keys; a missing amount adds nothing. @param amounts as read, not a difference. */
export function sumAmounts(amounts: Amounts, ids: Int32Array): bigint {
  if (amounts instanceof Float64Array) {
    const sum = new ExactSum();
    for (const k of ids) sum.add(amounts[k] as number);
    return sum.total();
  }
  let total = 0n;
  for (const k of ids) total += unitsOf(amounts, k) ?? 0n;
  return total;
}

/** Doubles in the order of the amounts, equal where they are equal: what sorting needs. Missing comes first. */
export function ranksOfAmounts(amounts: Amounts): Float64Array {
  if (amounts instanceof Float64Array) return amounts;
  const distinct = [...new Set(amounts)].filter((units) => units !== null).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const rank = new Map<bigint, number>(distinct.map((units, r) => [units, r]));
  return Float64Array.from(amounts, (units) => (units === null ? MISSING : (rank.get(units) ?? MISSING)));
}

/** Their magnitudes; a missing amount stays missing. */
export function magnitudes(amounts: Amounts): Amounts {
  if (amounts instanceof Float64Array) return amounts.map((units) => (units === MISSING ? units : Math.abs(units)));
  return amounts.map((units) => (units !== null && units < 0n ? -units : units));
}
