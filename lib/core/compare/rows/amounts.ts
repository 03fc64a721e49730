import { ExactSum, MAX_UNITS, MISSING } from '../../decimal';
import { type CaseColumn, MEASURE } from '../../table/case-tables';
import type { GroupedRows } from '../../table/dataset';
import { sortIds } from './sort-ids';

/**
 * One amount a key, in the measure's units, indexed by key id; MISSING, or null among bigints, where there is no row or
 * none of its cells holds a value. Bigints only where doubles would not hold every amount exactly.
 */
export type Amounts = Float64Array | readonly (bigint | null)[];

/** Totals of the measure over each key's rows in one table; a key whose `row` is -1 has none. O(rows). */
export function totalsOfTable(column: CaseColumn, table: GroupedRows, row: Int32Array): Amounts {
  return gather(column, table, row, table.start.subarray(1));
}

/** The measure of one row a key; a key whose `row` is -1 has none. O(keys). */
export function amountsOfRows(column: CaseColumn, table: GroupedRows, row: Int32Array): Amounts {
  return gather(column, table, row, null);
}

/** @param end where the rows of each key that begin with `row` end, exclusive; null: after that one. */
function gather(column: CaseColumn, table: GroupedRows, row: Int32Array, end: Int32Array | null): Amounts {
  const cells = table.columns[MEASURE] ?? null;
  const { wide } = column;
  const units = new Float64Array(row.length).fill(MISSING);
  if (cells === null) return units;
  let exact = wide === null;
  for (let k = 0; k < row.length && exact; k++) {
    const from = row[k] as number;
    if (from < 0) continue;
    const to = end === null ? from + 1 : (end[k] as number);
    let total = cells[from] as number;
    for (let r = from + 1; r < to; r++) {
      const cell = cells[r] as number;
      if (cell !== MISSING) total = total === MISSING ? cell : total + cell;
      if (Math.abs(total) > MAX_UNITS && total !== MISSING) exact = false;
    }
    units[k] = total;
  }
  if (exact) return units;
  return Array.from(row, (from, k) => {
    if (from < 0) return null;
    const to = end === null ? from + 1 : (end[k] as number);
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
    const difference = new Float64Array(a.length);
    for (let k = 0; k < a.length; k++) difference[k] = orZero(a[k] as number) - orZero(b[k] as number);
    return difference;
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
  const near = Float64Array.from(amounts, (units) => (units === null ? MISSING : Number(units)));
  const order = sortIds(
    Int32Array.from(amounts, (_, k) => k),
    [{ values: near, descending: false }],
  );
  const ranks = new Float64Array(amounts.length);
  let rank = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    // Doubles cannot tell these apart; the amounts may.
    while (to < order.length && near[order[to] as number] === near[order[from] as number]) to++;
    const alike = Array.from(order.subarray(from, to)).sort((a, b) => compareUnits(amounts[a], amounts[b]));
    alike.forEach((k, i) => {
      if (i === 0 || amounts[k] !== amounts[alike[i - 1] as number]) rank += 1;
      ranks[k] = amounts[k] === null ? MISSING : rank;
    });
  }
  return ranks;
}

function compareUnits(a: bigint | null | undefined, b: bigint | null | undefined): number {
  if (a === b) return 0;
  if (a == null) return -1;
  if (b == null) return 1;
  return a < b ? -1 : 1;
}

/** Their magnitudes; a missing amount stays missing. */
export function magnitudes(amounts: Amounts): Amounts {
  if (amounts instanceof Float64Array) {
    const sizes = new Float64Array(amounts.length);
    for (let k = 0; k < sizes.length; k++) {
      const units = amounts[k] as number;
      sizes[k] = units === MISSING ? units : Math.abs(units);
    }
    return sizes;
  }
  return amounts.map((units) => (units !== null && units < 0n ? -units : units));
}
