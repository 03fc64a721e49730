import { MISSING } from '../decimal';
import type { CaseColumn } from './case-tables';

/**
 * When cells, and bags of rows, count as equal: one meaning for the comparison, the proof, the repair and the filters.
 * Exact on purpose are three questions that a tolerance must not answer: whether a further fault changes a replay (its
 * amount belongs to it, however small), whether rows of one version differ (totals tell them apart), and what the
 * faults read their parameters from.
 */

/**
 * Whether two cells of a column are the same, or hold values at most its tolerance apart. An empty cell equals none but
 * an empty one; a rank that `wide` does not have equals none but itself.
 */
export function sameCell({ tolerance, wide }: CaseColumn, a: number, b: number): boolean {
  if (a === b) return true;
  if (tolerance === 0 || a === MISSING || b === MISSING) return false;
  if (wide === null) return Math.abs(a - b) <= tolerance;
  const [left, right] = [wide[a], wide[b]];
  if (left === undefined || right === undefined) return false;
  return left - right <= tolerance && right - left <= tolerance;
}

/** Whether equality in all these columns carries over: a = b and b = c give a = c. Only a tolerance breaks it. */
export function isTransitive(columns: readonly CaseColumn[]): boolean {
  return columns.every(({ tolerance }) => tolerance === 0);
}

/**
 * Size of the largest one-to-one pairing of equal rows between two bags, such as one key's rows in two tables; the bags
 * are equal where it is the size of both. The same whichever of them is called left.
 * @param same whether row i of the left bag equals row j of the right one
 * @param transitive see `isTransitive`: pairing the first that fit is then best, O(left × right); else it is
 *   O(left² × right) at worst
 */
export function pairRows(
  left: number,
  right: number,
  same: (i: number, j: number) => boolean,
  transitive: boolean,
): number {
  const leftOf: number[] = [];
  for (let j = 0; j < right; j++) leftOf.push(-1);
  let paired = 0;
  for (let i = 0; i < left && paired < right; i++) {
    for (let j = 0; j < right; j++) {
      if (leftOf[j] !== -1 || !same(i, j)) continue;
      leftOf[j] = i;
      paired += 1;
      break;
    }
  }
  if (transitive || paired === Math.min(left, right)) return paired;
  const rightOf = Array.from({ length: left }, () => -1);
  for (let j = 0; j < right; j++) if (leftOf[j] !== -1) rightOf[leftOf[j] as number] = j;
  for (let i = 0; i < left && paired < right; i++)
    if (rightOf[i] === -1 && augmentMutable(i, leftOf, rightOf, same)) paired += 1;
  return paired;
}

/**
 * Pairs row i of the left by giving rows that are paired already other partners, along a shortest augmenting path
 * (Berge). False, and nothing changed, where there is no such path.
 */
function augmentMutable(
  i: number,
  leftOf: number[],
  rightOf: number[],
  same: (i: number, j: number) => boolean,
): boolean {
  const reachedFrom = leftOf.map(() => -1);
  const queue = [i];
  for (const from of queue) {
    for (let j = 0; j < leftOf.length; j++) {
      if (reachedFrom[j] !== -1 || !same(from, j)) continue;
      reachedFrom[j] = from;
      if (leftOf[j] !== -1) {
        queue.push(leftOf[j] as number);
        continue;
      }
      for (let at = j; at !== -1; ) {
        const partner = reachedFrom[at] as number;
        const before = rightOf[partner] as number;
        leftOf[at] = partner;
        rightOf[partner] = at;
        at = before;
      }
      return true;
    }
  }
  return false;
}
