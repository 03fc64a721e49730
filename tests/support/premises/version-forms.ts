/**
 * How versions are written. A version is a count: of nanoseconds for dates, of the unit itself for numbers. Rows are
 * drawn on ticks, whole numbers from 0; a form makes counts of them that it can write without loss.
 */
export interface VersionForm {
  readonly name: string;
  readonly kind: 'number' | 'date' | 'word';
  /** What finer parts it does not write; dates of one grain can stand for each other. */
  readonly grain: string;
  /** Ticks of one file. */
  readonly window: number;
  /** Rises with the tick. */
  readonly count: (tick: number) => bigint;
  /** @param offset minutes east of UTC, for the forms that write them */
  readonly write: (count: bigint, offset: number) => string;
  /** No day is over 12, so that the order of day and month shows in no cell. */
  readonly undecidable: boolean;
  readonly offsets: readonly number[];
}

const MINUTE = 60_000_000_000n;
const DAY = 1440n * MINUTE;
const START = BigInt(Date.UTC(2024, 0, 9)) * 1_000_000n;

interface Moment {
  readonly year: string;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Nine digits. */
  readonly fraction: string;
}

function momentOf(count: bigint, offset: number): Moment {
  const local = count + BigInt(offset) * MINUTE;
  const date = new Date(Number(local / 1_000_000n));
  return {
    year: String(date.getUTCFullYear()),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    fraction: String(local % 1_000_000_000n).padStart(9, '0'),
  };
}

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG = 'January February March April May June July August September October November December'.split(' ');

const iso = (m: Moment) => `${m.year}-${two(m.month)}-${two(m.day)}`;
const clock = (m: Moment) => `${two(m.hour)}:${two(m.minute)}`;
const seconds = (m: Moment) => `${clock(m)}:${two(m.second)}`;
const twelve = (m: Moment, withSeconds: boolean) =>
  `${m.hour % 12 === 0 ? 12 : m.hour % 12}:${two(m.minute)}${withSeconds ? `:${two(m.second)}` : ''} ${m.hour < 12 ? 'AM' : 'PM'}`;
