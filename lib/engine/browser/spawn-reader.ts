import type { ReaderPort } from '@/lib/engine/readers/protocol';
import { portOf } from './worker-port';

/** Starts a worker that reads. The bundler finds the worker's file by this very form of `new Worker`. */
export function spawnReader(): ReaderPort {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  return portOf(worker);
}
