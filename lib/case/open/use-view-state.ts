'use client';

import { useSyncExternalStore } from 'react';
import { DEFAULT_VIEW, parseView, serialiseView, type ViewState } from './view-state';

/** Sent to the window when the view in the address was set without an event of the browser's own. */
export const VIEW_CHANGED = 'tieout:view';

let cached: { readonly fragment: string; readonly view: ViewState } = { fragment: '', view: DEFAULT_VIEW };

/** The parts of a view that change, or what tells them from the view as it stands. */
export type ViewChange = Partial<ViewState> | ((view: ViewState) => Partial<ViewState>);

/** The view as the address states it. Setting a part of it makes an entry in the history, so that Back undoes it. */
export function useViewState(): readonly [ViewState, (change: ViewChange) => void] {
  return [useSyncExternalStore(subscribe, read, () => DEFAULT_VIEW), change];
}

function read(): ViewState {
  const fragment = window.location.hash;
  if (fragment !== cached.fragment) cached = { fragment, view: parseView(fragment) };
  return cached.view;
}

function change(part: ViewChange): void {
  const view = read();
  const fragment = serialiseView({ ...view, ...(typeof part === 'function' ? part(view) : part) });
  const { pathname, search } = window.location;
  window.history.pushState(ownState(), '', `${pathname}${search}${fragment === '' ? '' : `#${fragment}`}`);
  window.dispatchEvent(new Event(VIEW_CHANGED));
}

/**
 * What the framework's router keeps with an entry of the history. With it the entry is as good as one of its own, of
 * which it need not draw the page again: the page is one, whatever its address says.
 */
export function ownState(): unknown {
  return window.history.state;
}

function subscribe(listener: () => void): () => void {
  const events = ['hashchange', 'popstate', VIEW_CHANGED];
  for (const event of events) window.addEventListener(event, listener);
  return () => {
    for (const event of events) window.removeEventListener(event, listener);
  };
}
