import type { LineKind } from '../findings/line-kind';
import { clip, MAX_LISTED_REJECTIONS, type Rejection } from '../rejection';
import { fail, ok, type Result } from '../result';
import { ColumnBuilder, Int32List } from './column-builder';
import { columnTally } from './column-tally';
import type { CsvNote } from './csv-note';
import type { AsideLines, CsvColumn, CsvTable } from './csv-table';
import { findHeader, type RawRecord } from './header-line';
import { isBlankRow, isComment, repeatsHeader, trailerKind } from './line-kind';
import type { TextColumn } from './text-column';

/** First records that decide where the header is. */
const HEAD_RECORDS = 60;
/** Last records that may be a trailer, and last rows that may be totals. */
const LAST_RECORDS = 6;
const CLOSING_ROWS = 4;

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
  /** Records that are no rows and after which no row came: a trailer, if they look like one. */
  #tail: RawRecord[] = [];
  #rejectedRows = 0;
  readonly #notes: CsvNote[] = [];
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

  push(cells: string[], line: number): void {
    if (cells.length === 1 && cells[0]?.trim() === '') return;
    if (this.#head) {
      this.#head.push({ cells, line });
      const waiting = this.#headerLine === undefined ? this.#head.length < HEAD_RECORDS : line < this.#headerLine;
      if (!waiting) this.#settleHeader();
      return;
    }
    this.#record(cells, line);
  }

  finish(bytes: number, dialect: CsvTable['dialect']): Result<CsvTable> {
    const file = this.#file;
    if (this.#head) this.#settleHeader();
    if (!this.#header) {
      const line = this.#headless?.line ?? 1;
      return fail({
        code: 'no-header',
        file,
        line,
        text: clip((this.#headless?.cells ?? []).join(',')),
        likely: this.#likely?.line ?? null,
      });
    }
    const columns = this.#columns.map((column) => column.finish());
    this.#settleTail(columns[0]?.texts ?? []);
    const lines = this.#lines.toArray();
    const names = this.#names(columns);
    const duplicate = names.find((name, c) => name !== '' && names.indexOf(name) !== c);
    if (duplicate !== undefined)
      return fail({ code: 'column-duplicate', file, line: this.#header.line, column: duplicate });
    const notes = [...this.#notes];
    return ok({
      file,
      bytes,
      rows: this.rows,
      columns: columns.flatMap(({ cells, texts }, c) => {
        const name = names[c] as string;
        if (name === '' && c === 0 && isRowIndex(texts, cells.codes)) {
          notes.push({ code: 'row-numbers' });
          return [];
        }
        if (name === '' && texts.every((text) => text === '')) return [];
        const named = name === '' ? unnamed(c, names) : name;
        if (name === '') notes.push({ code: 'column-unnamed', at: c, called: named });
        return [
          {
            name: named,
            at: c,
            cells,
            tally: columnTally(texts, cells.codes, lines),
          } satisfies CsvColumn,
        ];
      }),
      lines,
      rejected: this.#rejected,
      rejectedRows: this.#rejectedRows,
      headerLine: this.#header.line,
      aside: [...this.#aside].map(([taken, asideLines]) => ({ taken, lines: asideLines })),
      wider: { lines: this.#wider, settled: this.#widerIsSettled() },
      dialect,
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
    this.#headerStart = this.#header.cells[0]?.length ?? 0;
    for (const { cells, line } of head.slice(0, header))
      this.#setAside(isComment(cells) ? 'comment' : 'preamble', line);
    for (let c = 0; c < this.#header.cells.length; c++) this.#columns.push(new ColumnBuilder());
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
    if (cells.length > 1 && isBlankRow(cells)) this.#setAside('blank-cells', line);
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
    const extra = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
    if (extra || (cells.length > width && this.#columns.length >= cells.length)) {
      while (this.#columns.length < cells.length) {
        const column = new ColumnBuilder();
        for (let r = 0; r < this.rows; r++) column.push('');
        this.#columns.push(column);
      }
      if (this.#narrowSince > 0 && this.#wider.length > 0) this.#mixedWidths = true;
      this.#narrowSince = 0;
      this.#wider.push(line);
    } else this.#narrowSince++;
    for (let c = 0; c < this.#columns.length; c++) this.#columns[c]?.push(cells[c] ?? '');
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
    for (const record of this.#tail) this.#reject(record);
    this.#tail = [];
  }

  #reject({ cells, line }: RawRecord): void {
    this.#rejectedRows++;
    if (this.#rejected.length < MAX_LISTED_REJECTIONS)
      this.#rejected.push({ line, column: null, reason: 'too-few-cells', text: clip(cells.join(',')), cells });
  }

  /**
   * Of the last lines those that look like a trailer are one, unless a row that was cut stands below them.
   * @param first distinct texts of the first column
   */
  #settleTail(first: readonly string[]): void {
    const plainKeys = !first.some((text) => text.trim().includes(' '));
    const kinds = this.#tail.map(({ cells }) => trailerKind(cells, this.rows, plainKeys));
    const cut = kinds.lastIndexOf(null);
    this.#tail.forEach((record, i) => {
      const kind = kinds[i];
      if (i > cut && kind && kind !== 'wider') this.#setAside(kind, record.line);
      else this.#reject(record);
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
  #names(columns: readonly { readonly cells: TextColumn; readonly texts: readonly string[] }[]): string[] {
    const names = (this.#header?.cells ?? []).map((name) => name.trim());
    const [first] = columns;
    const all = this.#wider.length === this.rows && columns.length === names.length + 1;
    if (all && first && isRowIndex(first.texts, first.cells.codes)) {
      this.#wider.length = 0;
      return ['', ...names];
    }
    return columns.map((_, c) => names[c] ?? '');
  }
}

/** Every row's cell is a whole number larger than the one above: what pandas and R write unasked. */
function isRowIndex(texts: readonly string[], codes: Int32Array): boolean {
  if (codes.length === 0 || texts.length !== codes.length) return false;
  return texts.every((text, i) => /^\d{1,15}$/.test(text) && (i === 0 || Number(text) > Number(texts[i - 1])));
}

function unnamed(column: number, header: readonly string[]): string {
  let name = `column ${column + 1}`;
  while (header.includes(name)) name += "'";
  return name;
}
