import type { Clues } from './clues';

/**
 * What the table holds in a column, as it was before the load moved it by a constant, if nothing else came after that: for
 * what happened to rows earlier is read off there. The table's own cells where the column was not moved. O(rows of the table)
 */
export function beforeShift({ observed, pipeline }: Clues, c: number): Float64Array | null {
  const seen = observed.columns[c] ?? null;
  const by = shiftedBy(pipeline.values[c] ?? []);
  return by === 0 ? seen : (seen?.map((cell) => cell - by) ?? null);
}

/** By how much the load moves the column last of all; 0: something else comes after, or it does not. */
export function shiftedBy(steps: Clues['pipeline']['values'][number]): number {
  if (steps.at(-1)?.kind !== 'shift') return 0;
  return steps.reduce((by, step) => (step.kind === 'shift' ? by + step.by : by), 0);
}
