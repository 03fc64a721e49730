import { decoderOf } from '../csv/encoding';
import type { ArchiveFlaw } from '../problem';
import { fail, ok, type Result } from '../result';

/** An entry as a zip's directory names it (PKWARE APPNOTE 4.3.12). Bytes and places in the archive. */
export interface ZipEntry {
  /** As written, with its folders. */
  readonly path: string;
  readonly encrypted: boolean;
  /** 0: stored, 8: deflate. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its packed bytes begin. */
  readonly from: number;
}

const LOCAL = 0x0403_4b50;
const CENTRAL = 0x0201_4b50;
const END = 0x0605_4b50;
const END_64 = 0x0606_4b50;
const LOCATOR_64 = 0x0706_4b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
const UTF_8 = 0x800;
const AES = 99;
const FULL_16 = 0xffff;
const FULL_32 = 0xffff_ffff;

/** The entries in the directory's order, folders too. Every one is where its directory says, under the same name. */
export function zipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], ArchiveFlaw> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (!end.ok) return end;
  const { count, size, offset, at } = end.value;
  // What stands before the archive, as in one that unpacks itself, shifts every place.
  const shift = at - size - offset;
  if (shift < 0) return fail('directory');
  const entries: ZipEntry[] = [];
  let next = at - size;
  for (let e = 0; e < count; e++) {
    const read = entryAt(view, bytes, next, at, shift);
    if (!read.ok) return read;
    entries.push(read.value.entry);
    next = read.value.next;
  }
  if (next !== at) return fail('directory');
  return overlap(entries, at - size) ? fail('overlap') : ok(entries);
}

interface End {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the directory ends. */
  readonly at: number;
}

function endOf(view: DataView): Result<End, ArchiveFlaw> {
  const last = view.byteLength - END_BYTES;
  let at = last;
  while (
    at >= Math.max(0, last - FULL_16) &&
    !(view.getUint32(at, true) === END && at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength)
  )
    at--;
  if (at < Math.max(0, last - FULL_16)) return fail('cut');
  const [disk, first, here, count] = [4, 6, 8, 10].map((field) => view.getUint16(at + field, true)) as [
    number,
    number,
    number,
    number,
  ];
  const size = view.getUint32(at + 12, true);
  const offset = view.getUint32(at + 16, true);
  if (at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64) return end64(view, at - 20);
  if (disk !== 0 || first !== 0 || here !== count) return fail('split');
  if (count === FULL_16 || size === FULL_32 || offset === FULL_32) return fail('directory');
  return ok({ count, size, offset, at });
}

function end64(view: DataView, locator: number): Result<End, ArchiveFlaw> {
  if (view.getUint32(locator + 16, true) > 1) return fail('split');
  // It stands right before its locator, wherever that says that it is: something may stand before the archive.
  const at = locator - 56;
  if (at < 0 || view.getUint32(at, true) !== END_64) return fail('directory');
  const [count, size, offset] = [32, 40, 48].map((field) => Number(view.getBigUint64(at + field, true))) as [
    number,
    number,
    number,
  ];
  return count > view.byteLength || size > at ? fail('directory') : ok({ count, size, offset, at });
}

function entryAt(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  end: number,
  shift: number,
): Result<{ readonly entry: ZipEntry; readonly next: number }, ArchiveFlaw> {
  if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL) return fail('directory');
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const [nameLength, extraLength, commentLength, disk] = [28, 30, 32, 34].map((field) =>
    view.getUint16(at + field, true),
  ) as [number, number, number, number];
  const nameFrom = at + CENTRAL_BYTES;
  const next = nameFrom + nameLength + extraLength + commentLength;
  if (next > end) return fail('directory');
  if (disk !== 0 && disk !== FULL_16) return fail('split');
  const sizes = wideSizes(view, nameFrom + nameLength, extraLength, {
    unpacked: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
  });
  if (sizes === null) return fail('directory');
  const local = shift + sizes.local;
  const name = bytes.subarray(nameFrom, nameFrom + nameLength);
  const from = dataOf(view, bytes, local, name);
  if (from === null || from + sizes.packed > end) return fail('directory');
  return ok({
    entry: {
      path: nameOf(name, (flags & UTF_8) !== 0),
      encrypted: (flags & ENCRYPTED) !== 0 || method === AES,
      method,
      crc: view.getUint32(at + 16, true),
      packed: sizes.packed,
      unpacked: sizes.unpacked,
      from,
    },
    next,
  });
}

interface Sizes {
  readonly unpacked: number;
  readonly packed: number;
  readonly local: number;
}

/** Those that do not fit 32 bits stand in an extra field, in this order (APPNOTE 4.5.3). Null: one is missing there. */
function wideSizes(view: DataView, from: number, length: number, sizes: Sizes): Sizes | null {
  if (![sizes.unpacked, sizes.packed, sizes.local].includes(FULL_32)) return sizes;
  for (let at = from; at + 4 <= from + length; ) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (id === 1) {
      let field = at + 4;
      const wide = (value: number) => {
        if (value !== FULL_32) return value;
        field += 8;
        return field <= at + 4 + size && field <= view.byteLength
          ? Number(view.getBigUint64(field - 8, true))
          : Number.NaN;
      };
      const found = { unpacked: wide(sizes.unpacked), packed: wide(sizes.packed), local: wide(sizes.local) };
      return Object.values(found).every(Number.isSafeInteger) ? found : null;
    }
    at += 4 + size;
  }
  return null;
}

/** Where an entry's packed bytes begin: behind its own header, which has the name that the directory has. */
function dataOf(view: DataView, bytes: Uint8Array, local: number, name: Uint8Array): number | null {
  if (local + LOCAL_BYTES > view.byteLength || view.getUint32(local, true) !== LOCAL) return null;
  const [nameLength, extraLength] = [26, 28].map((field) => view.getUint16(local + field, true)) as [number, number];
  const from = local + LOCAL_BYTES;
  const own = bytes.subarray(from, from + nameLength);
  const same = own.length === name.length && own.every((byte, i) => byte === name[i]);
  return same ? from + nameLength + extraLength : null;
}

/** UTF-8 where it says so or is it; else as Windows writes it, whose code page nothing names. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return decoderOf('utf-8', !utf8).decode(bytes, true);
  } catch {
    return decoderOf('windows-1252', false).decode(bytes, true);
  }
}

function overlap(entries: readonly ZipEntry[], end: number): boolean {
  const sorted = [...entries].sort((a, b) => a.from - b.from);
  return sorted.some(({ from, packed }, e) => {
    const next = sorted[e + 1];
    return from + packed > (next ? next.from - LOCAL_BYTES : end);
  });
}
