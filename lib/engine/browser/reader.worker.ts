import { createReader } from '@/lib/engine/readers/host';
import type { FromReader, ToReader } from '@/lib/engine/readers/protocol';
import { blobSource } from '@/lib/engine/session/open-source';

/** The entry of a worker that reads: joins a reader to the wire. */

interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToReader>) => void): void;
  postMessage(message: FromReader, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const read = createReader(
  ({ name, handle }) => blobSource(name, handle as Blob),
  (message, transfer) => {
    scope.postMessage(message, transfer);
  },
);
scope.addEventListener('message', (event) => {
  void read(event.data);
});
