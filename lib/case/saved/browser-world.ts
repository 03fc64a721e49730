import { browserAddress } from './address';
import { randomId } from './case-id';
import type { KeeperWorld } from './case-keeper';
import { openShelf } from './open-shelf';
import { browserTabs } from './tabs';

/** Milliseconds without a change after which the case is kept. */
const PAUSE = 400;
const ASKED = 'tieout.persist';

export function browserWorld(): KeeperWorld {
  return {
    openShelf,
    address: browserAddress,
    tabs: browserTabs(),
    now: () => new Date().toISOString(),
    newId: randomId,
    later(work) {
      const timer = setTimeout(work, PAUSE);
      return () => {
        clearTimeout(timer);
      };
    },
    askToPersist,
  };
}

/** Some browsers put the question to the person: hence once in the life of the storage, whatever the answer. */
function askToPersist(): void {
  try {
    if (localStorage.getItem(ASKED) !== null) return;
    localStorage.setItem(ASKED, 'asked');
    // Refused or not, there is nothing more to do: cases are kept as long as the browser has room.
    navigator.storage.persist().catch(() => undefined);
  } catch {
    // Without local storage the question would come again and again.
  }
}
