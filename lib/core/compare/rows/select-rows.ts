import { magnitudes, ranksOfAmounts } from './amounts';
import { type KeyTest, keyContains, keyTest } from './filter-rows';
import type { RowColumn, RowQuery } from './row-query';
import type { RowView, Standpoint } from './row-view';
import { type SortColumn, sortIds } from './sort-ids';

/** What of a query decides which keys are selected, and in which order: all but the window. */
export type Selection = Pick<RowQuery, 'scope' | 'search' | 'filters' | 'sort'>;

/** Equal for queries that select the same keys in the same order. */
export function selectionKey({ scope, search, filters, sort }: Selection): string {
  return JSON.stringify([scope, search, filters, sort]);
}

/** Ids of the selected keys in the query's order; ties by key id. Throws when a filter or a column means nothing here. */
export function selectRows(view: RowView, selection: Selection): Int32Array {
  const tests = keyTests(view, selection);
  const count = view.comparison.dataset.keys.count;
  const ids = new Int32Array(count);
  let selected = 0;
  for (let k = 0; k < count; k++) {
    if (tests.every((test) => test(k))) ids[selected++] = k;
  }
  return sortIds(ids.subarray(0, selected), sortColumns(view, selection.sort));
}

/** Keys in the scope, whatever the search and the filters. */
export function countScope(view: RowView, scope: RowQuery['scope']): number {
  const { dataset, differs } = view.comparison;
  if (scope === 'all') return dataset.keys.count;
  return differs.reduce((count, differing) => count + differing, 0);
}

/** The cheapest first. */
function keyTests(view: RowView, { scope, search, filters }: Selection): KeyTest[] {
  const { differs } = view.comparison;
  return [
    ...(scope === 'differing' ? [(k: number) => differs[k] === 1] : []),
    ...filters.map((filter) => keyTest(view, filter)),
    ...(search === '' ? [] : [keyContains(view, search)]),
  ];
}

function sortColumns(view: RowView, sort: RowQuery['sort']): SortColumn[] {
  if (sort.length === 0) return [{ values: ranksOfAmounts(magnitudes(view.difference())), descending: true }];
  return sort.map(({ column, descending }) => ({ values: sortValues(view, column), descending }));
}

/** Whatever is missing sorts before every value. */
function sortValues(view: RowView, column: RowColumn): Float64Array {
  const { version } = view.comparison.dataset;
  switch (column) {
    case 'key':
      return view.keyOrder();
    case 'theirs':
    case 'ours':
    case 'expected':
      return ranksOfAmounts(view.amounts(column));
    case 'difference':
      return ranksOfAmounts(view.difference());
    case 'expectedVersion':
      return view.cells('expected', version);
    case 'theirsVersion':
      return view.cells('theirs', version);
    case 'oursVersion':
      return view.cells('ours', version);
    case 'expectedFile':
      return view.files('expected');
    case 'theirsFile':
      return view.files('theirs');
    case 'oursFile':
      return view.files('ours');
    case 'cause':
      return causeRanks(view);
    default:
      return attributeValues(view, column);
  }
}

function attributeValues(view: RowView, column: RowColumn): Float64Array {
  const match = /^(theirs|ours|expected):(.*)$/s.exec(column);
  const c = view.comparison.dataset.columns.findIndex(({ name, role }) => role === 'attribute' && name === match?.[2]);
  if (!match || c === -1) throw new Error(`no such column of the row table: ${column}`);
  return view.cells(match[1] as Standpoint, c);
}

/** Ours by its causes in pipeline order, then theirs; keys without a cause come first. */
function causeRanks(view: RowView): Float64Array {
  const { dataset, ours, theirs } = view.comparison;
  return Float64Array.from(
    { length: dataset.keys.count },
    (_, k) => ((ours?.cause[k] ?? -1) + 1) * 256 + (theirs?.cause[k] ?? -1) + 1,
  );
}
