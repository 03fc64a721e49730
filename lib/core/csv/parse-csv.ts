import { assertNever } from '../assert-never';
import type { Problem } from '../problem';
import { fail, type Result } from '../result';
import type { ByteSource } from './byte-source';
import type { CsvTable } from './csv-table';
import { decoderOf, ENCODING_NAMES, type Encoding } from './encoding';
import { hasNul } from './file-kind';
import { NewlineUnifier } from './newlines';
import { type Dialect, NEWLINE_NAMES, planOf, SAMPLE } from './plan';
import { CHUNK_BYTES, type ReadOptions, readBytes } from './read-bytes';
import { type ReadStop, RecordReader } from './record-reader';
import { TableBuilder } from './table-builder';
import { unreadableProblem } from './unreadable';

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
 * Reads a file as text through PapaParse's parser: whatever the scanner leaves to it, and what the scanner is held to. A
 * file that is not valid UTF-8 is read as windows-1252.
 */
export async function parseCsv(
  source: ByteSource,
  options: ReadOptions,
  detected: Pick<Assumptions, 'encoding' | 'bom'>,
): Promise<Result<CsvTable>> {
  let assume: Assumptions = { ...detected, mixedNewlines: false };
  for (;;) {
    const attempt = await read(source, options, assume);
    if (attempt.kind === 'done') return attempt.result;
    assume = attempt.assume;
  }
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
      newline: mixedNewlines ? 'mixed' : NEWLINE_NAMES[newline],
      bom,
      encoding: ENCODING_NAMES[encoding],
      quoted: this.#reader?.quoted ?? false,
    });
  }

  #begin(last: boolean): Attempt | null {
    const whole = last && this.#sample.length <= SAMPLE;
    const plan = planOf(whole ? this.#sample : this.#sample.slice(0, SAMPLE), whole);
    if (plan.kind === 'mixed-newlines') return this.#mixed();
    if (plan.kind === 'unreadable') return this.#failed(unreadableProblem(plan, this.#source.name));
    const { delimiter, newline, named } = plan;
    this.#dialect = { delimiter, newline };
    if (named) this.#table.note({ code: 'delimiter-line' });
    this.#reader = new RecordReader(delimiter, newline, (cells, line) => {
      if (!named || line > 1) this.#table.push(cells, line);
    });
    return null;
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
