import { keyId, keyOf } from '@/lib/core/key';
import { type CaseScreen, EMPTY_SCREEN } from '../open/notes';
import { parseView, serialiseView } from '../open/view-state';
import type { CaseRecord, SavedScreen } from './case-record';
import { viewOfFragment } from './link-view';

/** What of a saved screen the open case holds, as it is kept. */
export function keptScreen({ search, openKey }: CaseScreen): Omit<SavedScreen, 'fragment'> {
  return { search, openKey: openKey && keyId(openKey) };
}

/** The inverse of `keptScreen` under the case's set-up; without one no key has several parts. */
export function openScreen({ search, openKey }: SavedScreen, { setup }: Pick<CaseRecord, 'setup'>): CaseScreen {
  const width = setup?.mapping.key.length ?? 1;
  return { search, openKey: openKey === null ? null : keyOf(openKey, width) };
}

export const NO_SCREEN: SavedScreen = { fragment: '', ...keptScreen(EMPTY_SCREEN) };

export interface StatedView {
  /** Without its "#"; "" states nothing. */
  readonly fragment: string;
  /** A link shows what its sender saw: a search of one's own would hide part of that. */
  readonly byLink: boolean;
}

/** The address states no view. */
export const NO_VIEW: StatedView = { fragment: '', byLink: false };

/**
 * The screen on which a case opens: the view that the address states, its places spelled out as the address bar has
 * them, or where it states none the last one.
 */
export function resumedScreen(last: SavedScreen | null, stated: StatedView, { findings }: CaseRecord): SavedScreen {
  const before = last ?? NO_SCREEN;
  const { fragment, byLink } = stated;
  if (fragment === '' && !byLink) return { ...before, fragment: withoutCasesPanel(before.fragment) };
  const view = findings ? serialiseView(viewOfFragment(fragment, findings)) : fragment;
  return { ...(byLink ? NO_SCREEN : before), fragment: view };
}

/** Where a case is opened, exported or linked to from is no part of what is to be seen of it. */
export function withoutCasesPanel(fragment: string): string {
  const view = parseView(fragment);
  return view.panel === 'cases' ? serialiseView({ ...view, panel: null }) : fragment;
}
