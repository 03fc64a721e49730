import { archiveKind } from '@/lib/core/archive/archive-kind';
import { type ByteSource, bytesSource } from '@/lib/core/csv/byte-source';
import { MOST_UNPACKED } from '@/lib/core/limits';
import { loadPart } from '@/lib/core/loaded';
import type { Problem } from '@/lib/core/problem';
import { fail, ok, type Result } from '@/lib/core/result';

/** Few sources are archives. */
export const loadUnpacking = () => import('@/lib/core/archive/open');

/** What a source is, or holds. */
export interface UnpackedSource {
  /** In the archive's order. */
  readonly files: readonly Result<ByteSource>[];
  /** What was left out of an archive, and such. */
  readonly asides: readonly Problem[];
}

/**
 * The files inside an archive, and in archives in it; any other source as it stands. Only what begins like an archive is
 * taken into memory whole. Problems of the files: part-missing, and those of `openArchive`.
 * @param most bytes that may come out; left out: as many as one array holds
 */
export async function unpackSource(source: ByteSource, most = MOST_UNPACKED): Promise<UnpackedSource> {
  try {
    if (!(await isPacked(source))) return asItIs(source);
    const unpacking = await loadPart(loadUnpacking);
    if (!unpacking.ok) return { files: [fail(unpacking.problem)], asides: [] };
    const bytes = await source.slice(0, source.size);
    const { files, asides } = unpacking.value.openArchive({ name: source.name, bytes }, Math.min(most, MOST_UNPACKED));
    return {
      files: files.map((file) => (file.ok ? ok(bytesSource(file.value.name, file.value.bytes)) : file)),
      asides,
    };
  } catch {
    // Reading it as it stands says in its own words what is wrong with the file.
    return asItIs(source);
  }
}

function asItIs(source: ByteSource): UnpackedSource {
  return { files: [ok(source)], asides: [] };
}

/** Whether a source begins like an archive that is opened. Rejects as `slice` does. */
export async function isPacked(source: ByteSource): Promise<boolean> {
  return archiveKind(await source.slice(0, Math.min(4, source.size))) !== null;
}
