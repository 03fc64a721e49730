import { hasOtherRule } from './clues';
import type { FaultModule } from './fault-module';

/** `first-row-wins`: of each key's rows the first to arrive is kept, whatever its version. */
export const firstRowWins: FaultModule<'first-row-wins'> = {
  code: 'first-row-wins',
  parameters: [],
  changes: () => [{ change: 'rank', rule: 'first-arrival' }],
  suggest: (clues) => (hasOtherRule(clues) ? [] : [{ fault: 'first-row-wins' }]),
  probes: () => [{ fault: 'first-row-wins' }],
};
