/** The columns of a large case: its key, its measure, two attributes and its version. */
export const COLUMNS = ['user_id', 'total_spend', 'count_saved_items', 'loyalty_credits', 'batch_id'] as const;

/** What a peer says of a large case. */
export interface Answer {
  /** Of the measure; the expected table is each user's row with the largest version over all deltas. */
  readonly totals: { readonly expected: number; readonly ours: number; readonly theirs: number };
  /** Rows of each table that equal the expected one in every column. */
  readonly equal: { readonly ours: number; readonly theirs: number };
}

/** Throws where two peers contradict each other: one of them is then no measure for speed. */
export function checkSame(one: Answer, other: Answer): void {
  const [a, b] = [one, other].map(({ totals, equal }) =>
    [totals.expected, totals.ours, totals.theirs, equal.ours, equal.theirs].join(' '),
  );
  if (a !== b) throw new Error(`two answers to one case: ${a} and ${b}`);
}
