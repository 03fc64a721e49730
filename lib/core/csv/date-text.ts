/** Dates and times as cells hold them. Nothing here passes through the runtime's own reader of dates, which guesses. */

export type DateOrder = 'day-first' | 'month-first';

export interface DateText {
  /** Whole seconds since 1970-01-01T00:00:00Z. A time without an offset counts as UTC. */
  readonly seconds: number;
  /** 0 to 999,999,999. */
  readonly nanoseconds: number;
  readonly form: 'year-month-day' | 'day-month-year' | 'month-day-year' | 'month-name';
  /** Day and month could change places, and another date would come out. */
  readonly open: boolean;
  /** Null where there is no time of day, else whether it says its offset. */
  readonly zoned: boolean | null;
  /** Minutes ahead of UTC that it says; 0 where it says none. */
  readonly offset: number;
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'januari', 'jän', 'janvier', 'janv', 'enero', 'ene', 'janeiro', 'gennaio', 'gen', 'styczeń'],
  [
    'february',
    'februar',
    'februari',
    'février',
    'fevrier',
    'févr',
    'fevr',
    'fév',
    'febrero',
    'fevereiro',
    'fev',
    'febbraio',
  ],
  ['march', 'märz', 'mär', 'mrz', 'maart', 'mrt', 'mars', 'marzo', 'março', 'marco', 'marzec'],
  ['april', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mei', 'mayo', 'maio', 'maggio', 'mag', 'maj'],
  ['june', 'juni', 'juin', 'junio', 'junho', 'giugno', 'giu'],
  ['july', 'juli', 'juillet', 'juil', 'julio', 'julho', 'luglio', 'lug'],
  ['august', 'août', 'aout', 'aoû', 'agosto', 'ago', 'augustus'],
  ['september', 'septembre', 'septiembre', 'setembro', 'set', 'settembre', 'sept'],
  ['october', 'oktober', 'okt', 'octobre', 'octubre', 'outubro', 'out', 'ottobre', 'ott'],
  ['november', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dezember', 'dez', 'décembre', 'decembre', 'déc', 'diciembre', 'dic', 'dezembro', 'dicembre'],
];
/** Month name, whole or by its first three letters, in lower case -> 1 to 12. */
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, m) => names.flatMap((name) => [name, name.slice(0, 3)].map((text) => [text, m + 1] as const))),
);

const TIME =
  '(?:(?:[Tt]|,? +)(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?';
const HALF = ' ?(?<half>[AaPp]\\.?[Mm]\\.?)?';
const OFFSET =
  ' ?(?<utc>Z|z|UTC|GMT)?(?:(?<sign>[+-])(?<hours>\\d{2})(?::?(?<minutes>\\d{2}))?)?(?: \\([\\w .+-]+\\))?)?';
const TAIL = `${TIME}${HALF}${OFFSET}$`;
const WEEKDAY = '^(?:\\p{L}{2,9}\\.?,? )?';

const YEAR_FIRST = new RegExp(`^(?<year>\\d{4})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})${TAIL}`, 'u');
const COMPACT =
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})[Tt](?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?(?<utc>Z|z)?(?:(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2}))?$/;
const YEAR_LAST = new RegExp(`^(?<a>\\d{1,2})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<year>\\d{4}|\\d{2})${TAIL}`, 'u');
const DAY_NAME = new RegExp(
  `${WEEKDAY}(?<day>\\d{1,2})\\.?[ /-]?(?<name>\\p{L}{3,9})\\.?,?[ /-]?(?<year>\\d{4}|\\d{2})${TAIL}`,
  'u',
);
const NAME_DAY = new RegExp(
  `${WEEKDAY}(?<name>\\p{L}{3,9})\\.?[ /-](?<day>\\d{1,2})(?:st|nd|rd|th)?(?:, ?|[ /-])(?<year>\\d{4})${TAIL}`,
  'u',
);

const ALL_DIGITS = /^\d+$/;

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * The date that a cell holds: "2024-02-29", "2024-02-29 13:05", "2024-02-29T13:05:07.250+02:00", "29/2/2024 1:05 PM",
 * "29-FEB-24", "Feb 29, 2024". Where day and month are both numbers and the year is last, `order` says which comes
 * first. Null for anything else, and for days that no calendar has.
 */
export function parseDateText(cell: string, order: DateOrder = 'day-first'): DateText | null {
  const text = cell.trim();
  if (text.length < 6 || text.length > 64) return null;
  const first = text.charCodeAt(0);
  if (first < 48 || (first > 57 && first < 65)) return null;
  if (first <= 57) {
    if (ALL_DIGITS.test(text)) return null;
    const fifth = text.charCodeAt(4);
    if (fifth === 45 || fifth === 47 || fifth === 46) {
      const found = YEAR_FIRST.exec(text)?.groups;
      if (found) return dated(found, found['month'], found['day'], 'year-month-day', false);
    }
    const last = YEAR_LAST.exec(text)?.groups;
    if (last) return yearLast(last, order);
    const compact = COMPACT.exec(text)?.groups;
    if (compact) return dated(compact, compact['month'], compact['day'], 'year-month-day', false);
  }
  if (!/\p{L}/u.test(text)) return null;
  const named = (DAY_NAME.exec(text) ?? NAME_DAY.exec(text))?.groups;
  const month = named && MONTH_OF.get((named['name'] ?? '').toLowerCase());
  return named && month !== undefined ? dated(named, String(month), named['day'], 'month-name', false) : null;
}

