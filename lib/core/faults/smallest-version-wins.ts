import { hasOtherRule } from './clues';
import type { FaultModule } from './fault-module';

/** `smallest-version-wins`: of each key's rows the one with the smallest version is kept. */
export const smallestVersionWins: FaultModule<'smallest-version-wins'> = {
  code: 'smallest-version-wins',
  parameters: [],
  changes: () => [{ change: 'rank', rule: 'smallest-version' }],
  suggest: (clues) => (clues.dataset.version === -1 || hasOtherRule(clues) ? [] : [{ fault: 'smallest-version-wins' }]),
  probes: (dataset) => (dataset.version === -1 ? [] : [{ fault: 'smallest-version-wins' }]),
};
