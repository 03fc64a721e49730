import type { ExplainedSide } from '../causes/explain-side';
import { keyOf } from '../causes/search';
import type { Outcome } from '../findings/premise';

/** How a table stands under a reading of the files; null where it was not given. */
export interface Outcomes {
  readonly ours: Outcome | null;
  readonly theirs: Outcome | null;
}

export function outcomeOf(side: ExplainedSide | null): Outcome | null {
  if (!side) return null;
  const causes = [...side.faults];
  if (side.exact) return { kind: causes.length === 0 ? 'right' : 'proved', causes };
  return { kind: causes.length === 0 ? 'unknown' : 'best', causes };
}

/** Whether two readings say the same: of whose table is right, and of the faults. */
export function sameOutcomes(a: Outcomes, b: Outcomes): boolean {
  return same(a.ours, b.ours) && same(a.theirs, b.theirs);
}

function same(a: Outcome | null, b: Outcome | null): boolean {
  if (a === null || b === null) return a === b;
  return a.kind === b.kind && (a.kind === 'best' || keyOf(a.causes) === keyOf(b.causes));
}
