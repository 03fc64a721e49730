import { hasOtherRule } from './clues';
import type { FaultModule } from './fault-module';

/** `last-row-wins`: of each key's rows the last to arrive is kept, whatever its version. */
export const lastRowWins: FaultModule<'last-row-wins'> = {
  code: 'last-row-wins',
  parameters: [],
  changes: () => [{ change: 'rank', rule: 'last-arrival' }],
  suggest: (clues) => (clues.dataset.version === -1 || hasOtherRule(clues) ? [] : [{ fault: 'last-row-wins' }]),
  probes: (dataset) => (dataset.version === -1 ? [] : [{ fault: 'last-row-wins' }]),
};
