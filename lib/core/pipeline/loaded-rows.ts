import { MISSING } from '../decimal';
import type { Pipeline } from './pipeline';
import { applyValueSteps } from './values';

/** A column's cells as the load would leave them, by row; shared where it leaves them as they were read. O(rows) */
export function loadedRows(pipeline: Pipeline, c: number): Float64Array {
  const { rows } = pipeline;
  const column = pipeline.columns[c] ?? new Float64Array(rows.rows).fill(MISSING);
  const steps = pipeline.values[c] ?? [];
  return steps.length === 0
    ? column
    : column.map((units, r) => applyValueSteps(steps, units, rows.file[r] as number, r));
}
