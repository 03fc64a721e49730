import type { ByteSource } from '@/lib/core/csv/byte-source';
import { isPacked } from '@/lib/engine/readers/unpack-source';

export const loadUnpackedSize = () => import('@/lib/core/archive/unpacked-size');

/**
 * Bytes that an investigation takes at its peak for each byte of CSV, measured at ten million users: keys that are whole
 * numbers, which take most for their length, and four more columns of numbers.
 */
const FOR_A_BYTE = 4;
/** Bytes that it takes whatever the files. */
const AT_LEAST = 150e6;
/** Part of a machine's memory that is an investigation's; the rest is everything else's. */
const SHARE = 0.75;

/** Bytes that an investigation of the sources takes at its peak, about. */
export async function memoryNeeded(sources: readonly ByteSource[]): Promise<number> {
  // What cannot be looked at is told when it is read.
  const sizes = await Promise.all(
    sources.map((source) =>
      sizeOf(source)
        .finally(source.close)
        .catch(() => source.size),
    ),
  );
  return AT_LEAST + FOR_A_BYTE * sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(source: ByteSource): Promise<number> {
  if (!(await isPacked(source))) return source.size;
  const { unpackedSize } = await loadUnpackedSize();
  return unpackedSize(source);
}

/** Bytes of CSV that an investigation may have where it may take so many of memory. */
export function bytesThatFit(memory: number): number {
  return Math.max(0, (memory - AT_LEAST) / FOR_A_BYTE);
}

/** Bytes that an investigation may take on a machine that has so many. */
export function memoryAllowed(bytes: number): number {
  return SHARE * bytes;
}
