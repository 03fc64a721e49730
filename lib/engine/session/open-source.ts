import { type ByteSource, bytesSource } from '@/lib/core/csv/byte-source';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Source } from '@/lib/engine/investigator';

/** A source's bytes: of a file read piece by piece, of an address fetched whole. Problems: file-unreadable, cancelled. */
export async function openSource(source: Source, signal?: AbortSignal): Promise<Result<ByteSource>> {
  const name = source.name.replace(/^.*[\\/]/, '');
  if (source.kind === 'file') return ok(blobSource(name, source.file));
  try {
    const response = await fetch(source.url, { signal: signal ?? null });
    if (!response.ok)
      return fail({ code: 'file-unreadable', file: name, reason: `the site answered ${response.status}` });
    return ok(bytesSource(name, new Uint8Array(await response.arrayBuffer())));
  } catch (error) {
    if (signal?.aborted) return fail({ code: 'cancelled' });
    return fail({
      code: 'file-unreadable',
      file: name,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

/** A blob is its own handle. */
export function blobSource(name: string, blob: Blob): ByteSource {
  return {
    name,
    size: blob.size,
    handle: blob,
    slice: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
    stream: (from) => piecesOf(blob.slice(from)),
  };
}

async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // Nobody reads on: whether the rest could still be read is nobody's concern.
    await reader.cancel().catch(() => undefined);
  }
}
