import type { CsvColumn, CsvTable } from '../csv/csv-table';
import { type DateOrder, orderVotes, parseDateText } from '../csv/date-text';
import { isEmptyCell, isEmptyWord } from '../csv/empty-cell';
import { decimalSignOf, decimalVotes, parseNumberText } from '../csv/number-text';

/** A file's columns as one case-wide name finds them; null where it lacks one. */
export type ColumnOf = (table: CsvTable, name: string) => CsvColumn | null;

/** A key's largest value of the candidate with the measure beside it, and those of all its rows. */
interface Newest {
  value: number;
  measure: number;
  readonly values: number[];
  readonly measures: number[];
}

/** Keys that are looked at: enough to see what nearly all of them do. */
const MOST_KEYS = 4000;
/** Keys with several rows that must be there for the data to say something. */
const LEAST_KEYS = 5;

/**
 * For each candidate, the share of keys with several rows for which a table holds the row with its largest value: of the
 * table for which that is most often so. A table that has the candidate must hold that value, one that has not that row's
 * measure. Null where too few keys say anything. O(rows × candidates) over the first keys.
 */
export function newestShares(
  deltas: readonly CsvTable[],
  tables: readonly CsvTable[],
  names: Names,
  columnOf: ColumnOf,
): ReadonlyMap<string, number | null> {
  const dayFirst = sharesUnder('day-first', deltas, tables, names, columnOf);
  const isOpen = names.candidates.some((name) =>
    deltas.some((table) => orderVotes(firstTexts(columnOf(table, name))).open > 0),
  );
  if (!isOpen) return dayFirst;
  const monthFirst = sharesUnder('month-first', deltas, tables, names, columnOf);
  const larger = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));
  return new Map(
    names.candidates.map((name) => [name, larger(dayFirst.get(name) ?? null, monthFirst.get(name) ?? null)]),
  );
}

/** Texts that are enough to see whether the order of day and month is open. */
function firstTexts(column: CsvColumn | null): string[] {
  return Array.from(
    { length: Math.min(200, column?.cells.distinct ?? 0) },
    (_, code) => column?.cells.text(code) ?? '',
  );
}

interface Names {
  readonly key: readonly string[];
  readonly measure: string;
  readonly candidates: readonly string[];
}

/** The same where 3/4/2026 is read in one order, unless the column itself says the other. */
function sharesUnder(
  order: DateOrder,
  deltas: readonly CsvTable[],
  tables: readonly CsvTable[],
  names: Names,
  columnOf: ColumnOf,
): ReadonlyMap<string, number | null> {
  const chosen = firstKeys(deltas, names.key, columnOf);
  const measures = deltas.map((table) => valuesOf(columnOf(table, names.measure), order));
  return new Map(
    names.candidates.map((candidate) => {
      const newest = new Map<string, Newest>();
      deltas.forEach((table, d) => {
        const values = valuesOf(columnOf(table, candidate), order);
        const keys = keysOf(table, names.key, columnOf);
        for (let r = 0; r < table.rows; r++) {
          const key = keys(r);
          if (key === null || !chosen.has(key)) continue;
          const value = values(r);
          const measure = measures[d]?.(r) ?? Number.NaN;
          const known = newest.get(key);
          if (Number.isNaN(value)) continue;
          if (!known) newest.set(key, { value, measure, values: [value], measures: [measure] });
          else {
            known.values.push(value);
            known.measures.push(measure);
            if (value > known.value) Object.assign(known, { value, measure });
          }
        }
      });
      const shares = tables
        .map((table) => shareHeld(table, newest, candidate, names, columnOf, order))
        .filter((one) => one !== null);
      return [candidate, shares.length === 0 ? null : Math.max(...shares)];
    }),
  );
}

function shareHeld(
  table: CsvTable,
  newest: ReadonlyMap<string, Newest>,
  candidate: string,
  names: { readonly key: readonly string[]; readonly measure: string },
  columnOf: ColumnOf,
  order: DateOrder,
): number | null {
  const own = columnOf(table, candidate);
  const values = valuesOf(own ?? columnOf(table, names.measure), order);
  const keys = keysOf(table, names.key, columnOf);
  let [right, of] = [0, 0];
  for (let r = 0; r < table.rows; r++) {
    const key = keys(r);
    const known = key === null ? undefined : newest.get(key);
    const held = values(r);
    // A row that is in none of the deltas says nothing of which of theirs counts.
    if (!known || new Set(known.values).size < 2 || !(own ? known.values : known.measures).includes(held)) continue;
    of += 1;
    if (held === (own ? known.value : known.measure)) right += 1;
  }
  return of < LEAST_KEYS ? null : right / of;
}

function firstKeys(deltas: readonly CsvTable[], key: readonly string[], columnOf: ColumnOf): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (const table of [...deltas].reverse()) {
    const keys = keysOf(table, key, columnOf);
    for (let r = 0; r < table.rows && chosen.size < MOST_KEYS; r++) {
      const text = keys(r);
      if (text !== null) chosen.add(text);
    }
  }
  return chosen;
}

/** A row's key as one text; null where a part is empty. */
function keysOf(table: CsvTable, key: readonly string[], columnOf: ColumnOf): (row: number) => string | null {
  const columns = key.map((name) => {
    const cells = columnOf(table, name)?.cells;
    return cells && { codes: cells.codes, texts: cells.texts() };
  });
  return (row) => {
    const parts = columns.map((column) => column?.texts[column.codes[row] as number] ?? '');
    return parts.some(isEmptyCell) ? null : JSON.stringify(parts);
  };
}

/** "v12", "rev-3": letters and one number. */
const NUMBERED = /^\p{L}{1,8}[ ._-]?(\d{1,15})$/u;

/** Share of cells that may be none. */
const FEW = 0.05;

/** Whether nearly every cell of the column is a number, a date, or letters and one number. */
export function canBeVersion({ cells, tally }: CsvColumn): boolean {
  if (tally.distinct < 2) return false;
  if (tally.others <= FEW * (tally.numbers + tally.dates)) return tally.numbers + tally.dates > 0;
  return cells.texts().every((text) => isEmptyCell(text) || NUMBERED.test(text));
}

/** A row's cell as the nearest double: a number, or the seconds of a date; NaN where it is neither. */
function valuesOf(column: CsvColumn | null, otherwise: DateOrder): (row: number) => number {
  if (!column) return () => Number.NaN;
  const { codes } = column.cells;
  const texts = column.cells.texts();
  const sign = decimalSignOf(decimalVotes(texts));
  let order: DateOrder | null = null;
  const byCode = texts.map((text) => {
    if (isEmptyCell(text) || isEmptyWord(text)) return Number.NaN;
    const numbered = NUMBERED.exec(text)?.[1];
    if (numbered !== undefined) return Number(numbered);
    const number = parseNumberText(text, sign);
    if (number) return Number(number.units) / 10 ** number.scale;
    if (order === null) {
      const votes = orderVotes(texts);
      order =
        votes.monthFirst === votes.dayFirst
          ? otherwise
          : votes.monthFirst > votes.dayFirst
            ? 'month-first'
            : 'day-first';
    }
    const date = parseDateText(text, order);
    return date ? date.seconds + date.nanoseconds / 1e9 : Number.NaN;
  });
  return (row) => byCode[codes[row] as number] ?? Number.NaN;
}
