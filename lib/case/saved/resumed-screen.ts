import { parseView, serialiseView } from '../view-state';
import type { CaseRecord, SavedScreen } from './case-record';
import { viewOfFragment } from './link-view';

export const EMPTY_SCREEN: SavedScreen = { fragment: '', search: '', openKey: null };

/**
 * The screen on which a case opens: the view that the address states, its places spelled out as the address bar has
 * them, or where it states none the last one. A link shows what its sender saw: a search of one's own would hide part
 * of that.
 * @param stated a fragment; "" states nothing
 */
export function resumedScreen(last: SavedScreen | null, stated: string, { findings }: CaseRecord): SavedScreen {
  const before = last ?? EMPTY_SCREEN;
  if (stated === '') return { ...before, fragment: withoutCasesPanel(before.fragment) };
  if (stated === before.fragment) return before;
  return { ...EMPTY_SCREEN, fragment: findings ? serialiseView(viewOfFragment(stated, findings)) : stated };
}

/** Where a case is opened, exported or linked to from is no part of what is to be seen of it. */
export function withoutCasesPanel(fragment: string): string {
  const view = parseView(fragment);
  return view.panel === 'cases' ? serialiseView({ ...view, panel: null }) : fragment;
}
