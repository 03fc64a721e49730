import { assertNever } from '@/lib/core/assert-never';
import type { Session } from './handlers';
import { buffersOf, type FromWorker, type ToWorker } from './protocol';

/**
 * The worker's end of the wire. Each request is answered exactly once, whatever the session does; one that it throws at
 * is answered with `crash`. @param post hands the buffers over
 */
export function createHost(
  session: Session,
  post: (message: FromWorker, transfer: ArrayBuffer[]) => void,
): { receive(message: ToWorker): void } {
  const running = new Map<number, AbortController>();
  function send(message: FromWorker): void {
    post(message, buffersOf(message));
  }

  async function run(id: number, message: Extract<ToWorker, { type: 'request' }>): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const response = await session.handle(message.request, {
        signal: controller.signal,
        progress: (progress) => {
          send({ type: 'progress', id, progress });
        },
        chunk: (chunk) => {
          send({ type: 'chunk', id, chunk });
        },
      });
      send({ type: 'response', id, response });
    } catch (error) {
      send({ type: 'crash', id, reason: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'request':
          void run(message.id, message);
          return;
        case 'cancel':
          running.get(message.id)?.abort();
          return;
        default:
          assertNever(message);
      }
    },
  };
}
