import { assertNever } from '../../assert-never';
import { MISSING, parseUnits } from '../../decimal';
import type { Side } from '../../findings/findings';
import { compareNatural } from '../../natural-order';
import type { CaseColumn } from '../../table/case-tables';
import { isTransitive, pairRows, sameCell } from '../../table/equal';
import { dateCell } from '../../table/plain-text';
import { unitsOf } from './amounts';
import type { RowFilter } from './row-query';
import type { RowView, Standpoint } from './row-view';

export type KeyTest = (k: number) => boolean;

/**
 * A filter as a test of key ids. A file, cause or table that the case lacks selects nothing; a bound or a column name
 * that means nothing in this case throws.
 */
export function keyTest(view: RowView, filter: RowFilter): KeyTest {
  switch (filter.kind) {
    case 'expectedFile':
      return fromFile(view, 'expected', filter.file);
    case 'oursFile':
      return fromFile(view, 'ours', filter.file);
    case 'theirsFile':
      return fromFile(view, 'theirs', filter.file);
    case 'version':
      return versionWithin(view, filter.from, filter.to);
    case 'difference':
      return differenceWithin(view, filter.from, filter.to, filter.closed);
    case 'cause': {
      const cause = view.comparison[filter.side]?.cause;
      return (k) => filter.cause >= 0 && cause?.[k] === filter.cause;
    }
    case 'unexplained': {
      const unexplained = view.comparison[filter.side]?.unexplained;
      return (k) => unexplained?.[k] === 1;
    }
    case 'pattern': {
      const patterns = view.comparison[filter.side]?.patterns;
      // As many patterns as a byte has bits.
      return (k) => filter.pattern < 8 && (((patterns?.[k] ?? 0) >> filter.pattern) & 1) === 1;
    }
    case 'presence':
      return present(view, filter.value);
    case 'column':
      return columnDiffers(view, filter.column);
    default:
      return assertNever(filter);
  }
}

/** Keys that hold the text, in one part or across several as they are shown, whatever its case. */
export function keyContains(view: RowView, search: string): KeyTest {
  const holds = view.keyTexts().holding(search);
  return (k) => holds[k] === 1;
}

function fromFile(view: RowView, of: Standpoint, file: string): KeyTest {
  const index = view.comparison.dataset.files.findIndex(({ name }) => name === file);
  const files = view.files(of);
  return (k) => index >= 0 && files[k] === index;
}

function present(view: RowView, value: 'both' | 'onlyOurs' | 'onlyTheirs'): KeyTest {
  const ours = view.compared('ours').row;
  const theirs = view.compared('theirs').row;
  const inOurs = value !== 'onlyTheirs';
  const inTheirs = value !== 'onlyOurs';
  return (k) => (ours[k] as number) >= 0 === inOurs && (theirs[k] as number) >= 0 === inTheirs;
}

function versionWithin(view: RowView, from: string, to: string): KeyTest {
  const { columns, version } = view.comparison.dataset;
  const column = columns[version];
  if (!column) return () => false;
  const first = cellBound(column, from, 'first');
  const last = cellBound(column, to, 'last');
  const cells = view.cells('expected', version);
  return (k) => {
    const cell = cells[k] as number;
    return cell !== MISSING && cell >= first && cell <= last;
  };
}

/** The bound in the column's own doubles: every cell from the text on, or up to it, compares accordingly. */
function cellBound(column: CaseColumn, text: string, end: 'first' | 'last'): number {
  switch (column.type) {
    case 'number': {
      const units = unitsBound(text, column.scale, end === 'first' ? 'up' : 'down');
      return column.wide
        ? indexBound(column.wide, (value) => (value < units ? -1 : value > units ? 1 : 0), end)
        : safeBound(units);
    }
    case 'date': {
      const at = dateCell(column, text);
      if (Number.isNaN(at)) throw new Error(`not a date: ${text}`);
      return at;
    }
    case 'text':
      return indexBound(column.texts ?? [], (value) => compareNatural(value, text), end);
    default:
      return assertNever(column.type);
  }
}

/** `first`: index of the first value that is not before the bound; `last`: of the last that is not after it. Ascending. */
function indexBound<T>(values: readonly T[], against: (value: T) => number, end: 'first' | 'last'): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const side = against(values[middle] as T);
    if (end === 'first' ? side < 0 : side <= 0) low = middle + 1;
    else high = middle;
  }
  return end === 'first' ? low : low - 1;
}

function differenceWithin(view: RowView, from: string, to: string, closed: boolean): KeyTest {
  const { scale } = view.measure;
  const least = unitsBound(from, scale, 'up');
  const end = closed ? unitsBound(to, scale, 'down') + 1n : unitsBound(to, scale, 'up');
  const difference = view.difference();
  if (difference instanceof Float64Array) {
    const low = safeBound(least);
    const high = safeBound(end);
    return (k) => (difference[k] as number) >= low && (difference[k] as number) < high;
  }
  return (k) => {
    const units = unitsOf(difference, k) ?? 0n;
    return units >= least && units < end;
  };
}

/** A decimal, of any number of places, as a whole number of units. */
function unitsBound(text: string, scale: number, round: 'up' | 'down'): bigint {
  const places = text.split('.')[1]?.length ?? 0;
  const fine = parseUnits(text, Math.max(places, scale));
  const step = 10n ** BigInt(Math.max(places - scale, 0));
  const whole = fine / step;
  const rest = fine % step;
  if (rest === 0n) return whole;
  if (round === 'up') return rest > 0n ? whole + 1n : whole;
  return rest < 0n ? whole - 1n : whole;
}

/** As a double that compares with every safe integer as the bound does. */
function safeBound(units: bigint): number {
  if (units > BigInt(Number.MAX_SAFE_INTEGER) + 1n) return Number.POSITIVE_INFINITY;
  if (units < -BigInt(Number.MAX_SAFE_INTEGER) - 1n) return Number.NEGATIVE_INFINITY;
  return Number(units);
}

function columnDiffers(view: RowView, name: string): KeyTest {
  const { columns } = view.comparison.dataset;
  const c = columns.findIndex((column) => column.name === name);
  const column = columns[c];
  if (!column) throw new Error(`no such column: ${name}`);
  const both = present(view, 'both');
  const ours = view.compared('ours');
  const theirs = view.compared('theirs');
  const left = ours.rows.columns[c];
  const right = theirs.rows.columns[c];
  if (!left || !right) return () => false;
  const [inOurs, inTheirs] = [rowsOfKey(view, 'ours'), rowsOfKey(view, 'theirs')];
  return (k) => {
    if (!both(k)) return false;
    const a = ours.row[k] as number;
    const b = theirs.row[k] as number;
    const count = inOurs(k);
    if (count !== inTheirs(k)) return true;
    if (count === 1) return !sameCell(column, left[a] as number, right[b] as number);
    const same = (i: number, j: number) => sameCell(column, left[a + i] as number, right[b + j] as number);
    return pairRows(count, count, same, isTransitive([column])) < count;
  };
}

/** How many rows of a key are compared on a side: its table's, or the one that the expected table has. */
function rowsOfKey(view: RowView, side: Side): (k: number) => number {
  const start = view.standing(side)?.rows.start;
  return start ? (k) => (start[k + 1] as number) - (start[k] as number) : () => 1;
}
