import type { CaseShelf } from './case-shelf';

/** A place for cases. Where the browser gives none, `closed` says why, and they are kept until the page is closed. */
export interface OpenedShelf {
  readonly shelf: CaseShelf;
  readonly closed: string | null;
}

export async function openShelf(): Promise<OpenedShelf> {
  const { memoryShelf } = await import('./memory-shelf');
  if (!window.isSecureContext)
    return { shelf: memoryShelf(), closed: 'browsers keep files only for pages that are opened over https' };
  try {
    const { openBrowserShelf } = await import('./browser-shelf');
    return { shelf: await openBrowserShelf(), closed: null };
  } catch {
    // A private window of some browsers, or storage switched off: the error says no more than that it is refused.
    return { shelf: memoryShelf(), closed: 'the browser refuses storage here, as private windows may' };
  }
}
