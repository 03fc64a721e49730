import { type KeyTest, keyContains, keyTest } from './filter-rows';
import type { RowQuery } from './row-query';
import type { RowView } from './row-view';
import { sortIds } from './sort-ids';
import { sortValues } from './sort-values';

/** What of a query decides which keys are chosen, and in which order: all but the window. */
export type Selection = Choice & Pick<RowQuery, 'sort'>;

/** What of a query decides which keys are chosen, in whatever order. */
export type Choice = Pick<RowQuery, 'scope' | 'search' | 'filters'>;

/** Equal for queries that choose the same keys. */
export function choiceKey({ scope, search, filters }: Choice): string {
  return JSON.stringify([scope, search, filters]);
}

/** Equal for queries that choose the same keys in the same order. */
export function selectionKey(selection: Selection): string {
  return JSON.stringify([choiceKey(selection), selection.sort]);
}

/** Ids of the chosen keys, ascending. Throws when a filter means nothing here. */
export function chooseRows(view: RowView, choice: Choice): Int32Array {
  const ids = new Int32Array(view.comparison.dataset.keys.count);
  for (let k = 0; k < ids.length; k++) ids[k] = k;
  return keyTests(view, choice).reduce(keepMutable, ids);
}

/** The ids by the columns in turn, without one by absolute difference, descending. Throws when a column means nothing here. */
export function sortRows(view: RowView, ids: Int32Array, sort: RowQuery['sort']): Int32Array {
  const columns = sort.length === 0 ? [{ column: 'size', descending: true }] : sort;
  return sortIds(
    ids,
    columns.map(({ column, descending }) => ({ values: sortValues(view, column), descending })),
  );
}

/** Keys in the scope, whatever the search and the filters. */
export function countScope(view: RowView, scope: RowQuery['scope']): number {
  return scope === 'all' ? view.comparison.dataset.keys.count : view.differing();
}

/** The cheapest first. */
function keyTests(view: RowView, { scope, search, filters }: Choice): KeyTest[] {
  const { differs } = view.comparison;
  return [
    ...(scope === 'differing' ? [(k: number) => differs[k] === 1] : []),
    ...filters.map((filter) => keyTest(view, filter)),
    ...(search === '' ? [] : [keyContains(view, search)]),
  ];
}

/** Those of the ids that pass, moved to the front of their own array. */
function keepMutable(ids: Int32Array, test: KeyTest): Int32Array {
  let kept = 0;
  for (let i = 0; i < ids.length; i++) {
    const k = ids[i] as number;
    if (test(k)) ids[kept++] = k;
  }
  return ids.subarray(0, kept);
}
