import { hasOtherRule } from './clues';
import type { FaultModule } from './fault-module';

/** `version-compared-as-text`: the row whose version is the largest as text wins ("999" beats "1000"). */
export const versionComparedAsText: FaultModule<'version-compared-as-text'> = {
  code: 'version-compared-as-text',
  parameters: [],
  changes: () => [{ change: 'rank', rule: 'largest-version-as-text' }],
  suggest: (clues) =>
    clues.dataset.version === -1 || hasOtherRule(clues) ? [] : [{ fault: 'version-compared-as-text' }],
  probes: (dataset) => (dataset.version === -1 ? [] : [{ fault: 'version-compared-as-text' }]),
};
