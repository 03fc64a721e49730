/** ISO 8601 dates and date-times as cells hold them. */

interface DateText {
  /** Since 1970-01-01T00:00:00Z, whole. A time without an offset counts as UTC. */
  readonly milliseconds: number;
  /** False when the cell is finer than a millisecond, so that the count would lose some of it. */
  readonly exact: boolean;
}

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(?:(Z|z|UTC)|([+-])(\d{2})(?::?(\d{2}))?))?)?$/;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** "2024-02-29", "2024-02-29 13:05", "2024-02-29T13:05:07.250+02:00". Null for anything else, and for days no calendar has. */
export function parseDateText(cell: string): DateText | null {
  if (cell.charCodeAt(4) !== 45 && cell.charCodeAt(0) > 32) return null;
  const match = FORM.exec(cell.trim());
  if (!match) return null;
  const part = (group: number) => Number(match[group] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59)
    return null;
  if (part(10) > 23 || part(11) > 59) return null;
  const fraction = match[7] ?? '';
  const offset = (part(10) * 60 + part(11)) * (match[9] === '-' ? -1 : 1);
  const milliseconds =
    daysSinceEpoch(year, month, day) * DAY +
    (hour * 60 + minute - offset) * MINUTE +
    second * 1000 +
    Number(fraction.padEnd(3, '0').slice(0, 3));
  return { milliseconds: milliseconds || 0, exact: !/[1-9]/.test(fraction.slice(3)) };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysIn(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Howard Hinnant's days_from_civil: https://howardhinnant.github.io/date_algorithms.html */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}
