import { memoryAllowed } from '@/lib/engine/session/memory';
import { createSession } from '@/lib/engine/session/session';
import { deviceMemory } from './device-memory';
import { createHost } from './host';
import { loadParts } from './load-parts';
import type { FromWorker, ToWorker } from './protocol';
import { spawnReader } from './spawn-reader';
import { warmUp } from './warm-up';

/** The worker's entry: joins a session to the wire. */

interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const readers = { spawn: spawnReader, count: navigator.hardwareConcurrency - 1 };
const memory = memoryAllowed(deviceMemory());
const host = createHost(createSession({ readers, memory }), (message, transfer) => {
  scope.postMessage(message, transfer);
});
const warming = new AbortController();
scope.addEventListener('message', (event) => {
  warming.abort();
  host.receive(event.data);
});
// What was asked while the worker started is heard first.
setTimeout(() => void loadParts().then(() => warmUp(warming.signal)), 50);
