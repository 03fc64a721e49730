import { magnitudes, ranksOfAmounts } from './amounts';
import { keyOrder } from './key-order';
import type { RowColumn } from './row-query';
import type { RowView, Standpoint } from './row-view';

/** A double by key id in the order of the column; whatever is missing sorts before every value. Throws for no column. */
export function sortValues(view: RowView, column: RowColumn): Float64Array {
  return view.keep(`sort ${column}`, () => valuesOf(view, column));
}

function valuesOf(view: RowView, column: RowColumn): Float64Array {
  const { version } = view.comparison.dataset;
  switch (column) {
    case 'key':
      return keyOrder(view.comparison.dataset.keys);
    case 'theirs':
    case 'ours':
    case 'expected':
      return ranksOfAmounts(view.amounts(column));
    case 'difference':
      return ranksOfAmounts(view.difference());
    case 'size':
      return ranksOfAmounts(magnitudes(view.difference()));
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
  const ranks = new Float64Array(dataset.keys.count);
  for (let k = 0; k < ranks.length; k++) ranks[k] = ((ours?.cause[k] ?? -1) + 1) * 256 + (theirs?.cause[k] ?? -1) + 1;
  return ranks;
}
