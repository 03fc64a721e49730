import { assertNever } from '../assert-never';
import type { Problem } from '../problem';
import { detectDelimiter, namedDelimiter } from './delimiter';
import { looksLikeMarkup } from './file-kind';
import { detectNewline } from './newlines';
import type { Delimiter, Newline } from './papa-parser';
import { RecordReader } from './record-reader';

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
  | (Dialect & { readonly kind: 'dialect'; readonly named: boolean })
  | { readonly kind: 'mixed-newlines' }
  | { readonly kind: 'unreadable'; readonly why: 'empty' | 'text' }
  | { readonly kind: 'unreadable'; readonly why: 'quote-open'; readonly line: number };

/**
 * How a file's records are cut, from the text that it begins with.
 * @param whole the sample is the whole text
 */
export function planOf(sample: string, whole: boolean): Plan {
  const text = whole ? sample : sample.replace(/\r$/, '');
  if (whole && text.trim() === '') return { kind: 'unreadable', why: 'empty' };
  if (looksLikeMarkup(text)) return { kind: 'unreadable', why: 'text' };
  const newline = detectNewline(text);
  if (newline === 'mixed') return { kind: 'mixed-newlines' };
  const named = namedDelimiter(text);
  const records = named ? text.slice(text.indexOf(newline) + newline.length) : text;
  const first = firstLines(records, newline);
  const isAll = whole && first.length === records.length;
  const delimiter =
    (named && detectDelimiter(first, newline, isAll, [named])) || detectDelimiter(first, newline, isAll);
  if (delimiter) return { kind: 'dialect', delimiter, newline, named: named !== null };
  // A quote that is never closed hides the delimiters behind it: say that rather than "no columns".
  const stop = new RecordReader(',', newline, () => undefined).push(text, true);
  return stop?.kind === 'quote-open'
    ? { kind: 'unreadable', why: 'quote-open', line: stop.line }
    : { kind: 'unreadable', why: 'text' };
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

export function problemOf(plan: Extract<Plan, { kind: 'unreadable' }>, file: string): Problem {
  switch (plan.why) {
    case 'empty':
      return { code: 'file-empty', file };
    case 'text':
      return { code: 'not-csv', file, looksLike: 'text' };
    case 'quote-open':
      return { code: 'quote-open', file, line: plan.line };
    default:
      return assertNever(plan);
  }
}

export const NEWLINE_NAMES = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;
