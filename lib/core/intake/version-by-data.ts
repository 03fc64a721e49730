import type { CsvColumn, CsvTable } from '../csv/csv-table';
import { type DateOrder, orderVotes, parseDateText } from '../csv/date-text';
import { isEmptyCell, isEmptyWord } from '../csv/empty-cell';
import { decimalSignOf, decimalVotes, parseNumberText } from '../csv/number-text';
import { NumeralColumn } from '../csv/numeral-column';
import { TextFinder } from '../csv/text-finder';

/** A file's columns as one case-wide name finds them; null where it lacks one. */
export type ColumnOf = (table: CsvTable, name: string) => CsvColumn | null;

/** A key's largest value of the candidate with the measure beside it, and those of all its rows. */
interface Newest {
  value: number;
  measure: number;
  readonly values: number[];
  readonly measures: number[];
}

/** The rows of a table whose key is looked at, in file order, and the number of that key. */
interface ChosenRows {
  readonly rows: Int32Array;
  readonly keys: Int32Array;
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
  const columns = chooseKeys(deltas, names.key, columnOf);
  const chosen = new Map([...deltas, ...tables].map((table) => [table, columns(table)]));
  const dayFirst = sharesUnder('day-first', deltas, tables, chosen, names, columnOf);
  const isOpen = names.candidates.some((name) =>
    deltas.some((table) => orderVotes(columnOf(table, name)?.cells.firstTexts(FIRST_TEXTS) ?? []).open > 0),
  );
  if (!isOpen) return dayFirst;
  const monthFirst = sharesUnder('month-first', deltas, tables, chosen, names, columnOf);
  const larger = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));
  return new Map(
    names.candidates.map((name) => [name, larger(dayFirst.get(name) ?? null, monthFirst.get(name) ?? null)]),
  );
}

/** Texts that are enough to see whether the order of day and month is open. */
const FIRST_TEXTS = 200;

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
  chosen: ReadonlyMap<CsvTable, ChosenRows>,
  names: Names,
  columnOf: ColumnOf,
): ReadonlyMap<string, number | null> {
  const measures = deltas.map((table) => valuesOf(columnOf(table, names.measure), order));
  return new Map(
    names.candidates.map((candidate) => {
      const newest = new Map<number, Newest>();
      deltas.forEach((table, d) => {
        const values = valuesOf(columnOf(table, candidate), order);
        const { rows, keys } = chosen.get(table) as ChosenRows;
        rows.forEach((row, i) => {
          const key = keys[i] as number;
          const value = values(row);
          const measure = measures[d]?.(row) ?? Number.NaN;
          const known = newest.get(key);
          if (Number.isNaN(value)) return;
          if (!known) newest.set(key, { value, measure, values: [value], measures: [measure] });
          else {
            known.values.push(value);
            known.measures.push(measure);
            if (value > known.value) Object.assign(known, { value, measure });
          }
        });
      });
      const shares = tables
        .map((table) => shareHeld(table, chosen.get(table) as ChosenRows, newest, candidate, names, columnOf, order))
        .filter((one) => one !== null);
      return [candidate, shares.length === 0 ? null : Math.max(...shares)];
    }),
  );
}

function shareHeld(
  table: CsvTable,
  { rows, keys }: ChosenRows,
  newest: ReadonlyMap<number, Newest>,
  candidate: string,
  names: Pick<Names, 'measure'>,
  columnOf: ColumnOf,
  order: DateOrder,
): number | null {
  const own = columnOf(table, candidate);
  const values = valuesOf(own ?? columnOf(table, names.measure), order);
  let [right, of] = [0, 0];
  rows.forEach((row, i) => {
    const known = newest.get(keys[i] as number);
    const held = values(row);
    // A row that is in none of the deltas says nothing of which of theirs counts.
    if (!known || new Set(known.values).size < 2 || !(own ? known.values : known.measures).includes(held)) return;
    of += 1;
    if (held === (own ? known.value : known.measure)) right += 1;
  });
  return of < LEAST_KEYS ? null : right / of;
}

/**
 * The first keys of the deltas, the last delta's first; for a table the rows that have one of them. A row with an empty
 * part has no key. O(rows) a table.
 */
function chooseKeys(
  deltas: readonly CsvTable[],
  key: readonly string[],
  columnOf: ColumnOf,
): (table: CsvTable) => ChosenRows {
  const chosen = new Map<string, number>();
  const parts = key.map(() => new TextFinder());
  for (const table of [...deltas].reverse()) {
    const columns = key.map((name) => columnOf(table, name)?.cells ?? null);
    for (let r = 0; r < table.rows && chosen.size < MOST_KEYS; r++) {
      const texts = columns.map((cells) => cells?.at(r) ?? '');
      if (texts.some(isEmptyCell)) continue;
      const own = parts.map((part, p) => part.add(texts[p] as string)).join();
      if (!chosen.has(own)) chosen.set(own, chosen.size);
    }
  }
  return (table) => {
    const found = parts.map((part, p) => {
      const cells = columnOf(table, key[p] as string)?.cells;
      return cells ? part.find(cells) : null;
    });
    const rows: number[] = [];
    const keys: number[] = [];
    const [first, ...others] = found;
    for (let r = 0; first && r < table.rows; r++) {
      if (first[r] === -1 || others.some((ids) => !ids || ids[r] === -1)) continue;
      const own = chosen.get(found.map((ids) => ids?.[r]).join());
      if (own === undefined) continue;
      rows.push(r);
      keys.push(own);
    }
    return { rows: Int32Array.from(rows), keys: Int32Array.from(keys) };
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
  if (column.cells instanceof NumeralColumn) {
    const { cells } = column;
    return (row) => {
      const units = cells.units[row] as number;
      return units === cells.empty ? Number.NaN : units / 10 ** cells.scaleAt(row);
    };
  }
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
