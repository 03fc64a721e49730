import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ByteSource } from '@/lib/core/csv/byte-source';
import { fail, ok, type Result } from '@/lib/core/result';

/** What tells a file, and each state of its bytes, from every other. */
interface FileState {
  readonly dev: bigint;
  readonly ino: bigint;
  /** In bytes. */
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

/** By which a thread reads the same bytes as the one that looked first. Structured-cloneable. */
export interface DiskHandle {
  readonly path: string;
  readonly state: FileState;
}

/** In a file system's clock two changes within so long may be one. */
const TICK_MS = 20;
const REGULAR = { bigint: true } as const;

/** A file on disk, as it is at this moment; see `diskSlices`. Nothing but a file is opened. Problems: file-unreadable. */
export async function diskSource(path: string): Promise<Result<ByteSource>> {
  try {
    const other = otherKind(await stat(path));
    if (other !== null) return unreadable(path, other);
    await (await openFile(path)).close();
    return ok(diskSlices({ path, state: await settledState(path) }));
  } catch (error) {
    return unreadable(path, await reasonOf(error, path));
  }
}

/**
 * The bytes of a file in the state that the handle names. It is opened at the first slice and stays open until it is
 * closed. A slice rejects where, after it was read, the path leads no longer to that file in that state: all slices that
 * were given are of one state.
 */
export function diskSlices({ path, state }: DiskHandle): ByteSource {
  let opened: Promise<FileHandle> | null = null;
  return {
    name: basename(path),
    size: Number(state.size),
    handle: { path, state } satisfies DiskHandle,
    async slice(from, to) {
      try {
        opened ??= openSame(path, state);
        const bytes = await readSlice(await opened, from, to);
        if (!isSame(state, await stat(path, REGULAR))) throw changed();
        return bytes;
      } catch (error) {
        if (codeOf(error) === 'ENOENT') throw changed();
        throw codeOf(error) === null ? error : new Error(await reasonOf(error, path));
      }
    },
    async close() {
      const closing = opened?.catch(() => null);
      opened = null;
      await (await closing)?.close();
    },
  };
}

/** A change right after the last one may leave no trace: the file is looked at once the clock has gone on. */
async function settledState(path: string): Promise<FileState> {
  const seen = await stat(path, REGULAR);
  if (Math.abs(Date.now() - Number(seen.ctimeMs)) > TICK_MS) return stateOf(seen);
  await setTimeout(TICK_MS);
  return stateOf(await stat(path, REGULAR));
}

function stateOf({ dev, ino, size, mtimeNs, ctimeNs }: FileState): FileState {
  return { dev, ino, size, mtimeNs, ctimeNs };
}

function isSame(a: FileState, b: FileState): boolean {
  return (['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const).every((part) => a[part] === b[part]);
}

async function openSame(path: string, state: FileState): Promise<FileHandle> {
  const handle = await openFile(path);
  if (isSame(state, await handle.stat(REGULAR))) return handle;
  await handle.close();
  throw changed();
}

/** Waits for nobody, should a pipe have taken the file's place. */
function openFile(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NONBLOCK);
}

/** Shorter only where the file ends. */
async function readSlice(handle: FileHandle, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(to - from).buffer);
  let read = 0;
  while (read < bytes.length) {
    const { bytesRead } = await handle.read(bytes, read, Math.min(bytes.length - read, 2 ** 30), from + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** As a file is refused that changed after a browser was given it. */
function changed(): DOMException {
  return new DOMException('The file has changed since it was given.', 'NotReadableError');
}

/** What a path leads to that is no file; null: a file. */
function otherKind(about: Stats): string | null {
  if (about.isFile()) return null;
  if (about.isDirectory()) return 'it is a folder';
  if (about.isFIFO()) return 'it is a pipe, and what it gives has to be written to a file first';
  if (about.isSocket()) return 'it is a socket and no file';
  return 'it is a device and no file';
}

function unreadable(path: string, reason: string) {
  return fail({ code: 'file-unreadable', file: basename(path), reason } as const);
}

async function reasonOf(error: unknown, path: string): Promise<string> {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return (await isLink(path)) ? 'it is a link to a file that is not there' : 'there is no such file';
    case 'ELOOP':
      return 'it is a link that leads back to itself';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not read it';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (about) => about.isSymbolicLink(),
    () => false,
  );
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
