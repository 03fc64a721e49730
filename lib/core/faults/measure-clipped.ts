import { plainText } from '../table/plain-text';
import { judgeFiles, residualPairs } from './cell-pairs';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';
import { averageMeasure } from './switch-starts';

/** `measure-clipped`: no value of the measure is above `max` in rows of the given files or of all; larger ones become `max`. */
export const measureClipped: FaultModule<'measure-clipped'> = {
  code: 'measure-clipped',
  parameters: [
    { name: 'max', kind: 'decimal', label: 'at' },
    { name: 'files', kind: 'files', label: 'in rows from which files' },
  ],
  changes: ({ max, files = null }) => [
    { change: 'load-value', column: { use: 'measure' }, to: { value: 'at-most', max }, files },
  ],
  switch: {
    stage: 'load',
    text: ({ columns }) => `${columns.measure} is held at a maximum`,
    start: (findings) => ({ fault: 'measure-clipped', max: averageMeasure(findings) }),
  },
  /** A value at which several keys stand that should be above it. */
  suggest(clues) {
    const column = clues.dataset.measure;
    const max = commonestCeiling(clues);
    if (max === null) return [];
    const judged = judgeFiles(clues, (units) => Math.min(units, max), { least: LEAST_ROWS });
    return judged
      ? [
          {
            fault: 'measure-clipped',
            max: plainText(column, max),
            ...(judged.all ? {} : { files: judged.names }),
          },
        ]
      : [];
  },
  probes: () => [],
};

/** Keys that must stand at the ceiling. */
const LEAST_ROWS = 2;

/** In whole units: undoing a scale can leave a fraction, which nobody wrote as a maximum. */
function commonestCeiling(clues: Clues): number | null {
  const counts = new Map<number, number>();
  const pairs = residualPairs(clues, 'amounts');
  for (let i = 0; i < pairs.count; i++) {
    const [units, seen] = [pairs.units[i] as number, pairs.seen[i] as number];
    if (seen < units && Number.isInteger(seen)) counts.set(seen, (counts.get(seen) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [value, count] of counts) {
    if (count >= LEAST_ROWS && (best === null || count > (counts.get(best) as number))) best = value;
  }
  return best;
}
