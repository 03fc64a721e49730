import type { FaultModule } from './fault-module';
import { largestFile } from './switch-starts';
import { roundestBetween, upperTail } from './thresholds';

/** `rows-capped`: of every file only the first `limit` rows arrive. */
export const rowsCapped: FaultModule<'rows-capped'> = {
  code: 'rows-capped',
  parameters: [{ name: 'limit', kind: 'count', least: 0, label: 'rows of every file', open: true }],
  changes: ({ limit }) => [{ change: 'keep-rows', where: { test: 'row-of-file', from: 0, to: limit } }],
  byPlace: () => true,
  switch: {
    stage: 'arrive',
    text: () => 'Every file is cut after so many rows',
    start: (findings) => ({ fault: 'rows-capped', limit: Math.floor(largestFile(findings) / 2) }),
  },
  /** Beyond some row number no file has a seen row. */
  suggest(clues) {
    const tail = upperTail(clues.pipeline.rows.at, clues.effect);
    if (!tail) return [];
    const limit = roundestBetween(tail.seen + 1, tail.absent);
    if (!hasSense(limit, clues.dataset.files)) return [];
    return [
      {
        fault: 'rows-capped',
        limit,
        equivalentRange: { min: String(tail.seen + 1), max: String(tail.absent) },
      },
    ];
  },
  probes: () => [],
};

/** Share of the longest file that a limit must leave out, unless it is a round number. */
const LEAST_LOST = 0.02;

/** A limit of 9,999 rows on files of 10,000 is none that anybody sets: a row is missing at the end, for another reason. */
function hasSense(limit: number, files: readonly { readonly rows: number }[]): boolean {
  const longest = Math.max(0, ...files.map(({ rows }) => rows));
  return longest - limit >= LEAST_LOST * longest || (limit > 0 && limit % 100 === 0);
}
