import { buffersOfTable, type PackedTable } from '@/lib/core/csv/packed-table';
import type { HowToRead } from '@/lib/core/csv/read-bytes';
import type { Result } from '@/lib/core/result';
import type { ReadFile, SourceProgress } from './read-source';

/** The wire between a session and a thread that reads beside it. One source is read at a time. */

/** Session to reader: read this source. */
export interface ToReader {
  readonly name: string;
  /** In bytes, when the source was opened. */
  readonly size: number;
  /** Of the source: see `ByteSource`. */
  readonly handle: unknown;
  /** Of the file that has the source's own name. */
  readonly as: HowToRead;
  /** As in `SourceOptions`. */
  readonly unpacked: number | undefined;
}

/** Reader to session. For each source any number of `progress`, then exactly one `read` or `crash`. */
export type FromReader =
  | { readonly type: 'progress'; readonly progress: SourceProgress }
  | { readonly type: 'read'; readonly files: readonly PackedFile[] }
  /** A bug, or a part that could not be loaded: the source has to be read elsewhere, where it shows. */
  | { readonly type: 'crash' };

export interface PackedFile extends Omit<ReadFile, 'table'> {
  readonly table: Result<PackedTable>;
}

/** Buffers that a message hands over rather than copies; the sender's are empty afterwards. */
export function buffersOf(message: FromReader): ArrayBuffer[] {
  return message.type === 'read'
    ? message.files.flatMap(({ table }) => (table.ok ? buffersOfTable(table.value) : []))
    : [];
}

/** A thread that reads, as the one sees it that started it. */
export interface ReaderPort {
  post(message: ToReader): void;
  /** Called once, before anything is posted. `died`: no answer is to be expected any more. */
  listen(received: (message: FromReader) => void, died: () => void): void;
  terminate(): void;
}

/** Threads that a session may read with beside its own. */
export interface ReaderPool {
  /** May throw. */
  readonly spawn: () => ReaderPort;
  /** As many as there is a processor for, beside the session's own; >= 0. */
  readonly count: number;
  /** Bytes in all from which on they are started; left out: from which on one gains more than its start takes. */
  readonly fromBytes?: number;
}
