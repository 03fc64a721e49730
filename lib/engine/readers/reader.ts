import { assertNever } from '@/lib/core/assert-never';
import type { ByteSource } from '@/lib/core/csv/byte-source';
import { unpackTable } from '@/lib/core/csv/packed-table';
import { ok } from '@/lib/core/result';
import type { FromReader, PackedFile, ReaderPort } from './protocol';
import type { ReadFile, SourceOptions } from './read-source';

/** A thread that reads one source at a time beside this one. */
export interface Reader {
  /**
   * Null: the reader cannot read it, because it died, was closed, met a bug or lacks the bytes, and it has to be read here.
   * What is in an archive is read as it comes, whatever is asked for. A cancel is not heard: close it.
   */
  read(source: ByteSource, options: Omit<SourceOptions, 'signal'>): Promise<readonly ReadFile[] | null>;
  /** Ends it, and what it reads with it. */
  close(): void;
}

/** Starts a reader. Whatever becomes of its thread, each reading settles. */
export function startReader(spawn: () => ReaderPort): Reader {
  let port: ReaderPort | null = null;
  let received: (message: FromReader) => void = () => undefined;
  let settle: (files: readonly ReadFile[] | null) => void = () => undefined;

  function close(): void {
    port?.terminate();
    port = null;
    settle(null);
  }

  try {
    port = spawn();
    port.listen((message) => {
      received(message);
    }, close);
  } catch {
    close();
  }

  return {
    read: ({ name, size, handle }, { as, unpacked: most, onProgress }) =>
      new Promise((resolve) => {
        settle = resolve;
        if (port === null || handle === undefined) {
          settle(null);
          return;
        }
        received = (message) => {
          switch (message.type) {
            case 'progress':
              onProgress?.(message.progress);
              return;
            case 'read':
              settle(message.files.map(unpacked));
              return;
            case 'crash':
              settle(null);
              return;
            default:
              assertNever(message);
          }
        };
        try {
          port.post({ name, size, handle, as: as?.(name) ?? {}, unpacked: most });
        } catch {
          close();
        }
      }),
    close,
  };
}

function unpacked({ table, ...file }: PackedFile): ReadFile {
  return { ...file, table: table.ok ? ok(unpackTable(table.value)) : table };
}
