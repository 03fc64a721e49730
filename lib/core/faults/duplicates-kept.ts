import type { FaultModule } from './fault-module';

/** `duplicates-kept`: every version stands in the table as a row of its own. */
export const duplicatesKept: FaultModule<'duplicates-kept'> = {
  code: 'duplicates-kept',
  parameters: [],
  changes: () => [{ change: 'keep-every-row' }],
  switch: { stage: 'dedupe', frequent: true, start: () => ({ fault: 'duplicates-kept' }) },
  suggest: () => [{ fault: 'duplicates-kept' }],
  probes: () => [{ fault: 'duplicates-kept' }],
};
