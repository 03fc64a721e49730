const KEY = 'tieout.author';

/** The name that was last written under a comment in this browser; empty where there is none. */
export function lastAuthor(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function rememberAuthor(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Storage may be switched off: the name is then asked for again.
  }
}
