import type { WorkerPort } from './client';
import { portOf } from './worker-port';

/** The worker of the first case; null: it is taken, failed to start, or there is no page. */
let ahead: Worker | null = null;

// With the page's script, so that it starts beside the page's first drawing: it takes longer than that.
if (typeof document !== 'undefined') {
  const worker = start();
  worker.addEventListener('error', () => {
    if (ahead === worker) ahead = null;
  });
  ahead = worker;
}

/** Starts the worker of an investigator. */
export function spawnWorker(): WorkerPort {
  const worker = ahead ?? start();
  ahead = null;
  return portOf(worker);
}

/** The bundler finds the worker's file by this very form of `new Worker`. */
function start(): Worker {
  return new Worker(new URL('./investigator.worker.ts', import.meta.url), { type: 'module' });
}
