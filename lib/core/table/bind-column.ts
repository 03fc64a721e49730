import { isEmptyCell } from '../csv/empty-cell';
import {
  type DecimalSign,
  type DecimalVotes,
  decimalVotes,
  type NumberText,
  parseNumberText,
} from '../csv/number-text';
import { MISSING } from '../decimal';
import type { Premise } from '../findings/premise';
import { sortNatural } from '../natural-order';
import { amountWriting } from './amount-writing';
import { bindNumerals } from './bind-numerals';
import { booleanTexts } from './boolean-cells';
import type { BoundColumn } from './bound-column';
import type { CaseColumn } from './case-tables';
import { type Decided, decimalsOf, ordersOf } from './cell-forms';
import { datePremises, numberPremises, openDecimals, openOrders } from './column-premises';
import type { CellReading, ColumnSpec, Forms } from './column-spec';
import { emptyWordsOfTexts, type FileTexts } from './column-texts';
import {
  countedTimes,
  type DateCells,
  dateCells,
  finerDigits,
  instantUnits,
  offsetsOf,
  orderVotesOf,
  writtenOrders,
} from './date-cells';
import { bigUnits, commonScale, fits, smallUnits, sortedUnits, toleranceUnits } from './number-units';

/** Share of a version column's cells that may be no numbers before the column counts as text, and that must be dates. */
const FEW = 0.1;
const MOST = 0.5;

/**
 * Decides each column's type from every distinct text of every file, and values each text once. A measure is a number;
 * any other column is a number or a date only if all its cells are (of a version: most), else text. One convention holds
 * for a file where its cells decide it.
 * @param tables by file, whether it is a table rather than a delta
 * @param names by file
 */
export function bindColumns(
  specs: readonly ColumnSpec[],
  tables: readonly boolean[],
  names: readonly string[],
  reading: CellReading,
): readonly BoundColumn[] {
  const numerals = specs.map((spec) => bindNumerals(spec, reading));
  if (numerals.every((column) => column !== null)) return numerals;
  const others = bindTexts(specs, tables, names, reading, (s) => numerals[s] === null);
  return numerals.map((column, s) => column ?? (others[s] as BoundColumn));
}

/** The same for those of `which`, from their texts; the other columns are looked at for how numbers are written. */
function bindTexts(
  specs: readonly ColumnSpec[],
  tables: readonly boolean[],
  names: readonly string[],
  reading: CellReading,
  which: (s: number) => boolean,
): readonly (BoundColumn | null)[] {
  const words = specs.map(({ files }) => wordsOf(files, reading));
  const decimals = specs.map(({ files }, s) =>
    files.map((file) => file && decimalVotes(file.values(words[s] as Set<string>))),
  );
  const signs = decimals.map((votes) => decimalsOf(votes, decimals, tables, reading.decimal));
  const numbers = specs.map(({ files }, s) =>
    files.map(
      (file, f) =>
        (which(s) ? file : null)?.texts.map((text) => parseNumberText(text, signs[s]?.[f]?.value ?? '.')) ?? null,
    ),
  );
  const refusedNumbers = specs.map(({ files }, s) =>
    refusals(files, words[s] as Set<string>, (f, code) => numbers[s]?.[f]?.[code] === null),
  );
  const orders = specs.map(({ files }, s) =>
    files.map((file) => (file && refusedNumbers[s] !== 0 ? orderVotesOf(file, words[s] as Set<string>) : null)),
  );
  return specs.map((spec, s) => {
    if (!which(s)) return null;
    return bindColumn(spec, {
      names,
      reading,
      words: words[s] as Set<string>,
      votes: decimals[s] as readonly (DecimalVotes | null)[],
      signs: signs[s] as readonly Decided<DecimalSign>[],
      numbers: numbers[s] as Forms['numbers'],
      refusedNumbers: refusedNumbers[s] as number,
      orders: ordersOf(orders[s] ?? [], orders, tables, reading.dateOrder),
    });
  });
}

