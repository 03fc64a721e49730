import { type ByteSource, bytesSource } from '@/lib/core/csv/byte-source';
import { createReader } from '@/lib/engine/readers/host';
import type { FromReader, ReaderPool } from '@/lib/engine/readers/protocol';

/** A source that another thread can open. */
export function sentSource(name: string, bytes: Uint8Array): ByteSource {
  return { ...bytesSource(name, bytes), handle: bytes };
}

interface ReaderThreads extends ReaderPool {
  /** Those that were started, and of them those that were ended. */
  readonly started: number;
  readonly ended: number;
}

/**
 * Stand-ins for threads that read: they run in this one, and everything that crosses is copied or handed over as between
 * threads.
 * @param turn waits before a message arrives
 * @param lives the messages that a thread sends before it dies, by thread; undefined: it does not
 */
export function readerThreads(
  count: number,
  turn: () => Promise<unknown> = () => Promise.resolve(),
  lives: readonly (number | undefined)[] = [],
): ReaderThreads {
  let [started, ended] = [0, 0];
  return {
    count,
    fromBytes: 0,
    get started() {
      return started;
    },
    get ended() {
      return ended;
    },
    spawn() {
      let left = lives[started++] ?? Number.POSITIVE_INFINITY;
      let open = true;
      let received: (message: FromReader) => void = () => undefined;
      let died: () => void = () => undefined;
      let line = Promise.resolve();
      const deliver = (message: FromReader) => {
        line = line.then(async () => {
          await turn();
          if (!open) return;
          if (left-- > 0) received(message);
          else died();
        });
      };
      const read = createReader(
        ({ name, handle }) => bytesSource(name, handle as Uint8Array),
        (message, transfer) => {
          deliver(structuredClone(message, { transfer }));
        },
      );
      return {
        post: (message) => void read(structuredClone(message)),
        listen(onMessage, onDeath) {
          received = onMessage;
          died = onDeath;
        },
        terminate() {
          if (open) ended++;
          open = false;
        },
      };
    },
  };
}
