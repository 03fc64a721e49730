import { type ByteSource, bytesSource } from '@/lib/core/csv/byte-source';
import { loadPart } from '@/lib/core/loaded';
import { ok, type Result } from '@/lib/core/result';

/** Few sources are archives. */
export const loadUnpacking = () => import('@/lib/core/csv/unpack');

/**
 * The files inside an archive; any other source as it stands. Only what begins like an archive is taken into memory
 * whole. Problems: file-unreadable, file-empty, part-missing.
 */
export async function unpackSource(source: ByteSource): Promise<Result<readonly ByteSource[]>> {
  try {
    if (!(await isPacked(source))) return ok([source]);
    const unpacking = await loadPart(loadUnpacking);
    if (!unpacking.ok) return unpacking;
    const files = unpacking.value.unpack(source.name, await source.slice(0, source.size));
    return files.ok ? ok(files.value.map(({ name, bytes }) => bytesSource(name, bytes))) : files;
  } catch {
    // Reading it as it stands says in its own words what is wrong with the file.
    return ok([source]);
  }
}

/** Whether a source begins like an archive. Rejects as `slice` does. */
export async function isPacked(source: ByteSource): Promise<boolean> {
  const [first, second] = await source.slice(0, Math.min(2, source.size));
  return (first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b);
}