function wordsOf(files: readonly (FileTexts | null)[], { empty }: CellReading): Set<string> {
  if (empty === null) return new Set(files.flatMap((file) => file?.emptyWords() ?? []));
  const given = new Set(empty.map((word) => word.trim()));
  return new Set(files.flatMap((file) => file?.texts.filter((text) => given.has(text.trim())) ?? []));
}

function bindColumn(spec: ColumnSpec, forms: Forms): BoundColumn {
  const { name, role, files, tolerance, unit } = spec;
  const { words, reading, numbers, refusedNumbers } = forms;
  const filled = sum(files, (file) => file.count((text) => !isEmptyCell(text) && !words.has(text)));
  const base = { name, role, scale: 0, unit: null, sign: null, texts: null, wide: null, tolerance: 0 };
  const counted = role === 'measure' ? [] : countedTimes(files, words);
  const units = new Set(counted.filter((kind, f) => kind !== null && (files[f]?.values(words).length ?? 0) > 0));
  if (role === 'measure' || (filled > 0 && refusedNumbers === 0 && units.size < 2)) return numberColumn();
  const dates = dateCells(
    files,
    words,
    forms.orders.map(({ value }) => value),
    counted,
  );
  if (filled > 0 && dates.refused === 0) return dateColumn(dates);
  const booleans = (role === 'attribute' || role === 'condition') && filled > 0 ? booleanTexts(files, words) : null;
  if (booleans) return booleanColumn(booleans);
  if (role === 'version' && filled > 0) {
    if (refusedNumbers <= FEW * filled) return numberColumn();
    if (dates.refused < MOST * filled) return dateColumn(dates);
  }
  return textColumn();

  function numberColumn(): BoundColumn {
    const isValue = (f: number, code: number) => isUsed(files[f], code, words);
    const own = numbers.map((file, f) =>
      (file ?? []).filter((number, code): number is NumberText => number !== null && isValue(f, code)),
    );
    const parsed = own.flat();
    const scale = commonScale(parsed);
    const signs = [...new Set(parsed.map((number) => number.unit))].filter((one) => one !== null);
    const sign = signs.length === 1 ? (signs[0] ?? null) : null;
    const wide = parsed.some((number) => !fits(number, scale))
      ? sortedUnits(parsed.map((number) => bigUnits(number, scale)))
      : null;
    const index = wide && new Map(wide.map((value, i) => [value, i]));
    const column: CaseColumn = {
      ...base,
      type: 'number',
      scale,
      unit: unit === undefined ? sign : unit,
      sign,
      ...(parsed.some(({ separator }) => separator !== null) ? { separated: true } : {}),
      wide,
      tolerance: toleranceUnits(tolerance, scale),
    };
    const unitsOf = (number: NumberText) =>
      index ? (index.get(bigUnits(number, scale)) ?? Number.NaN) : smallUnits(number, scale);
    const amounts = own.map((file, f) => amountWriting(file, forms.signs[f]?.value ?? '.'));
    const numbered = bound(
      column,
      valuesOf((f, code) => {
        const number = numbers[f]?.[code] ?? null;
        return number && isValue(f, code) ? unitsOf(number) : null;
      }),
      [...emptyPremise(words), ...numberPremises(spec, forms), ...writtenTwoWays(parsed, scale)],
      { decimal: openDecimals(forms), dateOrder: 0 },
    );
    return role === 'measure' ? { ...numbered, amounts } : numbered;
  }

  function dateColumn(cells: DateCells): BoundColumn {
    const digits = finerDigits(cells);
    const wide =
      digits === 6
        ? sortedUnits(
            cells.instants.flatMap((file) => (file ?? []).flatMap((one) => (one ? [instantUnits(one, digits)] : []))),
          )
        : null;
    const index = wide && new Map(wide.map((value, i) => [value, i]));
    const dated = bound(
      { ...base, type: 'date', scale: digits, wide },
      valuesOf((f, code) => {
        const instant = cells.instants[f]?.[code] ?? null;
        if (!instant) return null;
        const count = instantUnits(instant, digits);
        return index ? (index.get(count) as number) : Number(count);
      }),
      [...emptyPremise(words), ...datePremises(spec, cells, filled, forms)],
      { decimal: 0, dateOrder: openOrders(cells, forms) },
    );
    if (role !== 'version') return dated;
    return { ...dated, written: { offsets: offsetsOf(files, cells), orders: writtenOrders(cells) } };
  }

  function booleanColumn(meanings: ReadonlyMap<string, 'true' | 'false'>): BoundColumn {
    return bound(
      { ...base, type: 'text', texts: ['false', 'true'] },
      valuesOf((f, code) => {
        const meaning = meanings.get(files[f]?.texts[code] ?? '');
        return meaning === undefined ? null : meaning === 'true' ? 1 : 0;
      }),
      [...emptyPremise(words), { code: 'writing', column: name, as: 'boolean', settledBy: 'cells' }],
      { decimal: 0, dateOrder: 0 },
    );
  }

  function textColumn(): BoundColumn {
    const empty = new Set(reading.empty === null ? emptyWordsOfTexts(files) : words);
    const texts = sortNatural([...new Set(files.flatMap((file) => file?.values(empty) ?? []))]);
    const rank = new Map(texts.map((text, i) => [text, i]));
    return bound(
      { ...base, type: 'text', texts },
      valuesOf((f, code) => rank.get(files[f]?.texts[code] ?? '') ?? null, empty),
      [
        ...emptyPremise(empty),
        ...(role === 'version' && filled > 0
          ? [{ code: 'version-order', column: name, as: 'text', settledBy: 'assumed', cells: 0, of: filled } as const]
          : []),
      ],
      { decimal: 0, dateOrder: 0 },
    );
  }

  /** By file and code: `read`, MISSING where the cell is empty, NaN where it is neither. */
  function valuesOf(read: (f: number, code: number) => number | null, empty: ReadonlySet<string> = words) {
    return files.map((file, f) => {
      if (!file) return null;
      return Float64Array.from(file.texts, (text, code) =>
        isEmptyCell(text) || empty.has(text) ? MISSING : (read(f, code) ?? Number.NaN),
      );
    });
  }

  function bound(
    column: CaseColumn,
    /** By file and code. */
    values: readonly (Float64Array | null)[],
    premises: readonly Premise[],
    open: BoundColumn['open'],
  ): BoundColumn {
    return {
      column,
      values: files.map((file, f) => {
        const own = values[f];
        return file && own ? Float64Array.from(file.column.cells.codes, (code) => own[code] as number) : null;
      }),
      refused: files.map((file, f) => file?.count((_, code) => Number.isNaN(values[f]?.[code])) ?? 0),
      premises,
      open,
    };
  }

  function emptyPremise(empty: ReadonlySet<string>): Premise[] {
    const used = [...empty];
    const cells = sum(files, (file) => file.count((text) => empty.has(text)));
    if (cells === 0) return [];
    const spelled = [...new Set(used.map((word) => word.trim()))];
    return [
      { code: 'empty', column: name, words: spelled, settledBy: reading.empty === null ? 'cells' : 'given', cells },
    ];
  }

  /** Whole numbers that one file writes with a point and zeros. */
  function writtenTwoWays(parsed: readonly NumberText[], scale: number): Premise[] {
    if (role !== 'attribute' || scale > 0 || !parsed.some((number) => number.scale > 0)) return [];
    return [{ code: 'writing', column: name, as: 'number', settledBy: 'cells' }];
  }
}

function sum(files: readonly (FileTexts | null)[], of: (file: FileTexts) => number): number {
  return files.reduce((total, file) => total + (file ? of(file) : 0), 0);
}

function isUsed(file: FileTexts | null | undefined, code: number, words: ReadonlySet<string>): boolean {
  const text = file?.texts[code] ?? '';
  return (file?.cells[code] ?? 0) > 0 && !isEmptyCell(text) && !words.has(text);
}

/** Cells that are neither empty nor read. */
function refusals(
  files: readonly (FileTexts | null)[],
  words: ReadonlySet<string>,
  refuses: (f: number, code: number) => boolean,
): number {
  return files.reduce(
    (total, file, f) =>
      total + (file?.count((text, code) => refuses(f, code) && !isEmptyCell(text) && !words.has(text)) ?? 0),
    0,
  );
}
