import type { Cells } from '../csv/cells';
import type { CsvColumn } from '../csv/csv-table';
import { isEmptyCell, isEmptyWord } from '../csv/empty-cell';
import { isClosingLabel, isTotalLabel } from '../csv/line-kind';
import { type DecimalSign, decimalSignOf, decimalVotes, parseNumberText } from '../csv/number-text';
import { NumeralColumn } from '../csv/numeral-column';
import type { BindSource } from './bind-sources';

/**
 * Rows that have a cell for every column and are none of the data: totals, counts, "EOF". They are told by what they
 * are: a label, a measure that is the sum of the rest, a key that no other file has, an empty version.
 */
export interface RowAside {
  readonly row: number;
  readonly taken: 'total' | 'row-count' | 'trailer';
  /** Whether its cells leave no doubt. */
  readonly certain: boolean;
}

interface Names {
  readonly key: readonly string[];
  readonly measure: string;
  readonly version: string | null;
}

/** Rows at either end of a file that are looked at whatever their key says. */
const LAST = 4;
const FIRST = 2;

/** By source, in row order. O(distinct keys), and O(rows) for a file with a candidate. */
export function rowsAside(sources: readonly BindSource[], names: Names): readonly (readonly RowAside[])[] {
  const candidates = sources.map((source) => candidatesOf(source, names));
  const labels = new Set(
    candidates.flatMap((rows, s) => rows.map((row) => keyOf(sources[s] as BindSource, names, row)).filter(isLabel)),
  );
  return sources.map((source, s) => {
    const rows = candidates[s] ?? [];
    if (rows.length === 0) return [];
    const known = knownElsewhere(sources, s, names, labels);
    return judged(source, names, rows, known);
  });
}

function isLabel(text: string): boolean {
  return !isPlainKey(text) && (isTotalLabel(text) || isClosingLabel(text));
}

/** Codes of the cells that are labels. A number is none. */
function labelCodes(cells: Cells): ReadonlySet<number> {
  if (cells instanceof NumeralColumn) return new Set();
  const { bytes, offsets, distinct } = cells.asTexts();
  const codes = new Set<number>();
  for (let code = 0; code < distinct; code++)
    if (mayBeLabel(bytes, offsets[code] as number, offsets[code + 1] as number) && isLabel(cells.text(code)))
      codes.add(code);
  return codes;
}

/** What a byte shows of a label: a letter that is no hexadecimal digit, or one beyond ASCII; "@". */
const [IS_LETTER, IS_AT] = [1, 2];
const SHOWN = Uint8Array.from({ length: 256 }, (_, byte) => {
  const lower = byte | 32;
  if (byte === 64) return IS_AT;
  return byte > 0x7f || (lower > 102 && lower <= 122) ? IS_LETTER : 0;
});

/** Whether the bytes show no sign that it is none: no digits at both ends, no "@", some letter that is no hexadecimal digit. */
function mayBeLabel(bytes: Uint8Array, from: number, to: number): boolean {
  if (isDigit(bytes[from] ?? 0) && isDigit(bytes[to - 1] ?? 0)) return false;
  let shown = 0;
  for (let i = from; i < to; i++) shown |= SHOWN[bytes[i] as number] as number;
  return shown === IS_LETTER;
}

