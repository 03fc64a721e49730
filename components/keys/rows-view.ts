import type { RowQuery } from '@/lib/core/compare/rows/row-query';

/** What the row table shows: a query without its window. */
export type RowsView = Pick<RowQuery, 'scope' | 'search' | 'filters' | 'sort'>;

export type RowSort = RowsView['sort'][number];

/** Two views that ask for the same rows in the same order. */
export function sameView(a: RowsView, b: RowsView): boolean {
  return (
    JSON.stringify([a.scope, a.search, a.filters, a.sort]) === JSON.stringify([b.scope, b.search, b.filters, b.sort])
  );
}

/** The column that orders the rows; without one it is the absolute difference, largest first. */
export function leadingSort(view: RowsView): RowSort {
  return view.sort[0] ?? { column: 'difference', descending: true };
}

/** The sort after a column's header was pressed: first its natural direction, then the other one. */
export function pressSort(view: RowsView, column: string, descendingFirst: boolean): readonly RowSort[] {
  const now = leadingSort(view);
  return [{ column, descending: now.column === column ? !now.descending : descendingFirst }];
}