const zone = (offset: number) =>
  `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;

type Write = (moment: Moment, offset: number) => string;

const grains: Record<string, { readonly window: number; readonly count: (tick: number) => bigint }> = {
  day: { window: 60, count: (tick) => START + BigInt(tick) * DAY },
  minute: { window: 200, count: (tick) => START + BigInt(tick) * 433n * MINUTE },
  second: { window: 200, count: (tick) => START + BigInt(tick) * 25_997_000_000_000n },
  // Whole files within moments: only the last digits tell rows apart.
  millisecond: { window: 200, count: (tick) => START + BigInt(tick) * 7_000_000n },
  microsecond: { window: 200, count: (tick) => START + BigInt(tick) * 7_000n },
  nanosecond: { window: 200, count: (tick) => START + BigInt(tick) * 7n },
};

/** Twelve days a month, from 2024-01-01 on. */
const lowDays = {
  window: 40,
  count: (tick: number) =>
    BigInt(Date.UTC(2024, Math.floor(tick / 12), (tick % 12) + 1)) * 1_000_000n + BigInt(tick % 7) * 131n * MINUTE,
};

function date(name: string, grain: string, write: Write, offsets: readonly number[] = [0]): VersionForm {
  const { window, count } = grains[grain] ?? lowDays;
  const undecidable = grains[grain] === undefined;
  return {
    ...{ name, kind: 'date', grain, window, count, undecidable, offsets },
    write: (at, wished) => {
      const offset = offsets.includes(wished) ? wished : (offsets[0] ?? 0);
      return write(momentOf(at, offset), offset);
    },
  };
}

function number(
  name: string,
  count: (tick: number) => bigint,
  write: (count: bigint) => string = String,
  window = 200,
): VersionForm {
  return { name, kind: 'number', grain: name, window, count, write, undecidable: false, offsets: [0] };
}

export const integerForms: readonly VersionForm[] = [
  number('integers from 0', (tick) => BigInt(tick)),
  number('integers from 95', (tick) => BigInt(95 + tick * 3)),
  number('integers from 985', (tick) => BigInt(985 + tick)),
  number('large integers', (tick) => 81_234_567_000n + BigInt(tick) * 17n),
];

export const otherForms: readonly VersionForm[] = [
  number('epoch seconds', (tick) => 1_704_790_000n + BigInt(tick) * 977n),
  number('epoch milliseconds', (tick) => 1_704_790_000_123n + BigInt(tick) * 977_001n),
  number('epoch microseconds', (tick) => 1_704_790_000_123_456n + BigInt(tick) * 7n),
  number('epoch nanoseconds', (tick) => 1_704_790_000_123_456_789n + BigInt(tick) * 7n),
  number('spreadsheet days', (tick) => 45_300n + BigInt(tick), String, 60),
  number(
    'spreadsheet times',
    (tick) => 453_000_000n + BigInt(tick) * 3001n,
    (count) => `${count / 10_000n}.${String(count % 10_000n).padStart(4, '0')}`,
  ),
  {
    ...number(
      'words v1 … v12',
      (tick) => BigInt(tick + 1),
      (count) => `v${count}`,
      3,
    ),
    kind: 'word',
  },
];

const dmy = (separator: string) => (m: Moment) => [two(m.day), two(m.month), m.year].join(separator);
const mdy = (separator: string) => (m: Moment) => [two(m.month), two(m.day), m.year].join(separator);

export const dateForms: readonly VersionForm[] = [
  date('ISO date', 'day', iso),
  date('ISO minutes', 'minute', (m) => `${iso(m)} ${clock(m)}`),
  date('ISO seconds', 'second', (m) => `${iso(m)}T${seconds(m)}`),
  date('ISO seconds Z', 'second', (m) => `${iso(m)}T${seconds(m)}Z`),
  date('ISO milliseconds', 'millisecond', (m) => `${iso(m)}T${seconds(m)}.${m.fraction.slice(0, 3)}Z`),
  date('ISO microseconds', 'microsecond', (m) => `${iso(m)} ${seconds(m)}.${m.fraction.slice(0, 6)}`),
  date('ISO nanoseconds', 'nanosecond', (m) => `${iso(m)}T${seconds(m)}.${m.fraction}Z`),
  date('ISO one offset', 'second', (m, o) => `${iso(m)}T${seconds(m)}${zone(o)}`, [120]),
  date('ISO mixed offsets', 'second', (m, o) => `${iso(m)}T${seconds(m)}${zone(o)}`, [-480, 0, 60, 330]),
  date('day first /', 'day', dmy('/')),
  date('day first .', 'day', dmy('.')),
  date('day first -', 'day', dmy('-')),
  date('day first, minutes', 'minute', (m) => `${dmy('.')(m)} ${clock(m)}`),
  date('day first, seconds', 'second', (m) => `${dmy('/')(m)} ${seconds(m)}`),
  date('day first, two-digit years', 'day', (m) => `${two(m.day)}.${two(m.month)}.${m.year.slice(2)}`),
  date('month first /', 'day', mdy('/')),
  date('month first -', 'day', mdy('-')),
  date('month first, unpadded', 'day', (m) => `${m.month}/${m.day}/${m.year}`),
  date('month first, 12-hour', 'minute', (m) => `${m.month}/${m.day}/${m.year} ${twelve(m, false)}`),
  date('month first, 12-hour seconds', 'second', (m) => `${mdy('/')(m)} ${twelve(m, true)}`),
  date('month first, two-digit years', 'day', (m) => `${two(m.month)}/${two(m.day)}/${m.year.slice(2)}`),
  date('day first, 12-hour', 'minute', (m) => `${dmy('/')(m)} ${twelve(m, false)}`),
  date('month names', 'day', (m) => `${two(m.day)} ${MONTHS[m.month - 1] ?? ''} ${m.year}`),
  date('month names with dashes', 'day', (m) => `${two(m.day)}-${MONTHS[m.month - 1] ?? ''}-${m.year.slice(2)}`),
  date('month names before', 'day', (m) => `${MONTHS[m.month - 1] ?? ''} ${m.day}, ${m.year}`),
  date('long month names', 'minute', (m) => `${m.day} ${LONG[m.month - 1] ?? ''} ${m.year} ${clock(m)}`),
];

/** How a program that read them rightly writes such dates. */
const lowDaysIso = [date('ISO, no day over 12', 'low days', (m) => `${iso(m)} ${clock(m)}`)];

export const undecidableForms: readonly VersionForm[] = [
  date('day first, no day over 12', 'low days', (m) => `${dmy('/')(m)} ${clock(m)}`),
  date('month first, no day over 12', 'low days', (m) => `${mdy('/')(m)} ${clock(m)}`),
  date('day first with points, no day over 12', 'low days', (m) => `${dmy('.')(m)} ${clock(m)}`),
];

/** The date with its day and month exchanged; null where no such date is. */
export function exchanged(count: bigint): bigint | null {
  const { year, month, day } = momentOf(count, 0);
  if (day > 12) return null;
  const midnight = BigInt(Date.UTC(Number(year), month - 1, day)) * 1_000_000n;
  return BigInt(Date.UTC(Number(year), day - 1, month)) * 1_000_000n + (count - midnight);
}

/** Forms that write the same dates without loss. */
export function sameGrain(form: VersionForm): readonly VersionForm[] {
  return [...dateForms, ...lowDaysIso].filter(
    (other) => form.kind === 'date' && other !== form && other.grain === form.grain,
  );
}

export const badVersions = ['??', 'not yet', '#VALUE!'] as const;