/** Too long, an address, or with digits at both ends, as most keys are: no label is. */
function isPlainKey(text: string): boolean {
  return (
    text.length > 60 || text.includes('@') || (isDigit(text.charCodeAt(0)) && isDigit(text.charCodeAt(text.length - 1)))
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function keyColumn(source: BindSource, { key }: Names): CsvColumn | null {
  return source.column(key[0] ?? '');
}

function keyOf(source: BindSource, names: Names, row: number): string {
  const column = keyColumn(source, names);
  return column?.cells.at(row) ?? '';
}

function candidatesOf(source: BindSource, names: Names): number[] {
  const { rows } = source.table;
  const column = keyColumn(source, names);
  if (!column || rows === 0) return [];
  const found = new Set<number>();
  for (let r = 0; r < Math.min(FIRST, rows); r++) found.add(r);
  for (let r = Math.max(0, rows - LAST); r < rows; r++) found.add(r);
  const wanted = labelCodes(column.cells);
  if (wanted.size > 0) for (let r = 0; r < rows; r++) if (wanted.has(column.cells.codes[r] as number)) found.add(r);
  return [...found].sort((a, b) => a - b);
}

/** Keys of the other files but for labels, which stand there for the same reason. */
function knownElsewhere(
  sources: readonly BindSource[],
  own: number,
  names: Names,
  labels: ReadonlySet<string>,
): (text: string) => boolean {
  const others = sources
    .filter((_, s) => s !== own)
    .map((source) => keyColumn(source, names))
    .filter((column) => column !== null);
  return (text) => !isEmptyCell(text) && !labels.has(text) && others.some(({ cells }) => cells.has(text));
}

function judged(
  source: BindSource,
  names: Names,
  candidates: readonly number[],
  known: (text: string) => boolean,
): RowAside[] {
  const { table } = source;
  const measure = source.column(names.measure);
  const version = names.version === null ? null : source.column(names.version);
  const odd = candidates
    .filter((row) => {
      const texts = table.columns.map((column) => column.cells.at(row));
      return (
        texts.some(isLabel) ||
        isEmptyCell(keyOf(source, names, row)) ||
        (version !== null && isEmpty(version.cells.at(row)))
      );
    })
    .filter((row) => !known(keyOf(source, names, row)));
  if (odd.length === 0) return [];
  const measures = measure?.cells.texts() ?? [];
  const sign = decimalSignOf(decimalVotes(measures));
  const sum = measure ? sumWithout(measures, measure.cells.codes, new Set(odd), sign) : null;
  return odd.flatMap((row): RowAside[] => {
    const texts = table.columns.map((column) => column.cells.at(row));
    const key = keyOf(source, names, row);
    const others = table.columns.filter((column) => column !== measure && column !== keyColumn(source, names));
    const filled = others.filter((column) => !isEmpty(column.cells.at(row))).length;
    const noVersion = version !== null && isEmpty(version.cells.at(row));
    const bare = others.length > 0 && filled * 2 <= others.length;
    const value = measure ? unitsOf(measure.cells.at(row), sign) : null;
    const sums = sum !== null && value !== null && table.rows > 3 && equal(sum, value);
    if (texts.some(isTotalLabel) && (isTotalLabel(key) || isEmptyCell(key) || noVersion || bare)) {
      const certain = sums || noVersion || bare;
      const last = version === null && row === table.rows - 1;
      return certain || last ? [{ row, taken: 'total', certain }] : [];
    }
    if (texts.some(isClosingLabel) && (noVersion || bare))
      return [{ row, taken: texts.some((text) => /\d/.test(text)) ? 'row-count' : 'trailer', certain: true }];
    if (sums && (isEmptyCell(key) || noVersion)) return [{ row, taken: 'total', certain: true }];
    return [];
  });
}

function isEmpty(text: string): boolean {
  return isEmptyCell(text) || isEmptyWord(text);
}

interface Units {
  readonly units: bigint;
  readonly scale: number;
}

function unitsOf(text: string, sign: DecimalSign): Units | null {
  const number = parseNumberText(text, sign);
  return number && { units: BigInt(number.units), scale: number.scale };
}

function sumWithout(texts: readonly string[], codes: Int32Array, rows: ReadonlySet<number>, sign: DecimalSign): Units {
  const parsed = texts.map((text) => unitsOf(text, sign));
  const scale = Math.max(0, ...parsed.map((one) => one?.scale ?? 0));
  const units = parsed.map((one) => (one ? one.units * 10n ** BigInt(scale - one.scale) : 0n));
  let sum = 0n;
  codes.forEach((code, row) => {
    if (!rows.has(row)) sum += units[code] as bigint;
  });
  return { units: sum, scale };
}

function equal(a: Units, b: Units): boolean {
  const scale = Math.max(a.scale, b.scale);
  return a.units * 10n ** BigInt(scale - a.scale) === b.units * 10n ** BigInt(scale - b.scale);
}
