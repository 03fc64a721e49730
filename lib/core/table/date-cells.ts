import {
  type CountedTime,
  countedTimeOf,
  type DateOrder,
  type DateText,
  type OrderVotes,
  orderVotes,
  parseCountedTime,
  parseDateText,
} from '../csv/date-text';
import type { DateForm } from '../findings/premise';
import type { FileTexts } from './column-texts';

type Instant = Pick<DateText, 'seconds' | 'nanoseconds'> & Partial<Pick<DateText, 'offset' | 'zoned'>>;

/** A column's cells as times: by file and code, null where the text is none; null for a file without the column. */
export interface DateCells {
  readonly instants: readonly (readonly (Instant | null)[] | null)[];
  /** Cells that are neither empty nor times. */
  readonly refused: number;
  /** Form of each file's cells; null where it has none. */
  readonly forms: readonly (DateForm | null)[];
  /** Cells whose order of day and month is open, and those that admit one order only. */
  readonly open: number;
  readonly decided: number;
  /** Times of day with an offset, and without. */
  readonly zoned: number;
  readonly unzoned: number;
}

export function orderVotesOf(file: FileTexts, words: ReadonlySet<string>): OrderVotes {
  return orderVotes(file.values(words));
}

/**
 * What every file of which all numbers count time from one moment on counts; null for other files. A spreadsheet's days
 * are taken for such only where another file has dates.
 */
export function countedTimes(
  files: readonly (FileTexts | null)[],
  words: ReadonlySet<string>,
): readonly (CountedTime | null)[] {
  const counts = files.map((file) => {
    let kind: CountedTime | null = null;
    for (const text of file?.values(words) ?? []) {
      const own = countedTimeOf(text);
      if (own === null || (kind !== null && own !== kind)) return null;
      kind = own;
    }
    return kind;
  });
  const dated = files.some((file, f) => file && counts[f] === null && hasDates(file, words));
  return counts.map((kind) => (kind === 'days' && !dated ? null : kind));
}

function hasDates(file: FileTexts, words: ReadonlySet<string>): boolean {
  const values = file.values(words);
  return (
    values.length > 0 &&
    values.every((text) => (parseDateText(text, 'day-first') ?? parseDateText(text, 'month-first')) !== null)
  );
}

export function dateCells(
  files: readonly (FileTexts | null)[],
  words: ReadonlySet<string>,
  orders: readonly DateOrder[],
  counted: readonly (CountedTime | null)[],
): DateCells {
  let [refused, open, decided, zoned, unzoned] = [0, 0, 0, 0, 0];
  const forms: (DateForm | null)[] = [];
  const instants = files.map((file, f) => {
    if (!file) {
      forms.push(null);
      return null;
    }
    const seen = new Set<DateForm>();
    const counts = counted[f] ?? null;
    const order = orders[f] ?? 'day-first';
    const read = file.texts.map((text, code) => {
      const cells = file.cells[code] as number;
      if (cells === 0 || text.trim() === '' || words.has(text)) return null;
      if (counts) {
        seen.add(counts === 'days' ? 'serial' : 'epoch');
        return parseCountedTime(text, counts);
      }
      const date = parseDateText(text, order);
      if (!date) {
        refused += cells;
        return null;
      }
      seen.add(date.form);
      if (date.open) open += cells;
      else if (
        date.form !== 'year-month-day' &&
        parseDateText(text, order === 'day-first' ? 'month-first' : 'day-first') === null
      )
        decided += cells;
      if (date.zoned === true) zoned += cells;
      if (date.zoned === false) unzoned += cells;
      return date;
    });
    forms.push(seen.size === 0 ? null : seen.size === 1 ? ([...seen][0] as DateForm) : 'several');
    return read;
  });
  return { instants, refused, forms, open, decided, zoned, unzoned };
}

/** By file and row, minutes ahead of UTC; null where all say the same. */
export function offsetsOf(
  files: readonly (FileTexts | null)[],
  { instants }: DateCells,
): (Float64Array | null)[] | null {
  const all = new Set(instants.flatMap((file) => (file ?? []).flatMap((one) => (one ? [one.offset ?? 0] : []))));
  if (all.size < 2) return null;
  return files.map((file, f) => {
    const own = instants[f];
    return file && own ? Float64Array.from(file.column.cells.codes, (code) => own[code]?.offset ?? 0) : null;
  });
}

/** By file, which of day and month it writes first; null where not all of its cells write both so, without an offset. */
export function writtenOrders({ forms, instants }: DateCells): (DateOrder | null)[] {
  return forms.map((form, f) => {
    if (instants[f]?.some((one) => one?.zoned === true)) return null;
    return form === 'day-month-year' ? 'day-first' : form === 'month-day-year' ? 'month-first' : null;
  });
}

/** Digits of the second beyond the millisecond that some instant needs: 0, 3 or 6. */
export function finerDigits(cells: DateCells): 0 | 3 | 6 {
  let finest: 0 | 3 | 6 = 0;
  for (const file of cells.instants)
    for (const instant of file ?? []) {
      if (!instant || instant.nanoseconds % 1_000_000 === 0) continue;
      if (instant.nanoseconds % 1000 !== 0) return 6;
      finest = 3;
    }
  return finest;
}

/** The instant as a count of 10^-digits milliseconds since 1970, exact. */
export function instantUnits({ seconds, nanoseconds }: Instant, digits: 0 | 3 | 6): bigint {
  return BigInt(seconds) * 10n ** BigInt(3 + digits) + BigInt(nanoseconds) / 10n ** BigInt(6 - digits);
}
