import { fail, ok, type Result } from '../result';
import { ColumnBuilder, Int32List } from './column-builder';
import { columnEvidence } from './column-evidence';
import { type CsvColumn, type CsvTable, MAX_LISTED_REJECTIONS, type Rejection } from './csv-table';
import { clip } from './rejection-words';

/** Collects records into columns. Rows, rejected rows, blank lines and the header add up to the records pushed. */
export class TableBuilder {
  readonly #file: string;
  readonly #columns: ColumnBuilder[] = [];
  readonly #lines = new Int32List();
  readonly #rejected: Rejection[] = [];
  #header: readonly string[] | null = null;
  #headerLine = 1;
  #rejectedRows = 0;
  readonly #notes: string[] = [];
  rows = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Tells of a fact about the file, as a sentence. */
  note(sentence: string): void {
    this.#notes.push(sentence);
  }

  push(cells: string[], line: number): void {
    if (cells.length === 1 && cells[0]?.trim() === '') return;
    if (!this.#header) {
      this.#header = cells;
      this.#headerLine = line;
      for (let c = 0; c < cells.length; c++) this.#columns.push(new ColumnBuilder());
      return;
    }
    const width = this.#header.length;
    if (cells.length === width - 1 && this.#header[width - 1] === '') cells.push('');
    const reason = this.#reasonToReject(cells, this.#header);
    if (reason) {
      this.#rejectedRows++;
      if (this.#rejected.length < MAX_LISTED_REJECTIONS)
        this.#rejected.push({ line, column: null, reason, text: clip(cells.join(',')) });
      return;
    }
    for (let c = 0; c < width; c++) this.#columns[c]?.push(cells[c] as string);
    this.#lines.push(line);
    this.rows++;
  }

  finish(bytes: number, dialect: CsvTable['dialect']): Result<CsvTable> {
    const file = this.#file;
    const header = (this.#header ?? []).map((name) => name.trim());
    const duplicate = header.find((name, c) => name !== '' && header.indexOf(name) !== c);
    if (duplicate !== undefined)
      return fail({ code: 'column-duplicate', file, line: this.#headerLine, column: duplicate });
    const lines = this.#lines.toArray();
    const notes = [...this.#notes];
    const columns: CsvColumn[] = [];
    this.#columns.forEach((builder, c) => {
      const name = header[c] as string;
      const codes = builder.codes.toArray();
      if (name === '' && c === 0 && isRowIndex(builder.dictionary, codes)) {
        notes.push('The first column has no name and counts the rows; it is left out.');
      } else if (name !== '' || !builder.dictionary.every((text) => text === '')) {
        const named = name === '' ? unnamed(c, header) : name;
        if (name === '') notes.push(`Column ${c + 1} has no name; it is called "${named}" here.`);
        columns.push({
          name: named,
          dictionary: builder.dictionary,
          codes,
          evidence: columnEvidence(builder.dictionary, codes, lines),
        });
      }
    });
    return ok({
      file,
      bytes,
      rows: this.rows,
      columns,
      lines,
      rejected: this.#rejected,
      rejectedRows: this.#rejectedRows,
      dialect,
      notes,
    });
  }

  #reasonToReject(cells: readonly string[], header: readonly string[]): Rejection['reason'] | null {
    if (cells.length < header.length) return 'too-few-cells';
    if (cells.length > header.length) return 'too-many-cells';
    return cells[0] === header[0] && cells.every((cell, c) => cell === header[c]) ? 'repeated-header' : null;
  }
}

/** Every row's cell is a whole number larger than the one above: what pandas and R write unasked. */
function isRowIndex(dictionary: readonly string[], codes: Int32Array): boolean {
  if (codes.length === 0 || dictionary.length !== codes.length) return false;
  return dictionary.every(
    (text, i) => /^\d{1,15}$/.test(text) && (i === 0 || Number(text) > Number(dictionary[i - 1])),
  );
}

function unnamed(column: number, header: readonly string[]): string {
  let name = `column ${column + 1}`;
  while (header.includes(name)) name += "'";
  return name;
}
