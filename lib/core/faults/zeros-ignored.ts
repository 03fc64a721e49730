import type { FaultModule } from './fault-module';

/** `zeros-ignored`: a 0 never overwrites an older value, as when 0 is taken for missing. */
export const zerosIgnored: FaultModule<'zeros-ignored'> = {
  code: 'zeros-ignored',
  parameters: [],
  changes: () => [{ change: 'compose', columns: { use: 'numbers' }, from: 'newest-not-zero' }],
  switch: { stage: 'dedupe', start: () => ({ fault: 'zeros-ignored' }) },
  suggest: () => [{ fault: 'zeros-ignored' }],
  probes: () => [{ fault: 'zeros-ignored' }],
};
