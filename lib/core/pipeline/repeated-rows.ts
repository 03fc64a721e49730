import type { GroupedRows } from '../table/dataset';
import type { Pipeline } from './pipeline';
import type { Replayed } from './replayed';

/** How often a table holds the row of a key: 0 where it has none, or several that are not the same in every cell. */
export function copiesOf({ start, columns }: GroupedRows, k: number): number {
  if (k >= start.length - 1) return 0;
  const [from, to] = [start[k] as number, start[k + 1] as number];
  for (let o = from + 1; o < to; o++)
    if (columns.some((column) => column !== null && column[o] !== column[from])) return 0;
  return to - from;
}

/** Copies of a row that a replay can count. */
const MOST_COPIES = 255;

/** The replayed rows, each that stands alone for its key as often as the observed table holds the key's row. O(rows + keys) */
export function withRepeats({ observed, keepsDuplicates }: Pipeline, replayed: Replayed): Replayed {
  if (observed === null || keepsDuplicates) return replayed;
  const { rows, winner, composed, standing: stood } = replayed;
  const standing = stood?.slice() ?? new Uint8Array(rows.rows);
  const values = replayed.values.map((column, c) => (composed[c] && column ? column.slice() : column));
  for (let k = 0; k < winner.length; k++) {
    const only = stood === null ? (winner[k] as number) : onlyRow(rows, stood, k);
    if (only === -1) continue;
    standing[only] = Math.min(MOST_COPIES, Math.max(1, copiesOf(observed, k)));
    composed.forEach((column, c) => {
      const own = values[c];
      if (column && own) own[only] = column[k] as number;
    });
  }
  return { ...replayed, composed: composed.map(() => null), values, standing };
}

/** The row of the key that stands, once and alone; -1: there is none such. */
function onlyRow({ start }: GroupedRows, standing: Uint8Array, k: number): number {
  let only = -1;
  for (let r = start[k] as number; r < (start[k + 1] as number); r++) {
    if (standing[r] === 0) continue;
    if (only !== -1 || standing[r] !== 1) return -1;
    only = r;
  }
  return only;
}
