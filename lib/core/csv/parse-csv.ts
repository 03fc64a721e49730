import { assertNever } from '../assert-never';
import { LONGEST_RECORD } from '../limits';
import type { Problem } from '../problem';
import { fail, type Result } from '../result';
import type { ByteSource } from './byte-source';
import type { CsvTable, EncodingBy } from './csv-table';
import { decoderOf, ENCODING_NAMES, type Encoding } from './encoding';
import { type LineList, surveyUtf8 } from './encoding-survey';
import { hasNul } from './file-kind';
import { LineCounter } from './line-counter';
import { linesOf, NewlineUnifier } from './newlines';
import type { Dialect } from './papa-parser';
import { NEWLINE_NAMES, planOf, SAMPLE } from './plan';
import { CHUNK_BYTES, type ReadOptions, readBytes } from './read-bytes';
import { type ReadStop, RecordReader } from './record-reader';
import { TableBuilder } from './table-builder';
import { unfinishedProblem, unreadableProblem } from './unreadable';

/** Characters parsed at a time. */
const PIECE = 2 ** 18;

/** How the text is taken; found out while reading, and changed by reading again from the start. */
interface Assumptions {
  readonly encoding: Encoding;
  readonly encodingBy: EncodingBy;
  readonly bom: boolean;
  readonly notUtf8: CsvTable['notUtf8'];
  /** Lines that are not of that encoding; null: none is known. */
  readonly foreign: LineList | null;
  /** Line breaks of several kinds end records: all are read as LF, those within quotes too. */
  readonly mixedNewlines: boolean;
  /** See `RecordForm`. */
  readonly malformedQuotes: boolean;
}

type Attempt =
  | { readonly kind: 'done'; readonly result: Result<CsvTable> }
  | { readonly kind: 'again'; readonly assume: Partial<Assumptions> };

/**
 * Reads a file as text through PapaParse's parser: whatever the scanner leaves to it, and what the scanner is held to.
 * Where the bytes are no UTF-8 all of them decide what they are: windows-1252 where no line is UTF-8, else what most of
 * the lines beyond ASCII are, and the others are rejected.
 */
export async function parseCsv(
  source: ByteSource,
  options: ReadOptions,
  detected: Pick<Assumptions, 'encoding' | 'bom'>,
): Promise<Result<CsvTable>> {
  const told = detected.encoding === 'utf-8' ? options.encoding : undefined;
  let assume: Assumptions = {
    ...detected,
    ...(told === 'windows-1252' ? { encoding: told, bom: false } : {}),
    encodingBy: told === undefined ? (detected.encoding === 'utf-8' || detected.bom ? 'file' : 'none') : 'given',
    notUtf8: null,
    foreign: null,
    mixedNewlines: false,
    malformedQuotes: false,
  };
  for (;;) {
    const attempt = await read(source, options, assume);
    if (attempt.kind === 'done') return attempt.result;
    assume = { ...assume, ...attempt.assume };
  }
}

async function read(source: ByteSource, options: ReadOptions, assume: Assumptions): Promise<Attempt> {
  const reading = new Reading(source, assume, options.headerLine);
  const decoder = decoderOf(assume.encoding, assume.foreign === null);
  const chunk = options.chunkBytes ?? CHUNK_BYTES;
  for (let at = 0; at < source.size; at += chunk) {
    const to = Math.min(at + chunk, source.size);
    const bytes = await readBytes(source, at, to, options.signal);
    const last = to === source.size;
    let text: string;
    try {
      text = decoder.decode(bytes, last);
    } catch {
      return malformed(source, options, assume);
    }
    const attempt = reading.push(text, last);
    if (attempt) return attempt;
    options.onProgress?.(to, reading.rows);
  }
  return { kind: 'done', result: reading.finish() };
}

/** What to do with bytes that are not of the encoding: the whole file says it. */
async function malformed(source: ByteSource, options: ReadOptions, { encoding, bom }: Assumptions): Promise<Attempt> {
  const file = source.name;
  if (encoding !== 'utf-8') {
    const problem: Problem = bom
      ? { code: 'encoding-broken', file, encoding: ENCODING_NAMES[encoding] }
      : { code: 'not-csv', file, looksLike: 'binary' };
    return { kind: 'done', result: fail(problem) };
  }
  const { utf8, other, first } = await surveyUtf8(source, options);
  const notUtf8 = { lines: other.count, first };
  if (other.count === 0) return { kind: 'done', result: fail({ code: 'file-changed', file }) };
  const given = options.encoding === 'utf-8';
  if (given || bom || utf8.count >= Math.max(1, other.count))
    return { kind: 'again', assume: { notUtf8, foreign: other, encodingBy: given ? 'given' : 'most' } };
  return {
    kind: 'again',
    assume: {
      encoding: 'windows-1252',
      notUtf8,
      foreign: utf8.count === 0 ? null : utf8,
      encodingBy: utf8.count === 0 ? 'none' : 'most',
    },
  };
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
  readonly #counter = new LineCounter();

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
    this.#counter.pushText(piece);
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
    const { encoding, encodingBy, notUtf8, bom, mixedNewlines } = this.#assume;
    const { delimiter, newline } = this.#dialect as Dialect;
    const dialect: CsvTable['dialect'] = {
      delimiter,
      newline: mixedNewlines ? 'mixed' : NEWLINE_NAMES[newline],
      bom,
      encoding: ENCODING_NAMES[encoding],
      quoted: this.#reader?.quoted ?? false,
    };
    const lines = { counted: this.#counter.lines, read: this.#reader?.lines ?? 0 };
    return this.#table.finish({ bytes: this.#source.size, dialect, encodingBy, notUtf8, lines });
  }

  #begin(last: boolean): Attempt | null {
    const whole = last && this.#sample.length <= SAMPLE;
    const plan = planOf(whole ? this.#sample : this.#sample.slice(0, SAMPLE), whole);
    if (plan.kind === 'mixed-newlines') return this.#mixed();
    if (plan.kind === 'unfinished') return this.#failed(unfinishedProblem(plan, this.#source.name));
    if (plan.kind === 'unreadable') return this.#failed(unreadableProblem(plan, this.#source.name));
    const { delimiter, newline, named } = plan;
    this.#dialect = { delimiter, newline };
    if (named) this.#table.note({ code: 'delimiter-line' });
    const { malformedQuotes } = this.#assume;
    this.#reader = new RecordReader(
      { delimiter, newline, malformedQuotes },
      {
        record: (cells, line) => {
          if (!named || line > 1) this.#push(cells, line);
        },
        malformed: (text, line) => {
          this.#table.refuse([text], line, 'quote-out-of-place');
        },
      },
    );
    return null;
  }

  #push(cells: string[], line: number): void {
    const { foreign } = this.#assume;
    const end = foreign === null ? line : line + linesOf(cells);
    for (let at = line; at < end; at++)
      if (foreign?.has(at)) {
        this.#table.refuse(cells, line, 'other-encoding');
        return;
      }
    this.#table.push(cells, line);
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
      case 'quotes-malformed':
        return { kind: 'again', assume: { malformedQuotes: true } };
      case 'quote-open':
        return this.#failed({ code: 'quote-open', file, line: stop.line });
      case 'record-too-long':
        return this.#failed({ code: 'record-too-long', file, line: stop.line, most: LONGEST_RECORD, open: stop.open });
      default:
        return assertNever(stop);
    }
  }

  #mixed(): Attempt {
    return { kind: 'again', assume: { mixedNewlines: true } };
  }

  #failed(problem: Problem): Attempt {
    return { kind: 'done', result: fail(problem) };
  }
}
