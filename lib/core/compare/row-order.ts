import type { BoundTable } from '../table/case-tables';

/** What a comparison by row position would claim; null when both tables list their keys in the same order. */
export function positionDifferences(ours: BoundTable, theirs: BoundTable): { measures: number } | null {
  const rows = Math.min(ours.rows, theirs.rows);
  const a = ours.columns[0];
  const b = theirs.columns[0];
  let moved = 0;
  let measures = Math.abs(ours.rows - theirs.rows);
  for (let r = 0; r < rows; r++) {
    if (ours.key[r] !== theirs.key[r]) moved += 1;
    if (a && b && a[r] !== b[r]) measures += 1;
  }
  return moved === 0 ? null : { measures };
}
