import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '@/lib/core/csv/byte-source';
import { fail, ok, type Result } from '@/lib/core/result';

/** A file on disk. It is open only while a slice of it is read. Problems: file-unreadable. */
export async function diskSource(path: string): Promise<Result<ByteSource>> {
  const name = basename(path);
  try {
    const handle = await open(path);
    const about = await handle.stat().finally(() => handle.close());
    if (about.isDirectory()) return fail({ code: 'file-unreadable', file: name, reason: 'it is a folder' });
    return ok(diskSlices(path, about.size));
  } catch (error) {
    return fail({ code: 'file-unreadable', file: name, reason: reasonOf(error) });
  }
}

/**
 * A file of so many bytes, with its path as its handle.
 * @param size when it was given
 */
export function diskSlices(path: string, size: number): ByteSource {
  return { name: basename(path), size, handle: path, slice: (from, to) => readSlice(path, from, to) };
}

async function readSlice(path: string, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(to - from).buffer);
  const handle = await open(path);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, from).finally(() => handle.close());
  return bytes.subarray(0, bytesRead);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'this user may not read it';
  return error instanceof Error ? error.message : String(error);
}
