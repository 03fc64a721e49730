import type { FaultModule } from './fault-module';
import { lowerTail } from './thresholds';

/** `first-rows-skipped`: every file loses its first `count` data rows, as when a header is read twice. */
export const firstRowsSkipped: FaultModule<'first-rows-skipped'> = {
  code: 'first-rows-skipped',
  parameters: [{ name: 'count', kind: 'count', least: 1, label: 'rows of every file', open: true }],
  changes: ({ count }) => [{ change: 'keep-rows', where: { test: 'row-of-file', from: count, to: null } }],
  byPlace: () => true,
  switch: {
    stage: 'arrive',
    text: () => 'Every file loses its first rows',
    start: () => ({ fault: 'first-rows-skipped', count: 1 }),
  },
  /** Before some row number no file has a seen row. */
  suggest(clues) {
    const tail = lowerTail(clues.pipeline.rows.at, clues.effect);
    if (!tail) return [];
    return [
      {
        fault: 'first-rows-skipped',
        count: tail.absent + 1,
        equivalentRange: { min: String(tail.absent + 1), max: String(tail.seen) },
      },
    ];
  },
  probes: () => [{ fault: 'first-rows-skipped', count: 1 }],
};
