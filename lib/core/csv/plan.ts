import { LONGEST_FIRST_RECORD } from '../limits';
import { cellsOfUnfinished, detectDelimiter, namedDelimiter } from './delimiter';
import { looksLikeMarkup } from './file-kind';
import { detectNewline } from './newlines';
import type { Dialect, Newline } from './papa-parser';

/** Lines that decide the delimiter. */
const DETECTED = 200;
/** Characters that decide the newline, and hold those lines. */
export const SAMPLE = LONGEST_FIRST_RECORD;

export type Plan =
  /** `named`: the first line names the delimiter, and is no record. */
  | (Dialect & { readonly kind: 'dialect'; readonly named: boolean })
  | { readonly kind: 'mixed-newlines' }
  | Unfinished
  | Unreadable;

/** The sample ends within the first record. */
export interface Unfinished {
  readonly kind: 'unfinished';
  readonly text: string;
  readonly newline: Newline;
  /** The physical line on which that begins, and cells that it has at least. */
  readonly line: number;
  readonly cells: number;
}

/** `newline` is null where the text is empty or looks like markup; else no delimiter splits it. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly text: string;
  readonly newline: Newline | null;
  /** See `planOf`. */
  readonly whole: boolean;
}

/**
 * How a file's records are cut, from the text that it begins with.
 * @param whole the sample is the whole text
 */
export function planOf(sample: string, whole: boolean): Plan {
  const text = whole ? sample : sample.replace(/\r$/, '');
  if (whole && text.trim() === '') return { kind: 'unreadable', text, newline: null, whole };
  if (looksLikeMarkup(text)) return { kind: 'unreadable', text, newline: null, whole };
  const newline = detectNewline(text);
  if (newline === 'mixed') return { kind: 'mixed-newlines' };
  const named = namedDelimiter(text);
  const records = named ? text.slice(text.indexOf(newline) + newline.length) : text;
  const detect = (first: string) => {
    const isAll = whole && first.length === records.length;
    return (named && detectDelimiter(first, newline, isAll, [named])) || detectDelimiter(first, newline, isAll);
  };
  const lines = firstLines(records, newline);
  // A cell of very many lines may hide the delimiters.
  const delimiter = detect(lines) || (lines.length < records.length && detect(records));
  if (delimiter) return { kind: 'dialect', delimiter, newline, named: named !== null };
  const cells = whole ? null : cellsOfUnfinished(records, newline);
  return cells === null
    ? { kind: 'unreadable', text, newline, whole }
    : { kind: 'unfinished', text, newline, line: named ? 2 : 1, cells };
}

/** The text's first lines, all of it where it has no more. */
function firstLines(text: string, newline: Newline): string {
  let end = 0;
  for (let line = 0; line < DETECTED; line++) {
    const next = text.indexOf(newline, end);
    if (next === -1) return text;
    end = next + newline.length;
  }
  return text.slice(0, end);
}

export const NEWLINE_NAMES = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;
