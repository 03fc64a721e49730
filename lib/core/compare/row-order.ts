import { type CaseColumn, type CaseTables, MEASURE } from '../table/case-tables';
import { sameCell } from '../table/equal';

/** What a comparison by row position would claim; null without two tables, or when both list their keys in one order. */
export function positionDifferences({ columns, ours, theirs }: CaseTables): { measures: number } | null {
  if (!ours || !theirs) return null;
  const measure = columns[MEASURE] as CaseColumn;
  const rows = Math.min(ours.rows, theirs.rows);
  const a = ours.columns[MEASURE];
  const b = theirs.columns[MEASURE];
  let moved = 0;
  let measures = Math.abs(ours.rows - theirs.rows);
  for (let r = 0; r < rows; r++) {
    if (ours.key[r] !== theirs.key[r]) moved += 1;
    if (a && b && !sameCell(measure, a[r] as number, b[r] as number)) measures += 1;
  }
  return moved === 0 ? null : { measures };
}
