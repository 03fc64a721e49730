import { EMPTY_SCREEN } from '../open/notes';
import { parseView, serialiseView } from '../open/view-state';
import type { CaseRecord, SavedScreen } from './case-record';
import { viewOfFragment } from './link-view';

export const NO_SCREEN: SavedScreen = { fragment: '', ...EMPTY_SCREEN };

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
