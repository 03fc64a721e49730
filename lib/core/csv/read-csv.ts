import { assertNever } from '../assert-never';
import type { Problem } from '../problem';
import { fail, type Result } from '../result';
import type { ByteSource } from './byte-source';
import type { CsvTable } from './csv-table';
import { detectDelimiter, namedDelimiter } from './delimiter';
import { decoderOf, detectEncoding, ENCODING_NAMES, type Encoding } from './encoding';
import { hasNul, looksLikeMarkup, looksUnlikeText } from './file-kind';
import { detectNewline, NewlineUnifier } from './newlines';
import type { Delimiter, Newline } from './papa-parser';
import { type ReadStop, RecordReader } from './record-reader';
import { TableBuilder } from './table-builder';

interface ReadOptions {
  /** Called after each chunk with the bytes and accepted rows so far; starts over when the file has to be read again. */
  readonly onProgress?: (bytes: number, rows: number) => void;
  readonly signal?: AbortSignal;
  /** Bytes read at a time, >= 1. The result does not depend on it. */
  readonly chunkBytes?: number;
  /** The 1-based physical line on which the header stands; left out: it is found. */
  readonly headerLine?: number | undefined;
}

const CHUNK_BYTES = 4 * 2 ** 20;
/** First bytes, enough to tell a file's kind. */
const HEAD_BYTES = 4096;
/** Characters that decide delimiter and newline. */
const SAMPLE = 2 ** 18;

/** Characters parsed at a time. */
const PIECE = 2 ** 18;

/** How the text is taken; found out while reading, and changed by reading again from the start. */
interface Assumptions {
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** Line breaks of several kinds end records: all are read as LF, those within quotes too. */
  readonly mixedNewlines: boolean;
}

type Attempt =
  | { readonly kind: 'done'; readonly result: Result<CsvTable> }
  | { readonly kind: 'again'; readonly assume: Assumptions };

/**
 * Reads a CSV file into columns of texts, in chunks; memory grows with rows and distinct texts, not with bytes.
 * UTF-8 unless a byte order mark or a NUL in every pair of bytes says UTF-16; a file that is not valid UTF-8 is read as windows-1252. A file with a header
 * and no rows gives a table of 0 rows. Every record becomes a row, a rejection, the header, or is a blank line or a first
 * line that names the delimiter (`sep=;`), which a note tells.
 * Problems: file-empty, not-csv, no-header, column-duplicate, quote-open, file-changed, file-unreadable, cancelled.
 */
export async function readCsv(source: ByteSource, options: ReadOptions = {}): Promise<Result<CsvTable>> {
  if (source.size === 0) return fail({ code: 'file-empty', file: source.name });
  try {
    const head = await readBytes(source, 0, Math.min(HEAD_BYTES, source.size), options.signal);
    const looksLike = looksUnlikeText(head);
    if (looksLike) return fail({ code: 'not-csv', file: source.name, looksLike });
    let assume: Assumptions = { ...detectEncoding(head), mixedNewlines: false };
    for (;;) {
      const attempt = await read(source, options, assume);
      if (attempt.kind === 'done') return attempt.result;
      assume = attempt.assume;
    }
  } catch (error) {
    if (error instanceof Stopped) return fail(error.problem);
    throw error;
  }
}

class Stopped extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

async function readBytes(
  source: ByteSource,
  from: number,
  to: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (signal?.aborted) throw new Stopped({ code: 'cancelled' });
  let bytes: Uint8Array;
  try {
    bytes = await source.slice(from, to);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
    if (name === 'AbortError') throw new Stopped({ code: 'cancelled' });
    const gone = name === 'NotReadableError' || name === 'NotFoundError';
    throw new Stopped(
      gone
        ? { code: 'file-changed', file: source.name }
        : { code: 'file-unreadable', file: source.name, reason: message },
    );
  }
  if (signal?.aborted) throw new Stopped({ code: 'cancelled' });
  if (bytes.length !== to - from) throw new Stopped({ code: 'file-changed', file: source.name });
  return bytes;
}

async function read(source: ByteSource, options: ReadOptions, assume: Assumptions): Promise<Attempt> {
  const reading = new Reading(source, assume, options.headerLine);
  const decoder = decoderOf(assume.encoding);
  const chunk = options.chunkBytes ?? CHUNK_BYTES;
  for (let at = 0; at < source.size; at += chunk) {
    const to = Math.min(at + chunk, source.size);
    const bytes = await readBytes(source, at, to, options.signal);
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: to < source.size });
    } catch {
      return { kind: 'again', assume: { ...assume, encoding: 'windows-1252', bom: false } };
    }
    const attempt = reading.push(text, to === source.size);
    if (attempt) return attempt;
    options.onProgress?.(to, reading.rows);
  }
  return { kind: 'done', result: reading.finish() };
}

