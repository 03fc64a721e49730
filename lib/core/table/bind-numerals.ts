import { type CountedTime, countedTimeOf } from '../csv/date-text';
import { type Numeral, numeralOf, numeralText } from '../csv/numeral';
import { NumeralColumn } from '../csv/numeral-column';
import { MAX_UNITS, MISSING } from '../decimal';
import type { AmountWriting } from './amount-writing';
import type { BoundColumn } from './bound-column';
import type { BoundCells } from './case-tables';
import type { CellReading, ColumnSpec } from './column-spec';
import type { FileTexts } from './column-texts';
import { neededScale, scaleOf, toleranceUnits } from './number-units';

/**
 * The column where it is one of numbers and every cell of every file is a numeral that says one thing under any reading:
 * what `bindColumns` gives for it, without looking at a text. Null: it has to look. O(rows)
 */
export function bindNumerals(
  { name, role, files, tolerance, unit }: ColumnSpec,
  { empty }: CellReading,
): BoundColumn | null {
  if (empty?.some((word) => word.trim() === '' || numeralOf(word.trim()) !== null)) return null;
  const ranges: (Range | null)[] = [];
  for (const file of files) {
    const range = file && rangeOf(file);
    if (file && range === null) return null;
    ranges.push(range);
  }
  const filled = ranges.filter((range) => range !== null).filter(({ cells }) => cells > 0);
  if (role !== 'measure' && (filled.length === 0 || new Set(filled.map(countedTime)).size > 1)) return null;
  const needed = Math.max(0, ...filled.map((range) => range.needed));
  const written = Math.max(0, ...filled.map((range) => range.written));
  const scale = scaleOf(needed, written);
  if (filled.some((range) => range.most * 10 ** (scale - range.needed) > MAX_UNITS)) return null;
  return {
    column: {
      name,
      role,
      type: 'number',
      scale,
      unit: unit ?? null,
      sign: null,
      texts: null,
      wide: null,
      tolerance: toleranceUnits(tolerance, scale),
    },
    values: ranges.map((range) => range && valuesOf(range, scale)),
    refused: files.map(() => 0),
    premises:
      role === 'attribute' && scale === 0 && written > 0
        ? [{ code: 'writing', column: name, as: 'number', settledBy: 'cells' }]
        : [],
    open: { decimal: 0, dateOrder: 0 },
    ...(role === 'measure' ? { amounts: ranges.map((range) => range && writingOf(range)) } : {}),
  };
}

function writingOf({ cells, least, zeroEnded }: Range): AmountWriting | null {
  return cells === 0 || zeroEnded > least ? null : { decimal: '.', separator: null, decimals: least };
}

/** What the cells of one file that take part come to. */
interface Range {
  readonly column: NumeralColumn;
  /** 1 by row for rows that take no part; null: all take part. */
  readonly out: Uint8Array | null;
  /** Those that are not empty. */
  readonly cells: number;
  readonly min: Numeral;
  readonly max: Numeral;
  /** Largest magnitude, in units of `needed`. */
  readonly most: number;
  /** Decimals that hold every one, and the most that one is written with. */
  readonly needed: number;
  readonly written: number;
  /** The least decimals that one is written with, and the most of those that end in a zero. */
  readonly least: number;
  readonly zeroEnded: number;
}

/** Null where the cells are no numerals, or one might have its point between thousands: "1.234". */
function rangeOf({ column, out }: FileTexts): Range | null {
  const { cells } = column;
  if (!(cells instanceof NumeralColumn) || cells.width > 0) return null;
  const { units, scale: scales, empty, rows } = cells;
  if (scales === 0 && out === null && cells.facts.filled > 0) return rangeOfWhole(cells);
  const one = typeof scales === 'number' ? scales : null;
  let [count, needed, written] = [0, 0, 0];
  let [min, max]: [Numeral, Numeral] = [
    { units: 0, scale: 0 },
    { units: 0, scale: 0 },
  ];
  let [least, zeroEnded] = [Number.POSITIVE_INFINITY, 0];
  let [smallest, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let r = 0; r < rows; r++) {
    const value = units[r] as number;
    if (value === empty || out?.[r] === 1) continue;
    const scale = one ?? ((scales as Uint8Array)[r] as number);
    if (scale === 3 && Math.abs(value) >= 1000 && Math.abs(value) <= 999_999) return null;
    count++;
    if (scale < least) least = scale;
    if (scale > zeroEnded && value % 10 === 0) zeroEnded = scale;
    if (scale > written) written = scale;
    if (scale > needed) needed = Math.max(needed, neededScale({ units: value, scale }));
    const nearest = one === null ? value / 10 ** scale : value;
    if (nearest < smallest) {
      smallest = nearest;
      min = { units: value, scale };
    }
    if (nearest > largest) {
      largest = nearest;
      max = { units: value, scale };
    }
  }
  const magnitude = ({ units: value, scale }: Numeral) => Math.abs(value) * 10 ** (needed - scale);
  return {
    column: cells,
    out,
    cells: count,
    min,
    max,
    most: Math.max(magnitude(min), magnitude(max)),
    needed,
    written,
    least,
    zeroEnded,
  };
}

/** Of whole numbers all of which take part: what reading found of them says it all. */
function rangeOfWhole(column: NumeralColumn): Range {
  const { filled, min, max } = column.facts;
  return {
    column,
    out: null,
    cells: filled,
    min: { units: min, scale: 0 },
    max: { units: max, scale: 0 },
    most: Math.max(Math.abs(min), Math.abs(max)),
    needed: 0,
    written: 0,
    least: 0,
    zeroEnded: 0,
  };
}

/**
 * What all cells of a file count, if they count time, as the smallest and the largest show: what counts one time lies
 * in one range. A spreadsheet's days count where another file has dates, which no numeral is.
 */
function countedTime({ min, max }: Range): CountedTime | null {
  const [first, last] = [min, max].map(({ units, scale }) => countedTimeOf(numeralText(units, scale)));
  return first === last && first !== undefined && first !== 'days' ? first : null;
}

/** By row, in units of the column; NaN for rows that take no part. The cells as read where they are just that. */
function valuesOf({ column, out, cells }: Range, scale: number): BoundCells {
  const { units, scale: scales, empty, rows } = column;
  if (scales === scale && cells === rows) return units;
  const values = new Float64Array(units);
  if (scales !== scale) {
    const factors = Array.from({ length: 16 }, (_, own) => 10 ** Math.abs(scale - own));
    for (let r = 0; r < rows; r++) {
      const own = typeof scales === 'number' ? scales : (scales[r] as number);
      const factor = factors[own] as number;
      values[r] = own > scale ? (values[r] as number) / factor : (values[r] as number) * factor;
    }
  }
  if (cells < rows) for (let r = 0; r < rows; r++) if (units[r] === empty) values[r] = MISSING;
  if (out) for (let r = 0; r < rows; r++) if (out[r] === 1) values[r] = Number.NaN;
  return values;
}
