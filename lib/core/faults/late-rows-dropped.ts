import type { FaultModule } from './fault-module';
import { hasVersion } from './switch-starts';

/**
 * `late-rows-dropped`: a row arrives only if its version is greater than every version in the files before it,
 * as with a high-water mark.
 */
export const lateRowsDropped: FaultModule<'late-rows-dropped'> = {
  code: 'late-rows-dropped',
  parameters: [],
  changes: () => [{ change: 'keep-rows', where: { test: 'above-earlier-files' } }],
  switch: {
    stage: 'arrive',
    start: (findings) => (hasVersion(findings) ? { fault: 'late-rows-dropped' } : null),
  },
  suggest: (clues) => (clues.dataset.version === -1 ? [] : [{ fault: 'late-rows-dropped' }]),
  probes: (dataset) => (dataset.version === -1 ? [] : [{ fault: 'late-rows-dropped' }]),
};
