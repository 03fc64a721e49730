import { hasOtherRule } from './clues';
import type { FaultModule } from './fault-module';

/** `largest-version-wins`: the largest version is kept although another rule was agreed. */
export const largestVersionWins: FaultModule<'largest-version-wins'> = {
  code: 'largest-version-wins',
  parameters: [],
  changes: () => [{ change: 'rank', rule: 'largest-version' }],
  suggest: (clues) =>
    clues.dataset.version === -1 || clues.dataset.rule === 'largest-version' || hasOtherRule(clues)
      ? []
      : [{ fault: 'largest-version-wins' }],
  probes: () => [],
};
