import { detectDelimiter, namedDelimiter } from './delimiter';
import { looksLikeMarkup } from './file-kind';
import { detectNewline } from './newlines';
import type { Delimiter, Newline } from './papa-parser';

/** Lines that decide the delimiter. */
const DETECTED = 200;
/** Characters that decide the newline, and hold those lines. */
export const SAMPLE = 2 ** 18;

export interface Dialect {
  readonly delimiter: Delimiter;
  readonly newline: Newline;
}

export type Plan =
  /** `named`: the first line names the delimiter, and is no record. */
  (Dialect & { readonly kind: 'dialect'; readonly named: boolean }) | { readonly kind: 'mixed-newlines' } | Unreadable;

/** `newline` is null where the text is empty or looks like markup; else no delimiter splits it. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly text: string;
  readonly newline: Newline | null;
}

/**
 * How a file's records are cut, from the text that it begins with.
 * @param whole the sample is the whole text
 */
export function planOf(sample: string, whole: boolean): Plan {
  const text = whole ? sample : sample.replace(/\r$/, '');
  if (whole && text.trim() === '') return { kind: 'unreadable', text, newline: null };
  if (looksLikeMarkup(text)) return { kind: 'unreadable', text, newline: null };
  const newline = detectNewline(text);
  if (newline === 'mixed') return { kind: 'mixed-newlines' };
  const named = namedDelimiter(text);
  const records = named ? text.slice(text.indexOf(newline) + newline.length) : text;
  const first = firstLines(records, newline);
  const isAll = whole && first.length === records.length;
  const delimiter =
    (named && detectDelimiter(first, newline, isAll, [named])) || detectDelimiter(first, newline, isAll);
  return delimiter
    ? { kind: 'dialect', delimiter, newline, named: named !== null }
    : { kind: 'unreadable', text, newline };
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
