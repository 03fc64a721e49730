import type { ByteSource } from '@/lib/core/csv/byte-source';

/** Bytes of all files that are fetched before they are asked for. */
const MOST = 16 * 2 ** 20;

/**
 * The same sources, of which the first are fetched whole and side by side: a browser takes longer to hand out a piece of a
 * small file than to hand out all of it. To be let go after the reading, since they hold the bytes.
 */
export function readAhead(sources: readonly ByteSource[]): readonly ByteSource[] {
  let bytes = 0;
  return sources.map((source) => {
    bytes += source.size;
    return bytes <= MOST && source.size > 0 ? fetched(source) : source;
  });
}

/** A failure is told to whoever asks for a piece. */
function fetched(source: ByteSource): ByteSource {
  const whole = source.slice(0, source.size);
  whole.catch(() => undefined);
  return { ...source, slice: async (from, to) => (await whole).subarray(from, to) };
}
