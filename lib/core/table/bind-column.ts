import type { CsvColumn } from '../csv/csv-table';
import { parseDateText } from '../csv/date-text';
import { isEmptyCell } from '../csv/empty-cell';
import { type DecimalSign, decimalSignOf, decimalVotes, type NumberText, parseNumberText } from '../csv/number-text';
import { MAX_UNITS, MISSING, parseUnits } from '../decimal';
import type { CaseColumn, ColumnRole } from './case-tables';
import { sortNatural } from './natural-order';

/** A column's cells over all files of the case, with one type and one scale. */
export interface BoundColumn {
  readonly column: CaseColumn;
  /** For each file the value of each dictionary code, NaN where the type refuses the text; null: the file lacks the column. */
  readonly values: readonly (Float64Array | null)[];
  /** Cells of each file that the type refuses. */
  readonly refused: readonly number[];
}

/** Share of a version column's cells that may be refused before the column counts as text. */
const FEW = 0.01;

/**
 * Decides a column's type from every distinct text of every file, and values each once. A measure is a number; any other
 * column is a number or a date only if all its cells are (of a version: all but one in a hundred), else text.
 * @param tolerance largest difference that counts as equal, a decimal
 * @param unit what a number is shown in; undefined: the sign in its cells
 */
export function bindColumn(
  name: string,
  role: ColumnRole,
  files: readonly (CsvColumn | null)[],
  tolerance: string,
  unit?: string | null,
): BoundColumn {
  const texts = new ColumnTexts(files);
  const numbers = texts.numbers();
  const base = { name, role, scale: 0, unit: null, sign: null, texts: null, wide: null, tolerance: 0 };
  const few = role === 'version' ? texts.filled * FEW : 0;
  const refusedNumbers = texts.refused(numbers);
  if (role === 'measure' || (texts.filled > 0 && refusedNumbers === 0)) return numberColumn();
  const dates = texts.dates();
  const refusedDates = texts.refused(dates);
  if (texts.filled > 0 && refusedDates === 0) return dateColumn();
  if (refusedNumbers <= few && texts.filled > 0) return numberColumn();
  if (refusedDates <= few && texts.filled > 0 && !texts.finerThanDates) return dateColumn();
  const sorted = sortNatural([...new Set(texts.all().filter((text) => !isEmptyCell(text)))]);
  const rank = new Map(sorted.map((text, i) => [text, i]));
  return bound(
    { ...base, type: 'text', texts: sorted },
    texts.values((text) => rank.get(text) as number),
  );

  function numberColumn(): BoundColumn {
    const parsed = numbers.flatMap((file) => file ?? []).filter((number) => number !== null);
    const scale = commonScale(parsed);
    const signs = [...new Set(parsed.map((number) => number.unit))].filter((one) => one !== null);
    const sign = signs.length === 1 ? (signs[0] ?? null) : null;
    const wide = parsed.some((number) => !fits(number, scale)) ? sortedUnits(parsed, scale) : null;
    const index = wide && new Map(wide.map((value, i) => [value, i]));
    const values = numbers.map(
      (file) => file && Float64Array.from(file, (number) => (number ? unitsOf(number) : Number.NaN)),
    );
    const column: CaseColumn = {
      ...base,
      type: 'number',
      scale,
      unit: unit === undefined ? sign : unit,
      sign,
      wide,
      tolerance: toleranceUnits(tolerance, scale),
    };
    return bound(column, texts.withMissing(values));

    function unitsOf(number: NumberText): number {
      return index ? (index.get(bigUnits(number, scale)) as number) : smallUnits(number, scale);
    }
  }

  function dateColumn(): BoundColumn {
    const values = dates.map((file) => file && Float64Array.from(file, (date) => date ?? Number.NaN));
    return bound({ ...base, type: 'date' }, texts.withMissing(values));
  }

  function bound(column: CaseColumn, values: readonly (Float64Array | null)[]): BoundColumn {
    return {
      column,
      values,
      refused: values.map((file, f) => (file ? texts.count(f, (code) => Number.isNaN(file[code])) : 0)),
    };
  }
}

/** The distinct texts of one column in every file, and how many cells have each. */
class ColumnTexts {
  readonly #files: readonly (CsvColumn | null)[];
  readonly #cells: readonly (Int32Array | null)[];
  /** Cells that are not empty. */
  readonly filled: number;
  /** Whether some date is finer than a millisecond. */
  finerThanDates = false;

  constructor(files: readonly (CsvColumn | null)[]) {
    this.#files = files;
    this.#cells = files.map((file) => file && cellsByCode(file));
    this.filled = files.reduce(
      (sum, file, f) => sum + (file ? this.count(f, (code) => !isEmptyCell(file.dictionary[code] as string)) : 0),
      0,
    );
  }

