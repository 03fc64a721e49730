import type { FaultModule } from './fault-module';

/** `largest-of-each-column`: every column takes its own largest value over the key's rows. */
export const largestOfEachColumn: FaultModule<'largest-of-each-column'> = {
  code: 'largest-of-each-column',
  parameters: [],
  changes: () => [{ change: 'compose', columns: { use: 'all' }, from: 'largest' }],
  switch: { stage: 'dedupe', start: () => ({ fault: 'largest-of-each-column' }) },
  suggest: () => [{ fault: 'largest-of-each-column' }],
  probes: () => [{ fault: 'largest-of-each-column' }],
};
