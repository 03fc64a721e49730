import { assertNever } from '../assert-never';
import { MISSING } from '../decimal';
import type { VersionForm } from '../findings/fault-parameters';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';

const DAY = 86_400_000;

/** Whether another reading gives some version another value: only of dates, and only as the deltas write them. */
export function canMisread(dataset: Dataset, form: VersionForm): boolean {
  const column = dataset.columns[dataset.version];
  const versions = dataset.deltas.columns[dataset.version];
  if (column?.type !== 'date' || !versions) return false;
  switch (form) {
    case 'month-first':
    case 'day-first':
      return dataset.files.some(({ dateOrder }) => dateOrder === OTHER[form]);
    case 'seconds':
      return hasFractions(column, versions);
    case 'no-offset':
      return dataset.deltas.versionOffset !== null;
    default:
      return assertNever(form);
  }
}

const OTHER = { 'month-first': 'day-first', 'day-first': 'month-first' } as const;

const fractions = new WeakMap<Float64Array, boolean>();

function hasFractions(column: CaseColumn, versions: Float64Array): boolean {
  const known = fractions.get(versions);
  if (known !== undefined) return known;
  const read = readerOf(column);
  const found = versions.some((cell) => {
    if (cell === MISSING) return false;
    const { milliseconds, finer } = read(cell);
    return finer !== 0 || milliseconds % 1000 !== 0;
  });
  fractions.set(versions, found);
  return found;
}

const remembered = new WeakMap<Float64Array, Map<VersionForm, Float64Array>>();

/**
 * What the versions of the rows are compared by where they are read so. `month-first`: day and month change places where
 * the day could be a month, in files that write the day first; `day-first` the other way round. `seconds`: cut to the
 * second. `no-offset`: the time of day as it is written, whatever its offset. O(rows), once; O(rows log rows) where
 * versions are finer than numbers hold.
 */
export function misreadVersions(
  dataset: Dataset,
  rows: GroupedRows,
  versions: Float64Array,
  form: VersionForm,
): Float64Array {
  const known = remembered.get(versions) ?? new Map<VersionForm, Float64Array>();
  remembered.set(versions, known);
  const misread = known.get(form) ?? misreadAll(dataset, rows, versions, form);
  known.set(form, misread);
  return misread;
}

function misreadAll(dataset: Dataset, rows: GroupedRows, versions: Float64Array, form: VersionForm): Float64Array {
  const column = dataset.columns[dataset.version] as CaseColumn;
  const unit = 10 ** column.scale;
  const read = readerOf(column);
  const reading = readingOf(dataset, rows, form);
  const whole = new Float64Array(versions.length).fill(MISSING);
  const parts = new Float64Array(versions.length);
  for (let r = 0; r < versions.length; r++) {
    const cell = versions[r] as number;
    if (cell === MISSING) continue;
    const { milliseconds, finer } = read(cell);
    whole[r] = reading(milliseconds, r);
    parts[r] = form === 'seconds' ? 0 : finer;
  }
  if (column.wide) return ranked(whole, parts);
  return whole.map((milliseconds, r) => milliseconds * unit + (parts[r] as number));
}

/** The instant of a cell in whole milliseconds, and what is finer, in units of the column. */
function readerOf({ scale, wide }: CaseColumn): (cell: number) => { milliseconds: number; finer: number } {
  const unit = 10 ** scale;
  if (wide) {
    const instants = wide.map((count) => {
      const finer = ((count % BigInt(unit)) + BigInt(unit)) % BigInt(unit);
      return { milliseconds: Number((count - finer) / BigInt(unit)), finer: Number(finer) };
    });
    return (cell) => instants[cell] as { milliseconds: number; finer: number };
  }
  return (cell) => {
    const milliseconds = Math.floor(cell / unit);
    return { milliseconds, finer: cell - milliseconds * unit };
  };
}

function readingOf(
  { files }: Dataset,
  { file, versionOffset }: GroupedRows,
  form: VersionForm,
): (milliseconds: number, row: number) => number {
  switch (form) {
    case 'month-first':
    case 'day-first': {
      const days = new Map<number, number>();
      return (milliseconds, r) => {
        if (files[file[r] as number]?.dateOrder !== OTHER[form]) return milliseconds;
        const day = Math.floor(milliseconds / DAY);
        const turned = days.get(day) ?? turnedDay(day);
        days.set(day, turned);
        return milliseconds + (turned - day) * DAY;
      };
    }
    case 'seconds':
      return (milliseconds) => Math.floor(milliseconds / 1000) * 1000;
    case 'no-offset':
      return (milliseconds, r) => milliseconds + (versionOffset?.[r] ?? 0) * 60_000;
    default:
      return assertNever(form);
  }
}

/** The day, counted from 1970, whose day and month are those of the given one in each other's place; itself where there is none. */
function turnedDay(day: number): number {
  const date = new Date(day * DAY);
  const [month, ofMonth] = [date.getUTCMonth(), date.getUTCDate()];
  return ofMonth > 12 ? day : Date.UTC(date.getUTCFullYear(), ofMonth - 1, month + 1) / DAY;
}

/** Places in the order of two numbers a row; equal rows have equal places. */
function ranked(whole: Float64Array, parts: Float64Array): Float64Array {
  const apart = (a: number, b: number): number =>
    whole[a] === whole[b] ? (parts[a] as number) - (parts[b] as number) : (whole[a] as number) - (whole[b] as number);
  const places = new Float64Array(whole.length).fill(MISSING);
  let place = 0;
  const order = Array.from(whole.keys())
    .filter((r) => whole[r] !== MISSING)
    .sort(apart);
  order.forEach((r, i) => {
    if (i > 0 && apart(order[i - 1] as number, r) !== 0) place += 1;
    places[r] = place;
  });
  return places;
}
