import type { Problem } from '../problem';
import type { Unreadable } from './plan';
import { RecordReader, type RecordSink } from './record-reader';

const SINK: RecordSink = { record: () => undefined, malformed: () => undefined };

/** Why a file that begins so could not be planned. Problems: file-empty, not-csv, quote-open. */
export function unreadableProblem({ text, newline }: Unreadable, file: string): Problem {
  const notCsv: Problem = { code: 'not-csv', file, looksLike: 'text' };
  if (newline === null) return text.trim() === '' ? { code: 'file-empty', file } : notCsv;
  // A quote that is never closed hides the delimiters behind it: say that rather than "no columns".
  const stop = new RecordReader({ delimiter: ',', newline, malformedQuotes: true }, SINK).push(text, true);
  return stop?.kind === 'quote-open' ? { code: 'quote-open', file, line: stop.line } : notCsv;
}
