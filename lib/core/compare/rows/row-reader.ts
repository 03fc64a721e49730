import { formatUnits } from '../../decimal';
import { plainText } from '../../table/plain-text';
import type { Comparison } from '../comparison';
import { sumAmounts, unitsOf } from './amounts';
import type { RowCells, RowQuery, RowSide, RowWindow } from './row-query';
import { createRowView, type RowView, type Standing, type Standpoint } from './row-view';
import { type Choice, choiceKey, chooseRows, countScope, type Selection, selectionKey, sortRows } from './select-rows';
import { sortValues } from './sort-values';

/**
 * Reads the row table of one comparison. The last few choices and their orders are kept: another order of the same rows
 * costs its sorting only, and scrolling through one its window only.
 */
export interface RowReader {
  /** Ids of the selected keys in the query's order; not to be changed. */
  select(selection: Selection): Int32Array;
  /** A window that reaches past the end holds the rows there are. */
  window(query: RowQuery): RowWindow;
  cells(k: number): RowCells;
  /**
   * Works out in steps what a first order by key and a first search would wait for; each step is short, but the first.
   * Nothing of very many keys, whose texts are not to be held unasked.
   */
  ahead(): Iterator<unknown>;
}

const KEPT = 4;
/** Runs of keys' texts in one step ahead: some milliseconds. */
const RUNS = 16;
/** Keys whose texts are laid out unasked. */
const MOST_AHEAD = 2_000_000;

export function createRowReader(comparison: Comparison): RowReader {
  const view = createRowView(comparison);
  const choose = lastKept(choiceKey, (choice: Choice) => summed(view, chooseRows(view, choice)));
  const select = lastKept(selectionKey, (selection: Selection) =>
    sortRows(view, choose(selection).ids, selection.sort),
  );
  return {
    select,
    cells: (k) => rowCells(view, k),
    *ahead() {
      if (comparison.dataset.keys.count > MOST_AHEAD) return;
      sortValues(view, 'key');
      yield;
      const texts = view.keyTexts();
      for (let run = 0; run < texts.runs; run++) {
        texts.layOut(run);
        if (run % RUNS === RUNS - 1) yield;
      }
    },
    window(query) {
      const ids = select(query);
      const within = ids.subarray(query.from, query.from + query.count);
      return {
        from: query.from,
        selected: ids.length,
        of: countScope(view, query.scope),
        sums: choose(query).sums,
        rows: Array.from(within, (k) => rowCells(view, k)),
      };
    },
  };
}

/** The function with its last few answers kept, by the name of what it was asked. */
function lastKept<Asked, Answer>(nameOf: (asked: Asked) => string, answer: (asked: Asked) => Answer) {
  const kept = new Map<string, { readonly value: Answer }>();
  return (asked: Asked): Answer => {
    const name = nameOf(asked);
    const known = kept.get(name) ?? { value: answer(asked) };
    kept.delete(name);
    kept.set(name, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return known.value;
  };
}

interface Chosen {
  /** Ascending. */
  readonly ids: Int32Array;
  readonly sums: RowWindow['sums'];
}

function summed(view: RowView, ids: Int32Array): Chosen {
  const { scale } = view.measure;
  const theirs = sumAmounts(view.comparedAmounts('theirs'), ids);
  const ours = sumAmounts(view.comparedAmounts('ours'), ids);
  return {
    ids,
    sums: {
      theirs: formatUnits(theirs, scale),
      ours: formatUnits(ours, scale),
      difference: formatUnits(theirs - ours, scale),
    },
  };
}

function rowCells(view: RowView, k: number): RowCells {
  const { dataset, ours, theirs } = view.comparison;
  return {
    key: dataset.keys.parts(k),
    theirs: rowSideOfKey(view, 'theirs', k),
    ours: rowSideOfKey(view, 'ours', k),
    expected: rowSideOfKey(view, 'expected', k),
    difference: formatUnits(unitsOf(view.difference(), k) ?? 0n, view.measure.scale),
    causes: causesOfKey(view.comparison, k),
    unexplained: ours?.unexplained[k] === 1 || theirs?.unexplained[k] === 1,
  };
}

/** The causes that touch the key, ours first. */
export function causesOfKey({ ours, theirs }: Comparison, k: number): RowCells['causes'] {
  const found: RowCells['causes'][number][] = [];
  const ourCause = ours?.cause[k] ?? -1;
  const theirCause = theirs?.cause[k] ?? -1;
  if (ourCause >= 0) found.push({ side: 'ours', cause: ourCause });
  if (theirCause >= 0) found.push({ side: 'theirs', cause: theirCause });
  return found;
}

function rowSideOfKey(view: RowView, of: Standpoint, k: number): RowSide | null {
  const standing = view.standing(of);
  const row = standing?.row[k] ?? -1;
  if (standing === null || row < 0) return null;
  const { dataset } = view.comparison;
  const side = rowSide(dataset, standing.rows, row, standing.source[k] ?? -1);
  const rows = of === 'expected' ? 1 : (standing.rows.start[k + 1] as number) - (standing.rows.start[k] as number);
  if (rows <= 1) return side;
  const total = unitsOf(view.amounts(of), k);
  return { ...side, measure: total === null ? '' : formatUnits(total, view.measure.scale), rows };
}

/** One row of a table as text. @param source the delta row that it equals; -1: none. */
export function rowSide(dataset: Comparison['dataset'], rows: Standing['rows'], row: number, source: number): RowSide {
  const texts = dataset.columns.map((column, c) => {
    const cell = rows.columns[c]?.[row];
    return cell === undefined ? '' : plainText(column, cell);
  });
  return {
    measure: texts[0] ?? '',
    version: (dataset.version === -1 ? '' : texts[dataset.version]) || null,
    attributes: texts.filter((_, c) => dataset.columns[c]?.role === 'attribute').map((text) => text || null),
    file: source < 0 ? null : (dataset.deltas.file[source] ?? null),
  };
}
