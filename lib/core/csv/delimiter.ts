import { MOST_COLUMNS } from '../limits';
import { areValues, findHeader } from './header-line';
import type { Delimiter, Newline } from './papa-parser';
import { splitRecords } from './split-records';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Records among which the header is looked for. */
const HEAD_RECORDS = 60;

/** The delimiter that a first line like `sep=;` names, which Excel writes and understands; null where there is none. */
export function namedDelimiter(sample: string): Delimiter | null {
  const [, named] = /^"?sep=(.)"?[\r\n]/i.exec(sample) ?? [];
  return DELIMITERS.find((delimiter) => delimiter === named) ?? null;
}

/**
 * The delimiter under which some record is a header, most hold a number or a date, and most have one and the same number
 * of cells; among equals the one that gives more columns. A decimal comma splits every row but the names above them, and
 * leaves whole cells glued together, which are no values. What stands above a header has other numbers of cells and does
 * not decide. One that gives more columns than a file may have is taken where no other splits anything. Null when none does.
 * @param among those that it may be
 * @param whole the sample is the whole text, so its last line counts as well
 */
export function detectDelimiter(
  sample: string,
  newline: Newline,
  whole: boolean,
  among: readonly Delimiter[] = DELIMITERS,
): Delimiter | null {
  let best: {
    readonly delimiter: Delimiter;
    readonly headed: number;
    readonly valued: number;
    readonly share: number;
    readonly columns: number;
  } | null = null;
  let beyond: Delimiter | null = null;
  for (const delimiter of among) {
    const records = splitRecords(sample, delimiter, newline, whole).filter(
      (cells) => cells.length > 1 || cells[0]?.trim() !== '',
    );
    const { columns, count } = commonestWidth(records);
    if (columns < 2) continue;
    if (columns > MOST_COLUMNS) {
      beyond ??= delimiter;
      continue;
    }
    const share = count / records.length;
    const { header } = findHeader(records.slice(0, HEAD_RECORDS).map((cells, i) => ({ cells, line: i + 1 })));
    const headed = header === null ? 0 : 1;
    const valued = records.filter((cells) => areValues(cells, 1 / 2)).length * 2 > records.length ? 1 : 0;
    const ahead: number = best
      ? headed - best.headed || valued - best.valued || share - best.share || columns - best.columns
      : 1;
    if (ahead > 0) best = { delimiter, headed, valued, share, columns };
  }
  return best?.delimiter ?? beyond;
}

/**
 * Cells that the text's first record has at least, where it does not end within the text under some delimiter, that of the
 * most; null: it ends under all.
 */
export function cellsOfUnfinished(sample: string, newline: Newline): number | null {
  const cells = DELIMITERS.filter((delimiter) => splitRecords(sample, delimiter, newline, false).length === 0).map(
    (delimiter) => splitRecords(sample, delimiter, newline, true)[0]?.length ?? 0,
  );
  return cells.length === 0 ? null : Math.max(...cells);
}

/** Of two cells and more; the widest among equals. */
function commonestWidth(records: readonly (readonly string[])[]): { readonly columns: number; readonly count: number } {
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = { columns: 0, count: 0 };
  for (const [columns, count] of counts)
    if (count > best.count || (count === best.count && columns > best.columns)) best = { columns, count };
  return best;
}
