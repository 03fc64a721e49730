import { ahead } from '../open/ahead';
import type { CaseShelf } from './case-shelf';
import { within } from './within';

/** A place for cases. Where the browser gives none, `closed` says why, and they are kept until the page is closed. */
export interface OpenedShelf {
  readonly shelf: CaseShelf;
  readonly closed: string | null;
}

const loadMemoryShelf = ahead(() => import('./memory-shelf'));
const loadBrowserShelf = ahead(() => import('./browser-shelf'));

/** Milliseconds that a browser may take to open its storage. */
const PATIENCE = 5000;

export async function openShelf(patience = PATIENCE): Promise<OpenedShelf> {
  const { memoryShelf } = await loadMemoryShelf();
  const instead = (closed: string): OpenedShelf => ({ shelf: memoryShelf(), closed });
  if (!window.isSecureContext)
    return instead('browsers keep files only for pages that are opened over https, or from this machine');
  try {
    const { openBrowserShelf } = await loadBrowserShelf();
    const opened = openBrowserShelf().then((shelf): OpenedShelf => ({ shelf, closed: null }));
    return await within(patience, opened, () => instead('the storage of the browser does not answer'));
  } catch {
    // A private window of some browsers, or storage switched off: the error says no more than that it is refused.
    return instead('the browser refuses storage here, as private windows may');
  }
}