function yearLast(found: Groups, order: DateOrder): DateText | null {
  const { a = '', b = '', sep, year = '' } = found;
  // "1.2.10" is a version; a date with points has two digits each, or the whole year.
  if (sep === '.' && year.length === 2 && (a.length < 2 || b.length < 2)) return null;
  const open = a !== b && Number(a) <= 12 && Number(b) <= 12 && Number(a) !== Number(b);
  return order === 'day-first'
    ? dated(found, b, a, 'day-month-year', open)
    : dated(found, a, b, 'month-day-year', open);
}

function dated(
  found: Groups,
  monthText: string | undefined,
  dayText: string | undefined,
  form: DateText['form'],
  open: boolean,
): DateText | null {
  const { hour, half, utc, sign } = found;
  const number = (text: string | undefined) => Number(text ?? 0);
  const year = wholeYear(found['year'] ?? '');
  const [month, day] = [number(monthText), number(dayText)];
  const [minute, second] = [number(found['minute']), number(found['second'])];
  const [offsetHours, offsetMinutes] = [number(found['hours']), number(found['minutes'])];
  const hours = half === undefined ? number(hour) : hourOf(number(hour), half);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hours === null || hours > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) return null;
  const offset = (offsetHours * 60 + offsetMinutes) * (sign === '-' ? -1 : 1);
  const seconds = daysSinceEpoch(year, month, day) * 86_400 + (hours * 60 + minute - offset) * 60 + second;
  return {
    seconds: seconds + 0,
    nanoseconds: Number((found['fraction'] ?? '').padEnd(9, '0')),
    form,
    open,
    zoned: hour === undefined ? null : utc !== undefined || sign !== undefined,
    offset: offset + 0,
  };
}

/** Two digits are of 1970 to 2069, as in POSIX and Oracle's RR but for the pivot. */
function wholeYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year >= 70 ? 1900 + year : 2000 + year;
}

/** The hour of a 12-hour clock; null when it has none such. */
function hourOf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** How often the texts admit one order of day and month alone, and how often both with different dates. */
export interface OrderVotes {
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly open: number;
}

/** O(distinct texts). */
export function orderVotes(texts: Iterable<string>): OrderVotes {
  let [dayFirst, monthFirst, open] = [0, 0, 0];
  for (const text of texts) {
    const day = parseDateText(text, 'day-first');
    if (day && day.form !== 'day-month-year') continue;
    const month = parseDateText(text, 'month-first');
    if (day && !month) dayFirst++;
    else if (month && !day) monthFirst++;
    else if (day?.open) open++;
  }
  return { dayFirst, monthFirst, open };
}

/** What counts time from a moment on: seconds to nanoseconds since 1970, or a spreadsheet's days since 1899-12-30. */
export type CountedTime = 'seconds' | 'milliseconds' | 'microseconds' | 'nanoseconds' | 'days';

const DIGITS: Readonly<Record<Exclude<CountedTime, 'days'>, number>> = {
  seconds: 10,
  milliseconds: 13,
  microseconds: 16,
  nanoseconds: 19,
};

/** What a number would count if it were a time between 2001 and 2033 (days: 1982 to 2064); null where it would be none. */
export function countedTimeOf(text: string): CountedTime | null {
  const match = /^(\d+)(\.\d{1,12})?$/.exec(text.trim());
  if (!match) return null;
  const { length } = match[1] as string;
  const lead = Number((match[1] as string).slice(0, 2));
  const counted = (Object.keys(DIGITS) as Exclude<CountedTime, 'days'>[]).find((unit) => DIGITS[unit] === length);
  if (counted) return lead >= 10 && lead <= 19 ? counted : null;
  return length === 5 && lead >= 30 && lead <= 59 ? 'days' : null;
}

/** The time that a number counts; see `countedTimeOf`. Null when the text is no plain number. */
export function parseCountedTime(text: string, counts: CountedTime): Pick<DateText, 'seconds' | 'nanoseconds'> | null {
  const match = /^(\d{1,19})(?:\.(\d{1,12}))?$/.exec(text.trim());
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  if (counts === 'days') return spreadsheetTime(Number(whole), fraction);
  const places = 19 - DIGITS[counts];
  const nanoseconds =
    BigInt(whole) * 10n ** BigInt(places) + BigInt(fraction.padEnd(places, '0').slice(0, places) || '0');
  return { seconds: Number(nanoseconds / 1_000_000_000n), nanoseconds: Number(nanoseconds % 1_000_000_000n) };
}

/** A spreadsheet keeps about a tenth of a millisecond; its times are of whole milliseconds at best. */
function spreadsheetTime(days: number, fraction: string): Pick<DateText, 'seconds' | 'nanoseconds'> {
  const milliseconds = Math.round(Number(`0.${fraction || '0'}`) * 86_400_000);
  return {
    seconds: (days - 25_569) * 86_400 + Math.floor(milliseconds / 1000),
    nanoseconds: (milliseconds % 1000) * 1_000_000,
  };
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
