import { loadPart } from '@/lib/core/loaded';
import { turn } from '@/lib/engine/session/cancel';
import { memoryAllowed } from '@/lib/engine/session/memory';
import { createSession, loadInvestigation } from '@/lib/engine/session/session';
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

/** Fulfilled when nothing is asked: what was meanwhile is heard first. */
async function free(): Promise<void> {
  await turn();
  while (host.isBusy()) await pause();
}

/** Milliseconds in which what comes of an answer arrives. */
const PAUSE = 50;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE));
}

/** What every case needs comes first, so that its loops are compiled beside the page's first drawing. */
async function getReady(): Promise<void> {
  await loadPart(loadInvestigation);
  await free();
  await warmUp(warming.signal);
  await loadParts(free);
}

void getReady();
