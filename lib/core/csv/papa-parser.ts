import Papa from 'papaparse';

/**
 * PapaParse's incremental parser, without its own file reading: `Papa.parse(file)` corrupts text that is not ASCII at
 * chunk borders (mholt/PapaParse#1132).
 */

export type Delimiter = ',' | ';' | '\t' | '|';
export type Newline = '\n' | '\r\n' | '\r';

/** How records and cells end. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly newline: Newline;
}

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

/**
 * Hands every finished record of `input` to `each`, with the offset at which it ends, until one has quotes out of place.
 * `end`: where the last record ends that was handed over; `odd`: whether the one behind it has such quotes.
 */
export function parseEach(
  input: string,
  delimiter: Delimiter,
  newline: Newline,
  each: (cells: string[], end: number) => void,
): { readonly end: number; readonly odd: boolean } {
  let end = 0;
  let odd = false as boolean;
  const step = (result: ParsedStep) => {
    odd = hasInvalidQuotes(result);
    if (odd) {
      parser.abort();
      return;
    }
    end = result.meta.cursor;
    each((result.data as string[][])[0] as string[], end);
  };
  const parser = new Papa.Parser({ delimiter, newline, step });
  const rest = parser.parse(input, 0, true) as ParsedStep;
  return { end, odd: odd || hasInvalidQuotes(rest) };
}

interface ParsedStep {
  readonly data: unknown;
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

function hasInvalidQuotes({ errors }: ParsedStep): boolean {
  return errors.some(({ code }) => code === 'InvalidQuotes');
}
