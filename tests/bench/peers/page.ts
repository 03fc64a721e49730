import type { Answer } from './answer';
import { startDuckDb } from './duckdb-wasm';
import { compareWithMaps } from './maps';
import { touchBytes } from './touch';

export type PeerInPage = 'touch' | 'maps' | 'duckdb-wasm';

/** What the peers' page offers to whoever drives it, as `window.peers`. */
export interface PeersOfPage {
  /** Gets the peer ready, which is not timed. */
  prepare(peer: PeerInPage): Promise<void>;
  /** Gives it the files of the page's input. The answer is null where the peer looks at bytes alone. */
  run(): Promise<{ readonly milliseconds: number; readonly answer: Answer | null }>;
}

let work: (files: readonly File[]) => Promise<Answer | null> = () => Promise.reject(new Error('no peer is prepared'));

const peers: PeersOfPage = {
  async prepare(peer) {
    if (peer === 'duckdb-wasm') work = await startDuckDb();
    else if (peer === 'maps') work = compareWithMaps;
    else
      work = async (files) => {
        document.title = String(await touchBytes(files));
        return null;
      };
  },
  async run() {
    const files = [...(document.querySelector('input')?.files ?? [])];
    const from = performance.now();
    const answer = await work(files);
    return { milliseconds: performance.now() - from, answer };
  },
};

Object.assign(window, { peers });
