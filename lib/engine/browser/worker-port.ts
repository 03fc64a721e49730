/** A worker as its client sees it. */
export interface Port<To, From> {
  post(message: To): void;
  /** Called once, before anything is posted. `failed`: the worker died, or sent what could not be read. */
  listen(received: (message: From) => void, failed: (reason: string) => void): void;
  terminate(): void;
}

export function portOf<To, From>(worker: Worker): Port<To, From> {
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    listen(received, failed) {
      worker.addEventListener('message', (event: MessageEvent<From>) => {
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
