import { fail, ok, type Result } from '@/lib/core/result';
import type { CallOptions } from '@/lib/engine/investigator';

/** Called between the steps of a search, with the number done. */
type Tick = (done: number) => void;

/**
 * Runs a search in one piece. A cancel that came before it is heard before it starts, one that came meanwhile when it
 * ends; only a caller in the same thread can stop it in between. Problems: cancelled.
 */
export async function unlessCancelled<T>(
  { signal, onProgress }: CallOptions,
  search: (tick: Tick) => T,
): Promise<Result<T>> {
  await turn();
  if (isCancelled(signal)) return fail({ code: 'cancelled' });
  try {
    const found = search((done) => {
      if (isCancelled(signal)) throw new Cancelled();
      onProgress?.({ stage: 'searching', done, of: 0 });
    });
    // What was sent meanwhile may need a turn to arrive, and another to be heard.
    await turn();
    await turn();
    return isCancelled(signal) ? fail({ code: 'cancelled' }) : ok(found);
  } catch (error) {
    if (error instanceof Cancelled) return fail({ code: 'cancelled' });
    throw error;
  }
}

/** Asked anew each time: it changes while others have their turn. */
export function isCancelled(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

class Cancelled extends Error {}

/** Lets what waits in the queue, a cancel above all, be heard. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
