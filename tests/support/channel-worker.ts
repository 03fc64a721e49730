import type { WorkerPort } from '@/lib/engine/browser/client';
import type { Session } from '@/lib/engine/browser/handlers';
import { createHost } from '@/lib/engine/browser/host';
import type { FromWorker, ToWorker } from '@/lib/engine/browser/protocol';

/** A worker's stand-in: the session runs in this thread, and everything crosses a real message channel. */
export function channelWorker(session: Session, watch: (message: FromWorker) => void = () => undefined): WorkerPort {
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
