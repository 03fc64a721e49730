import { MISSING } from '../decimal';
import type { FaultOf } from '../findings/fault';
import { lengthOf } from '../pipeline/text-traits';
import { minuteUnits, turnUnits } from '../pipeline/values';
import { residualPairs } from './cell-pairs';
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
  /** The units by which numbers or dates are off that stand out, of dates whole minutes; null: none do. */
  readonly shift: Shift | null;
  /** A number stands without its minus. */
  readonly minusLost: number;
  /** A number off by whole turns of an integer, in its range: by width and the decimals that it counts. */
  readonly turns: readonly Turns[];
}

interface Shift {
  /** Seen less what should stand. */
  readonly by: number;
  readonly cells: number;
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

/** Cells after which it is looked whether one difference stands out, and differences that are told apart. */
const ENOUGH = 500;
/** Of the cells off by a constant, those off by another that make it two: a clock that is put forward and back. */
const SECOND = 0.25;

function count(clues: Clues, c: number): CellRelations {
  const column = clues.dataset.columns[c];
  const numbers = column?.type === 'number' && column.wide === null;
  const turns = numbers ? integersOf(column.scale).map((integer) => ({ ...integer, cells: 0 })) : [];
  const shortest = Math.min(...turns.map(({ turn }) => turn));
  const filled = new Map<number, number>();
  const cut = new Map<number, number>();
  const texts = column?.texts ?? null;
  const shifts = new Map<number, number>();
  const minute = column?.type === 'date' && column.wide === null ? minuteUnits(column.scale) : 0;
  let shifting = numbers || minute > 0;
  let [emptied, minusLost, shifted] = [0, 0, 0];
  const pairs = residualPairs(clues, c);
  for (let i = 0; i < pairs.count; i++) {
    const [units, seen] = [pairs.units[i] as number, pairs.seen[i] as number];
    if (units === seen) continue;
    if (seen === MISSING) emptied += 1;
    if (units === MISSING) filled.set(seen, (filled.get(seen) ?? 0) + 1);
    if (texts !== null) {
      const length = cutTo(texts[units], texts[seen]);
      if (length > 0) cut.set(length, (cut.get(length) ?? 0) + 1);
    }
    const off = seen - units;
    if (shifting && Number.isFinite(off) && (numbers || off % minute === 0)) {
      const known = shifts.get(off);
      if (known !== undefined || shifts.size < ENOUGH) shifts.set(off, (known ?? 0) + 1);
      if (++shifted === ENOUGH) shifting = standingOut(shifts) !== null;
    }
    if (!numbers || units === MISSING || seen === MISSING) continue;
    if (losesMinus(units, seen)) minusLost += 1;
    if (off % shortest !== 0) continue;
    for (const integer of turns)
      if (off % integer.turn === 0 && seen < integer.turn / 2 && seen >= -integer.turn / 2) integer.cells += 1;
  }
  return { emptied, filled, cut, shift: shifting ? standingOut(shifts) : null, minusLost, turns };
}

function standingOut(shifts: ReadonlyMap<number, number>): Shift | null {
  let [by, cells, second] = [0, 0, 0];
  for (const [off, count] of shifts)
    if (count > cells) [by, cells, second] = [off, count, cells];
    else second = Math.max(second, count);
  return cells === 0 || second > SECOND * cells ? null : { by, cells };
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
