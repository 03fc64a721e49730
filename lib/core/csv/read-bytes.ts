import type { Problem } from '../problem';
import type { GivenEncoding } from '../setup';
import type { ByteSource } from './byte-source';

/** How a file is to be read where a person said it. */
export interface HowToRead {
  /** The 1-based physical line on which the header stands; left out: it is found. */
  readonly headerLine?: number | undefined;
  /** What its bytes are read as where they are no UTF-16; left out: the file decides. */
  readonly encoding?: GivenEncoding | undefined;
}

export interface ReadOptions extends HowToRead {
  /** Called after each chunk with the bytes and accepted rows so far; starts over when the file has to be read again. */
  readonly onProgress?: (bytes: number, rows: number) => void;
  readonly signal?: AbortSignal;
  /** Bytes read at a time, >= 1. The result does not depend on it. */
  readonly chunkBytes?: number;
}

/** Few enough to stay near the processor while they are checked and scanned. */
export const CHUNK_BYTES = 2 ** 20;

/** Thrown where a source gives no bytes, or reading was cancelled; `readCsv` makes a value of it. */
export class Stopped extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Throws `Stopped`: cancelled, file-changed, file-unreadable. */
export async function readBytes(
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

/**
 * The bytes from `from` on, in pieces: as they come, or of `chunkBytes` where that is given.
 * Throws `Stopped`: cancelled, file-changed, file-unreadable.
 */
export async function* readPieces(
  source: ByteSource,
  from: number,
  { signal, chunkBytes }: ReadOptions,
): AsyncGenerator<Uint8Array> {
  let at = from;
  if (source.stream && chunkBytes === undefined) {
    const pieces = source.stream(from)[Symbol.asyncIterator]();
    try {
      for (let piece = await next(pieces); piece !== null; piece = await next(pieces)) {
        if (signal?.aborted) throw new Stopped({ code: 'cancelled' });
        at += piece.length;
        if (at > source.size) throw new Stopped({ code: 'file-changed', file: source.name });
        yield piece;
      }
    } finally {
      await pieces.return?.();
    }
  }
  while (at < source.size) {
    const to = Math.min(at + (chunkBytes ?? CHUNK_BYTES), source.size);
    yield await readBytes(source, at, to, signal);
    at = to;
  }
}

/** Null where they end, or fail: what is then missing is read slice by slice. */
async function next(pieces: AsyncIterator<Uint8Array, unknown>): Promise<Uint8Array | null> {
  try {
    const piece = await pieces.next();
    return piece.done === true ? null : piece.value;
  } catch {
    return null;
  }
}