  all(): string[] {
    return this.#files.flatMap((file) => file?.dictionary ?? []);
  }

  /** Cells of a file whose code meets the condition. */
  count(file: number, condition: (code: number) => boolean): number {
    let sum = 0;
    this.#cells[file]?.forEach((cells, code) => {
      if (condition(code)) sum += cells;
    });
    return sum;
  }

  /** Each file's decimal sign is decided by its own cells; where they do not, by those of all files. */
  numbers(): readonly (readonly (NumberText | null)[] | null)[] {
    const votes = this.#files.map((file) => decimalVotes(file?.dictionary ?? []));
    const everywhere = decimalSignOf(
      votes.reduce((a, b) => ({ point: a.point + b.point, comma: a.comma + b.comma }), { point: 0, comma: 0 }),
    );
    return this.#files.map((file, f) => {
      const own = votes[f];
      const sign: DecimalSign = own && own.point + own.comma > 0 ? decimalSignOf(own) : everywhere;
      return file?.dictionary.map((text) => parseNumberText(text, sign)) ?? null;
    });
  }

  /** Milliseconds; null for a text that is no date or finer than a millisecond. */
  dates(): readonly (readonly (number | null)[] | null)[] {
    const millisecondsOf = (text: string) => {
      const date = parseDateText(text);
      if (date && !date.exact) this.finerThanDates = true;
      return date?.exact ? date.milliseconds : null;
    };
    return this.#files.map((file) => file?.dictionary.map(millisecondsOf) ?? null);
  }

  /** Cells that are neither empty nor valued. */
  refused(values: readonly (readonly unknown[] | null)[]): number {
    return this.#files.reduce(
      (sum, file, f) =>
        sum +
        (file
          ? this.count(f, (code) => values[f]?.[code] === null && !isEmptyCell(file.dictionary[code] as string))
          : 0),
      0,
    );
  }

  values(rankOf: (text: string) => number): readonly (Float64Array | null)[] {
    return this.#files.map(
      (file) => file && Float64Array.from(file.dictionary, (text) => (isEmptyCell(text) ? MISSING : rankOf(text))),
    );
  }

  withMissing(values: readonly (Float64Array | null)[]): readonly (Float64Array | null)[] {
    return this.#files.map((file, f) => {
      const given = values[f];
      return file && given
        ? given.map((value, code) => (isEmptyCell(file.dictionary[code] as string) ? MISSING : value))
        : null;
    });
  }
}

function cellsByCode(column: CsvColumn): Int32Array {
  const cells = new Int32Array(column.dictionary.length);
  for (const code of column.codes) cells[code] = (cells[code] as number) + 1;
  return cells;
}

/**
 * Decimals that hold every value exactly. Trailing zeros do not count ("3500.0" beside "3500" has none), except that
 * amounts with cents keep two places when written so.
 */
function commonScale(numbers: readonly NumberText[]): number {
  let needed = 0;
  let written = 0;
  for (const number of numbers) {
    written = Math.max(written, number.scale);
    if (number.scale > needed) needed = Math.max(needed, neededScale(number));
  }
  return needed === 0 ? 0 : Math.max(needed, Math.min(written, 2));
}

function neededScale({ units, scale }: NumberText): number {
  if (BigInt(units) === 0n) return 0;
  const zeros = /0*$/.exec(units.toString())?.[0].length ?? 0;
  return Math.max(0, scale - zeros);
}

function fits(number: NumberText, scale: number): boolean {
  if (typeof number.units === 'number' && scale >= number.scale && scale - number.scale < 300) {
    return Math.abs(number.units) * 10 ** (scale - number.scale) <= MAX_UNITS;
  }
  const units = bigUnits(number, scale);
  return units <= BigInt(MAX_UNITS) && units >= -BigInt(MAX_UNITS);
}

function smallUnits(number: NumberText, scale: number): number {
  if (typeof number.units === 'number' && scale >= number.scale) return number.units * 10 ** (scale - number.scale);
  return Number(bigUnits(number, scale));
}

function bigUnits({ units, scale: own }: NumberText, scale: number): bigint {
  return scale >= own ? BigInt(units) * 10n ** BigInt(scale - own) : BigInt(units) / 10n ** BigInt(own - scale);
}

function sortedUnits(numbers: readonly NumberText[], scale: number): readonly bigint[] {
  return [...new Set(numbers.map((number) => bigUnits(number, scale)))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Rounded down, since a difference is a whole number of units. */
function toleranceUnits(tolerance: string, scale: number): number {
  const [whole = '0', fraction = ''] = tolerance.split('.');
  const units = parseUnits(`${whole}.${fraction.slice(0, scale)}`, scale);
  return units > BigInt(MAX_UNITS) ? MAX_UNITS : Number(units);
}
