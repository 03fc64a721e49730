import type { LineKind } from '../findings/line-kind';
import { MOST_COLUMNS } from '../limits';
import { clip, MAX_LISTED_REJECTIONS, type Rejection } from '../rejection';
import { fail, ok, type Result } from '../result';
import { type CellBlock, EMPTY } from './cell-block';
import type { Cells } from './cells';
import { ColumnBuilder, Int32List } from './column-builder';
import { columnTally } from './column-tally';
import type { CsvNote } from './csv-note';
import type { AsideLines, CsvColumn, CsvTable } from './csv-table';
import { findHeader, type RawRecord } from './header-line';
import { HeaderName } from './header-name';
import { isBlankRow, isComment, repeatsHeader, trailerKind } from './line-kind';
import { linesOf } from './newlines';
import { NumeralColumn } from './numeral-column';
import { PlainRows } from './plain-rows';
import { Stopped } from './read-bytes';

/** First records that decide where the header is. */
const HEAD_RECORDS = 60;
/** Last records that may be a trailer, and last rows that may be totals. */
const LAST_RECORDS = 6;
const CLOSING_ROWS = 4;

interface Finish extends Pick<CsvTable, 'bytes' | 'dialect' | 'encodingBy' | 'notUtf8'> {
  readonly lines: { readonly counted: number; readonly read: number };
}

/**
 * Collects records into columns. Rows, rejected lines, lines set aside, blank lines and the header add up to the records
 * pushed.
 */
export class TableBuilder {
  readonly #file: string;
  readonly #headerLine: number | undefined;
  readonly #columns: ColumnBuilder[] = [];
  readonly #lines = new Int32List();
  readonly #rejected: Rejection[] = [];
  readonly #aside = new Map<AsideLines['taken'], number[]>();
  readonly #wider: number[] = [];
  /** Rows of the header's width since the last wider one, and whether there were such between two wider ones. */
  #narrowSince = 0;
  #mixedWidths = false;
  /** Records before it is known where the header is. */
  #head: RawRecord[] | null = [];
  #header: RawRecord | null = null;
  #likely: RawRecord | null = null;
  /** Length of the header's first name as written: a row whose first cell is longer or shorter does not repeat it. */
  #headerStart = -1;
  #headerName = new HeaderName('');
  /** What cuts plain rows, once there is a header; null: rows are wider than the header. */
  #plain: PlainRows | null = null;
  /** Cells of the header; 0: not known yet. */
  #width = 0;
  /** Records that are no rows and after which no row came: a trailer, if they look like one. */
  #tail: RawRecord[] = [];
  #rejectedRows = 0;
  readonly #notes: CsvNote[] = [];
  /** Records that came, and blank ones among them. */
  #records = 0;
  #blank = 0;
  /** The first that was refused before there was a header. */
  #refused: RawRecord | null = null;
  rows = 0;

  /** Rows so far, those that wait for the header among them. */
  get seen(): number {
    return this.#head ? Math.max(0, this.#head.length - 1) : this.rows;
  }

  /** @param headerLine the physical line on which a person says that the header is; undefined: found */
  constructor(file: string, headerLine?: number) {
    this.#file = file;
    this.#headerLine = headerLine;
  }

  note(note: CsvNote): void {
    this.#notes.push(note);
  }

  /** What cuts rows by the header that was found; null: each record has to be handed over by itself. */
  get plain(): PlainRows | null {
    return this.#plain;
  }

