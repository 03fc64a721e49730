type Load = () => Promise<unknown>;

const parts: Load[] = [];

/** Says of a part of the page that is loaded when it is first needed that it may be loaded before. Gives `load` back. */
export function ahead<T>(load: () => Promise<T>): () => Promise<T> {
  parts.push(load);
  return load;
}

/**
 * Loads the parts one after the other, and those that they name in turn, so that nothing is missing when the network or the
 * server is gone by the time that it is needed. What cannot be loaded now is asked for again then. An abort is heard between
 * two parts.
 */
export async function loadAhead(signal: AbortSignal): Promise<void> {
  for (let part = 0; part < parts.length && !signal.aborted; part++) await parts[part]?.().catch(() => undefined);
}
