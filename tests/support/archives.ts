import { deflateRawSync, gzipSync } from 'node:zlib';
import { crc32 } from '@/lib/core/archive/crc32';
import { utf8 } from './csv-text';

/** An entry as it is written; what is left out is true. */
export interface WrittenEntry {
  readonly path: string;
  readonly content: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly unpacked?: number;
  /** Bytes as they stand in the archive; left out: packed by the method, or stored. */
  readonly body?: Uint8Array;
  /** Sizes stand in an extra field, as in archives beyond 4 GB. */
  readonly wide?: boolean;
  /** Another place than the entry's own. */
  readonly at?: number;
}

/** A zip, written byte by byte so that any lie can be told in it. */
export function zipOf(
  entries: readonly WrittenEntry[],
  before: Uint8Array = new Uint8Array(),
  comment = '',
): Uint8Array {
  const parts: Uint8Array[] = [before];
  const central: Uint8Array[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const entry of entries) {
    const { path, content, method = 8, flags = 0x800, wide = false } = entry;
    const body = entry.body ?? (method === 8 ? deflateRawSync(content) : content);
    const { crc = crc32(content), unpacked = content.length, at = length() - before.length } = entry;
    const name = utf8(path);
    const sizes = wide ? [0xffff_ffff, 0xffff_ffff] : [body.length, unpacked];
    const extra = wide ? fields([2, 1], [2, 16], [8, unpacked], [8, body.length]) : new Uint8Array();
    const common = [
      [2, flags],
      [2, method],
      [4, 0],
      [4, crc],
      [4, sizes[0]],
      [4, sizes[1]],
      [2, name.length],
      [2, extra.length],
    ] as [number, number][];
    parts.push(fields([4, 0x04034b50], [2, 20], ...common), name, extra, body);
    central.push(
      fields([4, 0x02014b50], [2, 20], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
      name,
      extra,
    );
  }
  const offset = length() - before.length;
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const text = utf8(comment);
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, size],
    [4, offset],
    [2, text.length],
  );
  return joined([...parts, ...central, end, text]);
}

/** Gzip members one behind the other. */
export function gzipOf(pieces: readonly Uint8Array[]): Uint8Array {
  return joined(pieces.map((piece) => new Uint8Array(gzipSync(piece))));
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Little-endian numbers of so many bytes. */
function fields(...numbers: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = Buffer.alloc(numbers.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of numbers) {
    if (size === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return new Uint8Array(bytes);
}