  /** Takes the rows that `plain` has cut. @param line of the first; each of the others is on the next one */
  takePlain(line: number): void {
    const { cells, rows, width, texts } = this.#plain as PlainRows;
    if (this.#tail.length > 0) this.#rejectTail();
    for (let c = 0; c < width; c++) {
      const column = this.#columns[c] as ColumnBuilder;
      column.cells(cells, c, width, rows);
      texts[c] = column.isText ? 1 : 0;
    }
    this.#lines.pushRun(line, rows);
    this.#records += rows;
    this.rows += rows;
  }

  /**
   * A record as it was scanned, without a text for each cell where it is plainly a row: it has the header's width and a
   * first cell, and does not repeat the header. Throws `Stopped`: too-many-columns.
   */
  scanned(record: CellBlock, cells: number, line: number): void {
    const columns = this.#columns;
    this.#refuseWide(cells, line);
    if (cells === 1 && record.forms[0] === EMPTY) {
      this.#records++;
      this.#blank++;
      return;
    }
    if (this.#head !== null || cells !== this.#width || columns.length !== cells || this.#mayRepeatHeader(record)) {
      this.push(
        Array.from({ length: cells }, (_, c) => record.text(c)),
        line,
      );
      return;
    }
    this.#records++;
    if (this.#tail.length > 0) this.#rejectTail();
    for (let c = 0; c < cells; c++) (columns[c] as ColumnBuilder).cell(record, c);
    this.#lines.push(line);
    this.#narrowSince++;
    this.rows++;
  }

  /** Makes room for so many rows in all, where more are to come. */
  reserve(rows: number): void {
    this.#lines.reserve(rows);
    for (const column of this.#columns) column.reserve(rows);
  }

  /** Whether the first cell is empty, or may be the header's but for white space and case. */
  #mayRepeatHeader(record: CellBlock): boolean {
    const from = record.starts[0] as number;
    return record.forms[0] === EMPTY || this.#headerName.mayBe(record.bytes, from, from + record.lengthAt(0));
  }

  /** Throws `Stopped`: too-many-columns. */
  push(cells: string[], line: number): void {
    this.#refuseWide(cells.length, line);
    this.#records++;
    if (isBlankLine(cells)) {
      this.#blank++;
      return;
    }
    if (this.#head) {
      this.#head.push({ cells, line });
      const waiting = this.#headerLine === undefined ? this.#head.length < HEAD_RECORDS : line < this.#headerLine;
      if (!waiting) this.#settleHeader();
      return;
    }
    this.#record(cells, line);
  }

  #refuseWide(columns: number, line: number): void {
    if (columns > MOST_COLUMNS)
      throw new Stopped({ code: 'too-many-columns', file: this.#file, line, columns, most: MOST_COLUMNS });
  }

  /** A record, or a line of none, that its cutter does not vouch for. Blank ones are nothing in doubt. */
  refuse(cells: readonly string[], line: number, reason: 'quote-out-of-place' | 'other-encoding'): void {
    this.#records++;
    if (isBlankLine(cells)) {
      this.#blank++;
      return;
    }
    if (!this.#header) this.#refused ??= { cells: [...cells], line };
    // A cell beyond ASCII may not say what was written.
    const known = reason === 'other-encoding' && { cells: cells.map((cell) => (isAscii(cell) ? cell : '')) };
    this.#reject({ line, reason, text: cells.join(','), lines: linesOf(cells), ...known });
  }

  /** @param lines of the file as they were counted, and as they were read */
  finish({ lines: { counted, read }, ...about }: Finish): Result<CsvTable> {
    const file = this.#file;
    if (counted !== read) return fail({ code: 'lines-lost', file, counted, read });
    if (this.#head) this.#settleHeader();
    if (!this.#header) {
      const [first] = [this.#refused, this.#headless]
        .filter((record) => record !== null)
        .sort((a, b) => a.line - b.line);
      return fail({
        code: 'no-header',
        file,
        line: first?.line ?? 1,
        text: clip((first?.cells ?? []).join(',')),
        likely: this.#likely?.line ?? null,
      });
    }
    const columns = this.#columns.map((column) => column.finish());
    this.#settleTail(columns[0] ?? null);
    const aside = [...this.#aside].map(([taken, asideLines]) => ({ taken, lines: asideLines }));
    const became = aside.reduce(
      (sum, { lines }) => sum + lines.length,
      1 + this.rows + this.#rejectedRows + this.#blank,
    );
    if (became !== this.#records) return fail({ code: 'lines-lost', file, counted: this.#records, read: became });
    const lines = this.#lines.toArray();
    const names = this.#names(columns);
    const met = new Set<string>();
    const duplicate = names.find((name) => name !== '' && met.size === met.add(name).size);
    if (duplicate !== undefined)
      return fail({ code: 'column-duplicate', file, line: this.#header.line, column: duplicate });
    const notes = [...this.#notes];
    return ok({
      ...about,
      file,
      rows: this.rows,
      columns: columns.flatMap((cells, c) => {
        const name = names[c] as string;
        if (name === '' && c === 0 && isRowIndex(cells)) {
          notes.push({ code: 'row-numbers' });
          return [];
        }
        if (name === '' && isBlank(cells)) return [];
        const named = name === '' ? unnamed(c, names) : name;
        if (name === '') notes.push({ code: 'column-unnamed', at: c, called: named });
        return [
          {
            name: named,
            at: c,
            cells,
            tally: columnTally(cells, lines),
          } satisfies CsvColumn,
        ];
      }),
      lines,
      rejected: this.#rejected.sort((a, b) => a.line - b.line),
      rejectedRows: this.#rejectedRows,
      headerLine: this.#header.line,
      aside,
      wider: { lines: this.#wider, settled: this.#widerIsSettled() },
      notes,
    });
  }

  /** The first record, where no header was found. */
  #headless: RawRecord | null = null;

  #settleHeader(): void {
    const head = this.#head ?? [];
    this.#head = null;
    const named = this.#headerLine;
    const { header, likely } =
      named === undefined ? findHeader(head) : { header: head.findIndex(({ line }) => line === named), likely: null };
    this.#header = header === null ? null : (head[header] ?? null);
    if (!this.#header || header === null) {
      this.#headless = head[0] ?? null;
      this.#likely = likely === null ? null : (head[likely] ?? null);
      return;
    }
    const [name = ''] = this.#header.cells;
    this.#headerStart = name.length;
    this.#headerName = new HeaderName(name);
    this.#width = this.#header.cells.length;
    for (const { cells, line } of head.slice(0, header))
      this.#setAside(isComment(cells) ? 'comment' : 'preamble', line);
    for (let c = 0; c < this.#width; c++) this.#columns.push(new ColumnBuilder());
    this.#plain = new PlainRows(this.#width, this.#headerName);
    for (const { cells, line } of head.slice(header + 1)) this.#record(cells, line);
  }

  #record(cells: string[], line: number): void {
    const header = this.#header?.cells;
    if (!header) return;
    const width = header.length;
    const [first = ''] = cells;
    if (cells.length === width && first !== '' && first.length !== this.#headerStart) {
      this.#rejectTail();
      this.#row(cells, line, width);
      return;
    }
    if (cells.length === width - 1 && header[width - 1] === '') cells.push('');
    if (cells.length > 1 && isBlankRow(cells) && linesOf(cells) === 1) this.#setAside('blank-cells', line);
    else if (cells.length >= width && repeatsHeader(cells, header)) this.#setAside('repeated-header', line);
    else if (cells.length !== width && isComment(cells)) this.#setAside('comment', line);
    else if (cells.length < width) this.#tail.push({ cells, line });
    else {
      this.#rejectTail();
      this.#row(cells, line, width);
    }
    if (this.#tail.length > LAST_RECORDS) this.#rejectTail();
  }

  #row(cells: string[], line: number, width: number): void {
    const extra = cells.length > width && cells.slice(width).some((cell) => !isBlankLine([cell]));
    if (extra || (cells.length > width && this.#columns.length >= cells.length)) {
      while (this.#columns.length < cells.length) {
        const column = new ColumnBuilder();
        for (let r = 0; r < this.rows; r++) column.nothing();
        this.#columns.push(column);
      }
      this.#plain = null;
      if (this.#narrowSince > 0 && this.#wider.length > 0) this.#mixedWidths = true;
      this.#narrowSince = 0;
      this.#wider.push(line);
    } else this.#narrowSince++;
    for (let c = 0; c < this.#columns.length; c++) this.#columns[c]?.text(cells[c] ?? '');
    this.#lines.push(line);
    this.rows++;
  }

  #setAside(taken: Exclude<LineKind, 'wider'>, line: number): void {
    const lines = this.#aside.get(taken);
    if (lines) lines.push(line);
    else this.#aside.set(taken, [line]);
  }

  /** Lines too short to be rows, after which rows came: they are rows that were cut. */
  #rejectTail(): void {
    if (this.#tail.length === 0) return;
    for (const record of this.#tail) this.#rejectShort(record);
    this.#tail = [];
  }

  /** A short record of several lines may have swallowed others: whose it is, and theirs, is then not known. */
  #rejectShort({ cells, line }: RawRecord): void {
    const lines = linesOf(cells);
    this.#reject({ line, reason: 'too-few-cells', text: cells.join(','), lines, ...(lines === 1 && { cells }) });
  }

  /** `cells` where they stand in their columns, so that the key may be among them. */
  #reject({ lines = 1, text, ...rejection }: Omit<Rejection, 'column'>): void {
    this.#rejectedRows++;
    if (this.#rejected.length < MAX_LISTED_REJECTIONS)
      this.#rejected.push({ ...rejection, column: null, text: clip(text), ...(lines > 1 && { lines }) });
  }

  /**
   * Of the last lines those that look like a trailer are one, unless a row that was cut stands below them.
   * @param first the first column's cells
   */
  #settleTail(first: Cells | null): void {
    if (this.#tail.length === 0) return;
    const plainKeys =
      first === null || first instanceof NumeralColumn || !first.texts().some((text) => text.trim().includes(' '));
    const kinds = this.#tail.map(({ cells }) =>
      // One that takes several lines may have swallowed rows.
      linesOf(cells) > 1 ? null : trailerKind(cells, this.rows, plainKeys),
    );
    const cut = kinds.lastIndexOf(null);
    this.#tail.forEach((record, i) => {
      const kind = kinds[i];
      if (i > cut && kind && kind !== 'wider') this.#setAside(kind, record.line);
      else this.#rejectShort(record);
    });
    this.#tail = [];
  }

  /** From one row on all are wider, but for a few at the end that may be totals. */
  #widerIsSettled(): boolean {
    if (this.#wider.length === 0) return true;
    return !this.#mixedWidths && this.#narrowSince <= CLOSING_ROWS && this.#narrowSince < this.#wider.length;
  }

  /**
   * The header's names, and none for further columns. Where every row has one cell more and the first cells count the
   * rows, the names belong one to the right: R writes its row names so.
   */
  #names(columns: readonly Cells[]): string[] {
    const names = (this.#header?.cells ?? []).map((name) => name.trim());
    const [first] = columns;
    const all = this.#wider.length === this.rows && columns.length === names.length + 1;
    if (all && first && isRowIndex(first)) {
      this.#wider.length = 0;
      return ['', ...names];
    }
    return columns.map((_, c) => names[c] ?? '');
  }
}

/** Every row's cell is a whole number larger than the one above: what pandas and R write unasked. */
function isRowIndex(cells: Cells): boolean {
  if (cells.rows === 0) return false;
  if (cells instanceof NumeralColumn) {
    const { units, scale, empty } = cells;
    return (
      scale === 0 && units.every((unit, r) => unit !== empty && unit >= 0 && (r === 0 || unit > Number(units[r - 1])))
    );
  }
  if (cells.distinct !== cells.rows) return false;
  const texts = cells.texts();
  return texts.every((text, i) => /^\d{1,15}$/.test(text) && (i === 0 || Number(text) > Number(texts[i - 1])));
}

function isBlank(cells: Cells): boolean {
  return cells instanceof NumeralColumn && cells.units.every((unit) => unit === cells.empty);
}

/** One cell without a character that shows; a quoted one of several lines is none. */
function isBlankLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === '' && !/[\r\n]/.test(cells[0]);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

function unnamed(column: number, header: readonly string[]): string {
  let name = `column ${column + 1}`;
  while (header.includes(name)) name += "'";
  return name;
}
