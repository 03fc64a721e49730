import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createReader } from '@/lib/engine/readers/host';
import type { FromReader, ReaderPool, ReaderPort, ToReader } from '@/lib/engine/readers/protocol';
import { type DiskHandle, diskSlices } from './disk-source';

/** What a thread is started with that is to read. */
export const READER = 'reader';

/** Whether this thread is one that reads, and not the one that was called. */
export function isReader(): boolean {
  return workerData === READER;
}

/** Joins a reader to the wire. */
export function serveReader(): void {
  const read = createReader(
    ({ handle }) => diskSlices(handle as DiskHandle),
    (message, transfer) => parentPort?.postMessage(message, transfer),
  );
  parentPort?.on('message', (asked: ToReader) => void read(asked));
}

/** Threads that read beside the command line's own. */
export const readerThreads: ReaderPool = { spawn: spawnReader, count: availableParallelism() - 1 };

/** Starts a thread that reads. It runs the command line's one file, whose entry asks `isReader`. */
function spawnReader(): ReaderPort {
  const worker = new Worker(new URL(import.meta.url), { workerData: READER });
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    listen(received, died) {
      worker.on('message', (message: FromReader) => {
        received(message);
      });
      for (const end of ['error', 'messageerror', 'exit'] as const) worker.on(end, died);
    },
    terminate: () => void worker.terminate(),
  };
}
