import type { ByteSource } from '@/lib/core/csv/byte-source';

/** Bytes of all sources that are held at once. */
const MOST = 8 * 2 ** 20;

/**
 * The same sources; few bytes are fetched whole and side by side, for a browser takes longer to hand out a piece of a small
 * file than to hand out all of it. To be let go after the reading, since they hold the bytes.
 */
export function readAhead(sources: readonly ByteSource[]): readonly ByteSource[] {
  const bytes = sources.reduce((sum, { size }) => sum + size, 0);
  return bytes > MOST ? sources : sources.map(fetched);
}

/** A failure is told to whoever asks for a piece. */
function fetched({ name, size, handle, slice }: ByteSource): ByteSource {
  const whole = slice(0, size);
  whole.catch(() => undefined);
  return { name, size, handle, slice: async (from, to) => (await whole).subarray(from, to) };
}
