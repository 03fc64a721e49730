import type { WorkerPort } from '@/lib/engine/browser/client';
import { createHost } from '@/lib/engine/browser/host';
import type { FromWorker, ToWorker } from '@/lib/engine/browser/protocol';
import type { Investigator } from '@/lib/engine/investigator';

/** A worker's stand-in: the session runs in this thread, and everything crosses a real message channel. */
export function channelWorker(
  session: Investigator,
  watch: (message: FromWorker) => void = () => undefined,
): WorkerPort {
  const { port1: page, port2: worker } = new MessageChannel();
  const host = createHost(session, (message, transfer) => {
    worker.postMessage(message, transfer);
    watch(message);
  });
  worker.addEventListener('message', (event: MessageEvent<ToWorker>) => {
    host.receive(event.data);
  });
  worker.start();
  return {
    post: (message) => {
      page.postMessage(message);
    },
    listen(received, failed) {
      page.addEventListener('message', (event: MessageEvent<FromWorker>) => {
        received(event.data);
      });
      page.addEventListener('messageerror', () => {
        failed('unreadable');
      });
      page.start();
    },
    terminate() {
      page.close();
      worker.close();
    },
  };
}
