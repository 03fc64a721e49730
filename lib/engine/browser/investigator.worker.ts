import './zod-without-eval';
import { sessionCore } from './core';
import { createSession } from './handlers';
import { createHost } from './host';
import type { FromWorker, ToWorker } from './protocol';
import { warmUp } from './warm-up';

/** The worker's entry: joins a session to the wire. */

interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const host = createHost(createSession(sessionCore), (message, transfer) => {
  scope.postMessage(message, transfer);
});
let asked = false;
scope.addEventListener('message', (event) => {
  asked = true;
  host.receive(event.data);
});
void warmUp(() => !asked);
