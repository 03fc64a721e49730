import { parseDateText } from './date-text';
import { isEmptyCell, isEmptyWord } from './empty-cell';
import { parseNumberText } from './number-text';

/** A record as it was cut: its cells and the 1-based physical line on which it begins. */
export interface RawRecord {
  readonly cells: string[];
  readonly line: number;
}

/** Where the header stands among a file's first records, by index; null where none of them is one. */
export interface HeaderChoice {
  readonly header: number | null;
  /** Where none is: the record that looks most like one. */
  readonly likely: number | null;
}

/** Share of the first records that must have a width for it to be one of the file's. */
const USUAL = 0.2;
/** Records that are enough where they lack a cell or two: a column was appended below them. */
const SEVERAL = 4;

/**
 * The header is the first record of names in the largest run of records of the file's own width; where that run begins
 * with values, the last record of names before it. A name is a text that is no number, no date and no word for an empty
 * cell, so that a row of values is never taken for a header. O(records × cells).
 */
export function findHeader(records: readonly RawRecord[]): HeaderChoice {
  const found = headerAmong(records, usualWidths(records, false));
  if (found.header !== null) return found;
  const narrower = headerAmong(records, usualWidths(records, true));
  return narrower.header === null ? (headerBelow(records) ?? narrower) : narrower;
}

/**
 * Where lines of another width stand above most records and hold values as these do: the header below the last of them.
 * Null where there is none.
 */
function headerBelow(records: readonly RawRecord[]): HeaderChoice | null {
  const width = commonestWidth(records).width;
  const below = records.findLastIndex(({ cells }) => cells.length > 1 && cells.length !== width) + 1;
  if (below === 0 || below * 2 > records.length) return null;
  const { header } = headerAmong(records.slice(below), new Set([width]));
  return header === null ? null : { header: header + below, likely: null };
}

function headerAmong(records: readonly RawRecord[], widths: ReadonlySet<number>): HeaderChoice {
  const fits = ({ cells }: RawRecord) => widths.has(cells.length);
  const full = records.map((record) => fits(record) && areNames(record.cells, 1));
  const named = full.includes(true)
    ? full
    : records.map((record) => fits(record) && areNames(record.cells, record.cells.length >> 1));
  const most = records.map((record) => fits(record) && areValues(record.cells, 2 / 3));
  const valued = most.includes(true) ? most : records.map((record) => fits(record) && areValues(record.cells, 1 / 2));
  const likely = named.indexOf(true);
  const first = valued.indexOf(true);
  if (first === -1) {
    const header = named.indexOf(true);
    return { header: header === -1 ? null : header, likely: null };
  }
  const { from, to } = largestRun(records, fits, valued);
  const begins = valued.indexOf(true, from);
  const within = named.indexOf(true, from);
  if (within !== -1 && within < begins && within < to) return { header: within, likely: null };
  const before = named.lastIndexOf(true, begins);
  if (before !== -1) return { header: before, likely: null };
  const narrower = narrowerHeader(records, begins);
  return narrower === null
    ? { header: null, likely: likely === -1 ? null : likely }
    : { header: narrower, likely: null };
}

/**
 * The commonest width of two cells and more, and every other that a good part of the records has; with `narrower` those
 * that lack a cell or two as well.
 */
function usualWidths(records: readonly RawRecord[], narrower: boolean): ReadonlySet<number> {
  const { counts, most, width: widest } = commonestWidth(records);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isUsual = (width: number, count: number) =>
    count === most || count >= USUAL * total || (narrower && count >= SEVERAL && width < widest && widest - width <= 2);
  return new Set([...counts].filter(([width, count]) => isUsual(width, count)).map(([width]) => width));
}

/** How many records of two cells and more each width has, the most that one has, and the first such width. */
function commonestWidth(records: readonly RawRecord[]) {
  const counts = new Map<number, number>();
  for (const { cells } of records) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const [width = 0] = [...counts].filter(([, count]) => count === most).map(([of]) => of);
  return { counts, most, width };
}

/** From the record after a gap or a misfit to the one before the next; the run with the most rows of values. */
function largestRun(
  records: readonly RawRecord[],
  fits: (record: RawRecord) => boolean,
  valued: readonly boolean[],
): { from: number; to: number } {
  let best = { from: 0, to: records.length, values: -1 };
  let from = 0;
  const end = (to: number) => {
    const values = valued.slice(from, to).filter(Boolean).length;
    if (values > best.values) best = { from, to, values };
    from = to;
  };
  records.forEach((record, i) => {
    const previous = records[i - 1];
    const gap =
      previous !== undefined && record.line > previous.line + 1 && previous.cells.every((cell) => !/[\r\n]/.test(cell));
    if (gap) end(i);
    if (!fits(record)) {
      end(i);
      from = i + 1;
    }
  });
  end(records.length);
  return best;
}

/** Names right above the values, one or two columns short: a column was appended and the header stayed. */
function narrowerHeader(records: readonly RawRecord[], begins: number): number | null {
  const above = records[begins - 1];
  const width = records[begins]?.cells.length ?? 0;
  return above && above.cells.length >= 2 && width - above.cells.length <= 2 && areNames(above.cells, 1)
    ? begins - 1
    : null;
}

/** Texts that are no values, and at most `empty` cells without one. */
function areNames(cells: readonly string[], empty: number): boolean {
  const filled = cells.filter((cell) => !isEmptyCell(cell));
  return (
    filled.length > 0 &&
    cells.length - filled.length <= empty &&
    !isCaption(cells) &&
    filled.every((cell) => !isValue(cell) && !isEmptyWord(cell))
  );
}

/** A number or a date among the cells, and at least this share of them filled. */
export function areValues(cells: readonly string[], share: number): boolean {
  const filled = cells.filter((cell) => !isEmptyCell(cell));
  return filled.length >= share * cells.length && !isCaption(cells) && filled.some(isValue);
}

/** "Account balance:" with what it captions behind it. */
function isCaption(cells: readonly string[]): boolean {
  return /:\s*$/.test(cells[0] ?? '');
}

function isValue(cell: string): boolean {
  return (
    parseNumberText(cell, '.') !== null ||
    parseNumberText(cell, ',') !== null ||
    parseDateText(cell, 'day-first') !== null ||
    parseDateText(cell, 'month-first') !== null
  );
}