interface Dialect {
  readonly delimiter: Delimiter;
  readonly newline: Newline;
}

/** One pass over a file's text under given assumptions. */
class Reading {
  readonly #source: ByteSource;
  readonly #assume: Assumptions;
  readonly #unifier: NewlineUnifier | null;
  readonly #table: TableBuilder;
  #sample = '';
  #dialect: Dialect | null = null;
  #reader: RecordReader | null = null;

  constructor(source: ByteSource, assume: Assumptions, headerLine: number | undefined) {
    this.#source = source;
    this.#assume = assume;
    this.#unifier = assume.mixedNewlines ? new NewlineUnifier() : null;
    this.#table = new TableBuilder(source.name, headerLine);
  }

  get rows(): number {
    return this.#table.seen;
  }

  /** Null to go on. */
  push(piece: string, last: boolean): Attempt | null {
    if (hasNul(piece)) return this.#failed({ code: 'not-csv', file: this.#source.name, looksLike: 'binary' });
    let text = this.#unifier?.push(piece, last) ?? piece;
    if (!this.#reader) {
      this.#sample += text;
      if (!last && this.#sample.length < SAMPLE) return null;
      const stop = this.#begin(last);
      if (stop) return stop;
      text = this.#sample;
      this.#sample = '';
    }
    return this.#records(text, last);
  }

  finish(): Result<CsvTable> {
    const { encoding, bom, mixedNewlines } = this.#assume;
    const { delimiter, newline } = this.#dialect as Dialect;
    return this.#table.finish(this.#source.size, {
      delimiter,
      newline: mixedNewlines ? 'mixed' : newline === '\n' ? 'LF' : newline === '\r' ? 'CR' : 'CRLF',
      bom,
      encoding: ENCODING_NAMES[encoding],
      quoted: this.#reader?.quoted ?? false,
    });
  }

  #begin(last: boolean): Attempt | null {
    const whole = last && this.#sample.length <= SAMPLE;
    const sample = whole ? this.#sample : this.#sample.slice(0, SAMPLE).replace(/\r$/, '');
    const file = this.#source.name;
    if (sample.trim() === '' && whole) return this.#failed({ code: 'file-empty', file });
    if (looksLikeMarkup(sample)) return this.#failed({ code: 'not-csv', file, looksLike: 'text' });
    const newline = detectNewline(sample);
    if (newline === 'mixed') return this.#mixed();
    const named = namedDelimiter(sample);
    const records = named ? sample.slice(sample.indexOf(newline) + newline.length) : sample;
    const delimiter =
      (named && detectDelimiter(records, newline, whole, [named])) || detectDelimiter(records, newline, whole);
    if (!delimiter) return this.#withoutColumns(sample, newline);
    this.#dialect = { delimiter, newline };
    if (named) this.#table.note({ code: 'delimiter-line' });
    this.#reader = new RecordReader(delimiter, newline, (cells, line) => {
      if (named === null || line > 1) this.#table.push(cells, line);
    });
    return null;
  }

  /** A quote that is never closed hides the delimiters behind it: say that rather than "no columns". */
  #withoutColumns(sample: string, newline: Newline): Attempt {
    const stop = new RecordReader(',', newline, () => undefined).push(sample, true);
    return this.#stopped(stop?.kind === 'quote-open' ? stop : { kind: 'endless-line' });
  }

  /** In pieces small enough for the records of one to be garbage before they are old. */
  #records(text: string, last: boolean): Attempt | null {
    for (let at = 0; at === 0 || at < text.length; at += PIECE) {
      const stop = this.#reader?.push(text.slice(at, at + PIECE), last && at + PIECE >= text.length);
      if (stop) return this.#stopped(stop);
    }
    return null;
  }

  #stopped(stop: ReadStop): Attempt {
    const file = this.#source.name;
    switch (stop.kind) {
      case 'mixed-newlines':
        return this.#mixed();
      case 'quote-open':
        return this.#failed({ code: 'quote-open', file, line: stop.line });
      case 'endless-line':
        return this.#failed({ code: 'not-csv', file, looksLike: 'text' });
      default:
        return assertNever(stop);
    }
  }

  #mixed(): Attempt {
    return { kind: 'again', assume: { ...this.#assume, mixedNewlines: true } };
  }

  #failed(problem: Problem): Attempt {
    return { kind: 'done', result: fail(problem) };
  }
}
