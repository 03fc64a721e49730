import { ownState, VIEW_CHANGED } from '../open/use-view-state';

/** What the page's address says of the case. Neither part tells anything of its content. */
export interface Address {
  /** The case's random id; null: none is meant. */
  readonly id: string | null;
  /** The fingerprint of the case's files, in links; see `fingerprintOf`. */
  readonly files: string | null;
  /** The view, without its "#". */
  readonly fragment: string;
}

/** The browser's address bar, or a test's. */
export interface AddressBar {
  read(): Address;
  /** @param how `push` makes an entry in the history, so that Back returns. */
  show(id: string | null, fragment: string, how: 'push' | 'replace'): void;
  /** Called whenever the address changed. Returns what ends it. */
  watch(listener: () => void): () => void;
  /** The whole address of the page, with these parts. */
  link(address: Address): string;
}

export function parseAddress(search: string, hash: string): Address {
  const parts = new URLSearchParams(search);
  const known = (name: string, form: RegExp) => {
    const text = parts.get(name);
    return text !== null && form.test(text) ? text : null;
  };
  return {
    id: known('case', /^[0-9A-Z]{16}$/),
    files: known('files', /^[0-9A-Z]{8}$/),
    fragment: hash.replace(/^#/, ''),
  };
}

/** The part of an address from its "?" on. */
export function formatAddress({ id, files, fragment }: Address): string {
  const parts = new URLSearchParams();
  if (id !== null) parts.set('case', id);
  if (files !== null) parts.set('files', files);
  const search = parts.toString();
  return `${search === '' ? '' : `?${search}`}${fragment === '' ? '' : `#${fragment}`}`;
}

export const browserAddress: AddressBar = {
  read: () => parseAddress(window.location.search, window.location.hash),
  show(id, fragment, how) {
    const url = `${window.location.pathname}${formatAddress({ id, files: null, fragment })}`;
    if (how === 'push') window.history.pushState(ownState(), '', url);
    else window.history.replaceState(ownState(), '', url);
    window.dispatchEvent(new Event(VIEW_CHANGED));
  },
  watch(listener) {
    const events = ['hashchange', 'popstate', VIEW_CHANGED];
    for (const event of events) window.addEventListener(event, listener);
    return () => {
      for (const event of events) window.removeEventListener(event, listener);
    };
  },
  link: (address) => `${window.location.origin}${window.location.pathname}${formatAddress(address)}`,
};
