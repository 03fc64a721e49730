import type { WorkerPort } from './client';
import type { FromWorker } from './protocol';

/** Starts the worker of an investigator. The bundler finds the worker's file by this very form of `new Worker`. */
export function spawnWorker(): WorkerPort {
  const worker = new Worker(new URL('./investigator.worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    listen(received, failed) {
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
        received(event.data);
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        failed(event.message || 'its script could not be loaded');
      });
      worker.addEventListener('messageerror', () => {
        failed('it sent a message that could not be read');
      });
    },
    terminate: () => {
      worker.terminate();
    },
  };
}
