import { hasOtherRule } from './clues';
import type { FaultModule } from './fault-module';

/** `largest-measure-wins`: of each key's rows the one with the largest measure is kept, whatever its version. */
export const largestMeasureWins: FaultModule<'largest-measure-wins'> = {
  code: 'largest-measure-wins',
  parameters: [],
  changes: () => [{ change: 'rank', rule: 'largest-measure' }],
  suggest: (clues) => (hasOtherRule(clues) ? [] : [{ fault: 'largest-measure-wins' }]),
  probes: () => [{ fault: 'largest-measure-wins' }],
};
