import type { Replayed } from '../pipeline/replayed';
import { replayedValue } from '../pipeline/replayed';
import type { Dataset } from '../table/dataset';
import { replayedRows } from './table-view';

/** Key ids on which two replays give different rows, as 1s; ids that only one of them knows are the last. O(keys). */
export function differingKeys(dataset: Dataset, a: Replayed, b: Replayed): Uint8Array {
  const keys = Math.max(a.winner.length, b.winner.length);
  const differs = new Uint8Array(keys);
  for (let k = 0; k < keys; k++) differs[k] = sameKey(dataset, a, b, k) ? 0 : 1;
  return differs;
}

/** Whether two replays give the same table. Stops at the first difference. */
export function sameReplay(dataset: Dataset, a: Replayed, b: Replayed): boolean {
  const keys = Math.max(a.winner.length, b.winner.length);
  for (let k = 0; k < keys; k++) if (!sameKey(dataset, a, b, k)) return false;
  return true;
}

function sameKey(dataset: Dataset, a: Replayed, b: Replayed, k: number): boolean {
  if ((a.given?.[k] ?? -1) !== (b.given?.[k] ?? -1)) return false;
  if ((a.given?.[k] ?? -1) !== -1) return true;
  if (a.standing !== null || b.standing !== null) {
    return countAt(a, k) === countAt(b, k) && sameBags(rowsAt(dataset, a, k), rowsAt(dataset, b, k));
  }
  const x = a.winner[k] ?? -1;
  const y = b.winner[k] ?? -1;
  if (x === -1 || y === -1) return x === y;
  for (let c = 0; c < dataset.columns.length; c++) if (replayedValue(a, c, k) !== replayedValue(b, c, k)) return false;
  return true;
}

/** Rows that stand for key k. */
function countAt({ winner, standing, rows }: Replayed, k: number): number {
  if (k >= winner.length) return 0;
  if (standing === null) return winner[k] === -1 ? 0 : 1;
  let count = 0;
  for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) count += standing[r] as number;
  return count;
}

function rowsAt(dataset: Dataset, replayed: Replayed, k: number): string[] {
  return k < replayed.winner.length ? replayedRows(dataset, replayed, k).map(String).sort() : [];
}

function sameBags(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}
