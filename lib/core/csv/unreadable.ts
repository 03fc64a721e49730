import { LONGEST_FIRST_RECORD, MOST_COLUMNS } from '../limits';
import type { Problem } from '../problem';
import type { Newline } from './papa-parser';
import type { Unfinished, Unreadable } from './plan';
import { RecordReader, type RecordSink } from './record-reader';

const SINK: RecordSink = { record: () => undefined, malformed: () => undefined };

/**
 * Why a file that begins so could not be planned. A quote that is never closed hides the delimiters behind it; one that the
 * sample does not close may be. Problems: file-empty, not-csv, quote-open, record-too-long.
 */
export function unreadableProblem({ text, newline, whole }: Unreadable, file: string): Problem {
  const notCsv: Problem = { code: 'not-csv', file, looksLike: 'text' };
  if (newline === null) return text.trim() === '' ? { code: 'file-empty', file } : notCsv;
  const line = openQuote(text, newline);
  if (line === null) return notCsv;
  return whole
    ? { code: 'quote-open', file, line }
    : { code: 'record-too-long', file, line, most: LONGEST_FIRST_RECORD, open: true };
}

/** What a first record is that has more cells, or more characters, than one may. Problems: too-many-columns, record-too-long. */
export function unfinishedProblem({ text, newline, line, cells }: Unfinished, file: string): Problem {
  if (cells > MOST_COLUMNS) return { code: 'too-many-columns', file, line, columns: cells, most: MOST_COLUMNS };
  const open = openQuote(text, newline);
  return { code: 'record-too-long', file, line: open ?? line, most: LONGEST_FIRST_RECORD, open: open !== null };
}

/** The line on which a quote is opened that the text does not close; null: there is none. */
function openQuote(text: string, newline: Newline): number | null {
  const stop = new RecordReader({ delimiter: ',', newline, malformedQuotes: true }, SINK).push(text, true);
  return stop?.kind === 'quote-open' ? stop.line : null;
}
