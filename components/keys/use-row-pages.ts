import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Findings } from '@/lib/core/findings/findings';
import type { Investigator } from '@/lib/engine/investigator';
import { RowPages, type RowsSnapshot } from './row-pages';
import type { RowsView } from './rows-view';

/** The rows of a view of these findings, and the function that asks for those in sight. New findings start anew. */
export function useRowPages(
  investigator: Pick<Investigator, 'rows'>,
  findings: Findings,
  view: RowsView,
): readonly [RowsSnapshot, (from: number, to: number) => void] {
  const [pages, need] = useMemo(() => openPages(investigator, findings), [investigator, findings]);
  useEffect(() => pages.show(view), [pages, view]);
  useEffect(() => () => pages.close(), [pages]);
  return [useSyncExternalStore(pages.subscribe, pages.snapshot, pages.snapshot), need];
}

function openPages(investigator: Pick<Investigator, 'rows'>, _of: Findings): readonly [RowPages, RowPages['need']] {
  const pages = new RowPages((query, options) => investigator.rows(query, options));
  return [pages, (from, to) => pages.need(from, to)];
}
