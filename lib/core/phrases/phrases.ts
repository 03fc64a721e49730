import { formatCount, groupDigits } from './amounts';

/** The joints of sentences: lists, plurals, possessives, ranges. Pure text; knows no fault and no findings. */

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** "first row", "first 1,000 rows". */
export function firstRows(count: number): string {
  return count === 1 ? 'first row' : `first ${formatCount(count)} rows`;
}

/** "1 user", "5,495 users". */
export function plural(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "AIQ's", "Johnny's Jeans'". */
export function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}'` : `${name}'s`;
}

/** "one" to "ten", then digits. */
export function numberWord(count: number): string {
  return NUMBER_WORDS[count] ?? formatCount(count);
}

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "a user", "an account". */
export function withArticle(noun: string): string {
  return /^(?:[aio]|e(?!u)|u(?!s|ni))/i.test(noun) && !/^one/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "total spend" from "total_spend". */
export function spoken(column: string): string {
  const words = column.replace(/[_\s-]+/g, ' ').trim();
  return words === '' ? column : words;
}

/** What the values of a column are called: "batch ids" of "batch_id", "updated_at values" of "updated_at". */
export function valuesOf(column: string): string {
  return /[_\s-]id$/i.test(column) ? `${spoken(column).slice(0, -2)}ids` : `${column} values`;
}

/**
 * A version as people read it: whole numbers with thousands separators, all else as written.
 * A calendar day written as digits (20240131) and whatever is longer than nine digits (a timestamp) stay as they are.
 */
export function formatVersion(version: string): string {
  if (!/^-?\d{1,9}$/.test(version) || /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(version)) return version;
  return version.startsWith('-') ? `\u2212${groupDigits(version.slice(1))}` : groupDigits(version);
}

/** "4,501–6,000", or "4,501" where both ends are the same. */
export function versionRange(min: string, max: string): string {
  return min === max ? formatVersion(min) : `${formatVersion(min)}\u2013${formatVersion(max)}`;
}

/** "row 5", "rows 1–500 and 701–2,519": 0-based ranges, end exclusive, told as 1-based data rows. Empty ranges are left out. */
export function rowRanges(ranges: readonly { readonly from: number; readonly to: number }[]): string {
  const told = ranges.filter((range) => range.to > range.from);
  const single = told.length === 1 && told.every((range) => range.to - range.from === 1);
  const parts = told.map(({ from, to }) =>
    to - from === 1 ? formatCount(to) : `${formatCount(from + 1)}\u2013${formatCount(to)}`,
  );
  return `${single ? 'row' : 'rows'} ${list(parts)}`;
}

/** " (any cut from row 1,230 to 1,236 gives the same table)"; empty where only one value does. `what` is "cut from row". */
export function sameNote(same: { readonly min: string; readonly max: string } | undefined, what: string): string {
  if (!same || same.min === same.max) return '';
  return ` (any ${what} ${formatVersion(same.min)} to ${formatVersion(same.max)} gives the same table)`;
}

/**
 * What a customer meets where newest rows had no effect: "so the newest values of some users are missing there". It holds
 * whether an older row stands in the place of the newest or none.
 */
export function newestMissing({ entity }: { readonly entity: { readonly many: string } }): string {
  return `so the newest values of some ${entity.many} are missing there`;
}

/** "AIQ's table". */
export function tableOf(of: {
  readonly side: 'ours' | 'theirs';
  readonly labels: { readonly ours: string; readonly theirs: string };
}): string {
  return `${possessive(of.labels[of.side])} table`;
}

/** ", in the rows from delta1.csv and delta3.csv"; empty where every file is meant. */
export function inRowsFrom(files: readonly string[] | undefined): string {
  return files ? `, in the rows from ${list(files)}` : '';
}
