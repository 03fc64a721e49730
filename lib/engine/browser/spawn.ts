import type { WorkerPort } from './client';
import { portOf } from './worker-port';

/** Starts the worker of an investigator. The bundler finds the worker's file by this very form of `new Worker`. */
export function spawnWorker(): WorkerPort {
  const worker = new Worker(new URL('./investigator.worker.ts', import.meta.url), { type: 'module' });
  return portOf(worker);
}
