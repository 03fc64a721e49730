import { MISSING } from '../decimal';
import type { FaultOf } from '../findings/fault';
import { lengthOf } from '../pipeline/text-traits';
import { minuteUnits, turnUnits } from '../pipeline/values';
import { cellPairs } from './cell-pairs';
import type { Clues } from './clues';

/**
 * How what stands in the cells of a column that the replay does not reproduce relates to what should: each relation with
 * how many cells are in it. A cell may be in several, or in none.
 */
export interface CellRelations {
  /** It is empty. */
  readonly emptied: number;
  /** It should be empty: by what stands there. */
  readonly filled: ReadonlyMap<number, number>;
  /** A text stands with its first characters alone: by how many. */
  readonly cut: ReadonlyMap<number, number>;
  /**
   * A number or a date is off by so many units, a date by whole minutes: by these, of which only so many are told apart, and
   * none where they plainly have no constant.
   */
  readonly shifts: ReadonlyMap<number, number>;
  /** A number stands without its minus. */
  readonly minusLost: number;
  /** A number off by whole turns of an integer, in its range: by width and the decimals that it counts. */
  readonly turns: readonly Turns[];
}

interface Turns extends Pick<FaultOf<'measure-wrapped'>, 'bits' | 'digits'> {
  readonly cells: number;
}

const remembered = new WeakMap<Clues, Map<number, CellRelations>>();

/** Counted in one pass over the cells that differ, once for each column that is asked for. O(residual keys) */
export function relationsOf(clues: Clues, column: number): CellRelations {
  const known = remembered.get(clues) ?? new Map<number, CellRelations>();
  remembered.set(clues, known);
  const found = known.get(column) ?? count(clues, column);
  known.set(column, found);
  return found;
}

/** Differences that are told apart. */
const MOST_SHIFTS = 1000;
/** Cells by one of so many that are chance. */
const FEW = 10;

function count(clues: Clues, c: number): CellRelations {
  const column = clues.dataset.columns[c];
  const numbers = column?.type === 'number' && column.wide === null;
  const turns = numbers ? integersOf(column.scale).map((integer) => ({ ...integer, cells: 0 })) : [];
  const shortest = Math.min(...turns.map(({ turn }) => turn));
  const filled = new Map<number, number>();
  const cut = new Map<number, number>();
  const texts = column?.texts ?? null;
  const shifts = new Map<number, number>();
  const shiftStep = numbers ? 1 : column?.type === 'date' && column.wide === null ? minuteUnits(column.scale) : 0;
  let shifting = shiftStep > 0;
  let [emptied, minusLost] = [0, 0];
  for (const { units, seen } of cellPairs(clues, c, clues.residual)) {
    if (units === seen) continue;
    if (seen === MISSING) emptied += 1;
    if (units === MISSING) filled.set(seen, (filled.get(seen) ?? 0) + 1);
    if (texts !== null) {
      const length = cutTo(texts[units], texts[seen]);
      if (length > 0) cut.set(length, (cut.get(length) ?? 0) + 1);
    }
    if (shifting && units !== MISSING && seen !== MISSING && (seen - units) % shiftStep === 0) {
      const known = shifts.get(seen - units);
      if (known !== undefined || shifts.size < MOST_SHIFTS) shifts.set(seen - units, (known ?? 0) + 1);
      if (known === undefined && shifts.size === MOST_SHIFTS) shifting = Math.max(...shifts.values()) > FEW;
    }
    if (!numbers || units === MISSING || seen === MISSING) continue;
    if (losesMinus(units, seen)) minusLost += 1;
    const off = units - seen;
    if (off % shortest !== 0) continue;
    for (const integer of turns)
      if (off % integer.turn === 0 && seen < integer.turn / 2 && seen >= -integer.turn / 2) integer.cells += 1;
  }
  return { emptied, filled, cut, shifts: shifting ? shifts : new Map(), minusLost, turns };
}

/** A number below zero that stands as it would above. */
export function losesMinus(should: number, seen: number): boolean {
  return should < 0 && seen === -should;
}

/** Characters of a text that is the beginning of another; 0 where it is not. */
export function cutTo(whole: string | undefined, seen: string | undefined): number {
  if (whole === undefined || seen === undefined || seen.length >= whole.length || !whole.startsWith(seen)) return 0;
  return lengthOf(seen);
}

/** Those that count as many decimals as the column has, or fewer; none whose turn is no whole number of another's. */
function integersOf(scale: number): (Omit<Turns, 'cells'> & { readonly turn: number })[] {
  return ([16, 32] as const).flatMap((bits) =>
    Array.from({ length: scale + 1 }, (_, digits) => ({ bits, digits, turn: turnUnits({ bits, digits }, scale) })),
  );
}
