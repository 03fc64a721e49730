import type { CsvColumn } from '../csv/csv-table';
import { isEmptyCell, isEmptyWord } from '../csv/empty-cell';

/** One column in one file while it is bound: its distinct texts, and how many rows that take part have each. */
export class FileTexts {
  readonly column: CsvColumn;
  /** 1 by row for rows that take no part; null: all take part. */
  readonly out: Uint8Array | null;
  #texts: readonly string[] | null = null;
  #cells: Int32Array | null = null;

  constructor(column: CsvColumn, out: Uint8Array | null) {
    this.column = column;
    this.out = out;
  }

  /** Distinct, by code. */
  get texts(): readonly string[] {
    this.#texts ??= this.column.cells.texts();
    return this.#texts;
  }

  /** By code. */
  get cells(): Int32Array {
    this.#cells ??= this.#counted();
    return this.#cells;
  }

  #counted(): Int32Array {
    const { codes, distinct } = this.column.cells;
    const counts = new Int32Array(distinct);
    for (let r = 0; r < codes.length; r++) {
      if (this.out?.[r] === 1) continue;
      const code = codes[r] as number;
      counts[code] = (counts[code] as number) + 1;
    }
    return counts;
  }

  /** Texts that some row has and that are neither empty nor in `words`. */
  values(words: ReadonlySet<string>): readonly string[] {
    if (words.size === 0 && this.#allUsed()) return this.texts;
    return this.texts.filter((text, code) => this.cells[code] !== 0 && !isEmptyCell(text) && !words.has(text));
  }

  /** Whether each text is some row's, and none is empty. */
  #allUsed(): boolean {
    return this.cells.every((cells, code) => cells > 0 && !isEmptyCell(this.texts[code] as string));
  }

  /** Cells whose text meets the condition. */
  count(condition: (text: string, code: number) => boolean): number {
    let sum = 0;
    this.cells.forEach((cells, code) => {
      if (cells > 0 && condition(this.texts[code] as string, code)) sum += cells;
    });
    return sum;
  }

  /** Words for an empty cell that some row has, as written. */
  emptyWords(): string[] {
    return this.texts.filter((text, code) => this.cells[code] !== 0 && isEmptyWord(text));
  }

  hasEmpty(): boolean {
    return this.texts.some((text, code) => this.cells[code] !== 0 && isEmptyCell(text));
  }
}

/**
 * The words of a column of texts that stand for an empty cell: where no file writes it in two ways, and not all in one.
 * A file that has empty cells and a word, or two words, means two things by them; one word in all files may be a value.
 */
export function emptyWordsOfTexts(files: readonly (FileTexts | null)[]): string[] {
  const ways = files.flatMap((file) => {
    if (!file) return [];
    const words = new Set(file.emptyWords().map((word) => word.trim()));
    return [[...words, ...(file.hasEmpty() ? [''] : [])]];
  });
  if (ways.some((own) => own.length > 1) || new Set(ways.flat()).size < 2) return [];
  return [...new Set(files.flatMap((file) => file?.emptyWords() ?? []))];
}
