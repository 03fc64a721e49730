import { MISSING } from '../decimal';
import type { Clues } from './clues';

/**
 * Names of the columns that show a fault: all of them together, then each alone. The version, which says which row stands,
 * is none of them.
 */
export function columnsShowing(clues: Clues, shows: (column: number) => boolean): string[][] {
  const { dataset, compared } = clues;
  const names = compared.filter((c) => c !== dataset.version && shows(c)).map((c) => dataset.columns[c]?.name ?? '');
  return togetherThenEach(names);
}

/** The columns as one set, then each by itself. */
export function togetherThenEach(names: readonly string[]): string[][] {
  if (names.length < 2) return names.length === 0 ? [] : [[...names]];
  return [[...names], ...names.map((name) => [name])];
}

type Cells = Float64Array | null | undefined;

/** Whether some cell is empty. Cells never change, so each column is looked at once. */
export const hasEmpty = remembered((cells) => cells.includes(MISSING));

/** Whether some value is below zero. */
export const hasNegative = remembered((cells) => cells.some((value) => value < 0 && value !== MISSING));

function remembered(look: (cells: Float64Array) => boolean): (cells: Cells) => boolean {
  const known = new WeakMap<Float64Array, boolean>();
  return (cells) => {
    if (!cells) return false;
    const found = known.get(cells) ?? look(cells);
    known.set(cells, found);
    return found;
  };
}
