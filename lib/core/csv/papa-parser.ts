import Papa from 'papaparse';

/**
 * PapaParse's incremental parser, without its own file reading: `Papa.parse(file)` corrupts text that is not ASCII at
 * chunk borders (mholt/PapaParse#1132).
 */

export type Delimiter = ',' | ';' | '\t' | '|';
export type Newline = '\n' | '\r\n' | '\r';

interface ParsedText {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly index?: number }[];
  /** `cursor`: where the last finished record ends. */
  readonly meta: { readonly cursor: number };
}

export interface PapaParser {
  /** Every record that `input` finishes; with `ignoreLast` false also what follows the last newline. */
  parse(input: string, ignoreLast: boolean): ParsedText;
}

export function papaParser(delimiter: Delimiter, newline: Newline): PapaParser {
  const parser = new Papa.Parser({ delimiter, newline });
  return { parse: (input, ignoreLast) => parser.parse(input, 0, ignoreLast) as ParsedText };
}

/** Hands every finished record of `input` to `each`, with the offset at which it ends; returns the last such offset. */
export function parseEach(
  input: string,
  delimiter: Delimiter,
  newline: Newline,
  each: (cells: string[], end: number) => void,
): number {
  let end = 0;
  const step = (result: { readonly data: unknown; readonly meta: { readonly cursor: number } }) => {
    end = result.meta.cursor;
    each((result.data as string[][])[0] as string[], end);
  };
  new Papa.Parser({ delimiter, newline, step }).parse(input, 0, true);
  return end;
}
