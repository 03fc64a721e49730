/** Bytes that can be read piece by piece: a dropped file, a file on disk, or an array in memory. */
export interface ByteSource {
  /** File name without folders. */
  readonly name: string;
  /** In bytes, fixed when the source was made. */
  readonly size: number;
  /** Bytes `from` (inclusive) to `to` (exclusive), to <= size. Rejects when the file can no longer be read. */
  readonly slice: (from: number, to: number) => Promise<Uint8Array>;
  /**
   * The bytes from `from` on in pieces of any length, where that takes less than slice by slice; left out: it does not. May
   * end early, or throw: `slice` then says why.
   */
  readonly stream?: (from: number) => AsyncIterable<Uint8Array>;
  /** By which another thread opens the same bytes, structured-cloneable; left out: only this thread has them. */
  readonly handle?: unknown;
  /** Lets go of what is held open for the slices; a later one opens it again. Left out: nothing is. */
  readonly close?: () => Promise<void>;
}

export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, slice: (from, to) => Promise.resolve(bytes.subarray(from, to)) };
}
