import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Investigator } from '@/lib/case/open/state';
import type { Findings } from '@/lib/core/findings/findings';
import { RowPages, type RowsSnapshot } from './row-pages';
import type { RowsView } from './rows-view';

/** The rows of a view of these findings, the function that asks for those in sight, and the one that asks again. */
export function useRowPages(
  investigator: Pick<Investigator, 'rows'>,
  findings: Findings,
  view: RowsView,
): readonly [RowsSnapshot, (from: number, to: number) => void, () => void] {
  const pages = useMemo(() => new RowPages((query, options) => investigator.rows(query, options)), [investigator]);
  useEffect(() => {
    pages.show(view, findings);
  }, [pages, view, findings]);
  useEffect(
    () => () => {
      pages.close();
    },
    [pages],
  );
  return [useSyncExternalStore(pages.subscribe, pages.snapshot, pages.snapshot), pages.need, pages.retry];
}
