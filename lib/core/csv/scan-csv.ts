import { LONGEST_RECORD } from '../limits';
import type { Result } from '../result';
import type { ByteSource } from './byte-source';
import type { CsvTable } from './csv-table';
import { ENCODING_NAMES } from './encoding';
import { LineCounter } from './line-counter';
import { NEWLINE_NAMES, planOf, SAMPLE } from './plan';
import { CHUNK_BYTES, type ReadOptions, readBytes, readPieces } from './read-bytes';
import { SCAN_MARGIN, Scanner } from './scanner';
import { TableBuilder } from './table-builder';

/** The bytes of UTF-8 of which a sample is made, whatever its characters. */
const SAMPLE_BYTES = 3 * SAMPLE;

/**
 * Reads a file of UTF-8 from its bytes, without a text per cell. Null where that does not do: see `Scanner`; other
 * encodings, line breaks of several kinds, and what no plan can be made for.
 */
export async function scanCsv(
  source: ByteSource,
  options: ReadOptions,
  bom: boolean,
): Promise<Result<CsvTable> | null> {
  const start = bom ? 3 : 0;
  const beginning = await readBytes(source, start, Math.min(start + SAMPLE_BYTES, source.size), options.signal);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(beginning, { stream: true });
  const whole = start + beginning.length === source.size && text.length <= SAMPLE;
  const plan = planOf(text.slice(0, SAMPLE), whole);
  if (plan.kind !== 'dialect') return null;
  const table = new TableBuilder(source.name, options.headerLine);
  if (plan.named) table.note({ code: 'delimiter-line' });
  const scanner = new Scanner(plan.delimiter, plan.newline, table, plan.named);
  const counter = new LineCounter();
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const chunk = options.chunkBytes ?? CHUNK_BYTES;
  let buffer = new Uint8Array(0);
  let kept = 0;
  let end = 0;
  let at = start;
  let pieces: Uint8Array[] = [];
  for await (const piece of readPieces(source, start, options)) {
    const needed = end + piece.length + SCAN_MARGIN;
    if (needed > buffer.length) buffer = larger(buffer, end, Math.max(needed, kept + chunk + SCAN_MARGIN));
    buffer.set(piece, end);
    end += piece.length;
    at += piece.length;
    pieces.push(piece);
    counter.push(piece);
    const last = at === source.size;
    if (end - kept < chunk && !last) continue;
    const rest = scanner.scan(buffer, end, last);
    if (rest === -1 || end - rest > LONGEST_RECORD) return null;
    if (scanner.beyondAscii && !areUtf8(utf8, pieces, last)) return null;
    const first = at - (end - kept) === start;
    buffer.copyWithin(0, rest, end);
    end -= rest;
    kept = end;
    pieces = [];
    if (first && table.rows > 0) table.reserve(Math.ceil((table.rows / (at - kept)) * source.size * MORE));
    options.onProgress?.(at, table.seen);
  }
  const dialect: CsvTable['dialect'] = {
    delimiter: plan.delimiter,
    newline: NEWLINE_NAMES[plan.newline],
    bom,
    encoding: ENCODING_NAMES['utf-8'],
    quoted: scanner.quoted,
  };
  const lines = { counted: counter.lines, read: scanner.lines };
  return table.finish({
    bytes: source.size,
    dialect,
    encodingBy: options.encoding === undefined ? 'file' : 'given',
    notUtf8: null,
    lines,
  });
}

/** Whether bytes that come in pieces are UTF-8. @param last nothing follows, so that they do not end within a character */
function areUtf8(decoder: TextDecoder, pieces: readonly Uint8Array[], last: boolean): boolean {
  try {
    for (const piece of pieces) decoder.decode(piece, { stream: true });
    if (last) decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Rows to make room for, to those that the first of them let expect. */
const MORE = 1.05;

function larger(buffer: Uint8Array, kept: number, length: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(length);
  grown.set(buffer.subarray(0, kept));
  return grown;
}
