import type { ByteSource } from '../csv/byte-source';
import { archiveKind } from './archive-kind';

/** Bytes that a byte of a gzip can come to at most. */
const MOST_PACKED = 1032;
/** Bytes of a zip's end without its comment, and with the longest. */
const ZIP_END = 22;
const LONGEST_ZIP_END = ZIP_END + 0xffff;
/** Bytes of an entry in a zip's directory without its name, its extra fields and its comment. */
const ZIP_ENTRY = 46;

/**
 * Bytes of what a source holds, without unpacking it: as many as an archive says, of files packed within an archive their
 * packed ones; its own size where it is no archive, or one that says nothing to be believed. Rejects as `slice` does.
 */
export async function unpackedSize(source: ByteSource): Promise<number> {
  const { size } = source;
  const kind = archiveKind(await source.slice(0, Math.min(4, size)));
  if (kind === 'gzip' && size > 8) {
    const said = viewOf(await source.slice(size - 4, size)).getUint32(0, true);
    return said > size * MOST_PACKED ? size : Math.max(size, said);
  }
  return kind === 'zip' ? Math.max(size, await zipSize(source)) : size;
}

/** The sum that the directory at the end of a zip gives; 0: there is none. */
async function zipSize(source: ByteSource): Promise<number> {
  const { size } = source;
  const from = Math.max(0, size - LONGEST_ZIP_END);
  const end = viewOf(await source.slice(from, size));
  let at = end.byteLength - ZIP_END;
  while (at >= 0 && end.getUint32(at, true) !== 0x0605_4b50) at--;
  if (at < 0) return 0;
  const begins = end.getUint32(at + 16, true);
  const ends = Math.min(from + at, begins + end.getUint32(at + 12, true));
  if (begins >= ends) return 0;
  const entries = viewOf(await source.slice(begins, ends));
  let sum = 0;
  for (let entry = 0; entry + ZIP_ENTRY <= entries.byteLength; ) {
    if (entries.getUint32(entry, true) !== 0x0201_4b50) break;
    sum += entries.getUint32(entry + 24, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => entries.getUint16(entry + field, true));
    entry += ZIP_ENTRY + (name as number) + (extra as number) + (comment as number);
  }
  return sum;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
