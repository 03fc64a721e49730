import type { Dataset } from '../table/dataset';

/** The first and the last of a key's rows of the largest version, where their contents differ. */
export interface Tie {
  readonly key: number;
  /** Rows of `dataset.deltas`. */
  readonly earlier: number;
  readonly later: number;
}

/** Every key whose newest version stands in rows that differ, whatever the tolerances: totals tell them apart. O(rows). Empty where the case has no version. */
export function tiesOf(dataset: Dataset): readonly Tie[] {
  const { start, columns } = dataset.deltas;
  const versions = columns[dataset.version];
  if (!versions) return [];
  const ties: Tie[] = [];
  for (let key = 0; key < dataset.keys.count; key++) {
    const from = start[key] as number;
    const to = start[key + 1] as number;
    if (to - from < 2) continue;
    let [earlier, later] = [from, from];
    for (let r = from + 1; r < to; r++) {
      if ((versions[r] as number) > (versions[later] as number)) [earlier, later] = [r, r];
      else if (versions[r] === versions[later]) later = r;
    }
    if (earlier !== later && columns.some((column) => column && column[earlier] !== column[later]))
      ties.push({ key, earlier, later });
  }
  return ties;
}
