import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE } from './driver';

/** Asks again and again until there is an answer. @param what "the page to show the verdict", for the error */
export async function until<T>(what: string, ask: () => T | null | Promise<T | null>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await pause(40);
  }
}
