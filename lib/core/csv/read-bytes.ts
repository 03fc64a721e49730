import type { Problem } from '../problem';
import type { ByteSource } from './byte-source';

export interface ReadOptions {
  /** Called after each chunk with the bytes and accepted rows so far; starts over when the file has to be read again. */
  readonly onProgress?: (bytes: number, rows: number) => void;
  readonly signal?: AbortSignal;
  /** Bytes read at a time, >= 1. The result does not depend on it. */
  readonly chunkBytes?: number;
  /** The 1-based physical line on which the header stands; left out: it is found. */
  readonly headerLine?: number | undefined;
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
