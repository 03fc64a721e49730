import type { ByteSource } from '@/lib/core/csv/byte-source';
import { packTable } from '@/lib/core/csv/packed-table';
import { ok } from '@/lib/core/result';
import { buffersOf, type FromReader, type PackedFile, type ToReader } from './protocol';
import { type ReadFile, readSource } from './read-source';

/**
 * The reader's end of the wire. Each source is answered exactly once; a reader is not cancelled but ended.
 * @param open what a handle says as the bytes that it was made for
 * @param post hands the buffers over
 */
export function createReader(
  open: (asked: ToReader) => ByteSource,
  post: (message: FromReader, transfer: ArrayBuffer[]) => void,
): (asked: ToReader) => Promise<void> {
  function send(message: FromReader): void {
    post(message, buffersOf(message));
  }
  return async (asked) => {
    const source = open(asked);
    try {
      const files = await readSource(source, {
        as: (file) => (file === asked.name ? asked.as : {}),
        unpacked: asked.unpacked,
        onProgress: (progress) => {
          send({ type: 'progress', progress });
        },
      }).finally(source.close);
      const isWhole = files.every(({ table }) => table.ok || table.problem.code !== 'part-missing');
      send(isWhole ? { type: 'read', files: files.map(packed) } : { type: 'crash' });
    } catch {
      send({ type: 'crash' });
    }
  };
}

function packed({ table, ...file }: ReadFile): PackedFile {
  return { ...file, table: table.ok ? ok(packTable(table.value)) : table };
}
