import type { FaultModule } from './fault-module';

/** `new-keys-ignored`: only keys of the first file arrive; later files update, never insert. */
export const newKeysIgnored: FaultModule<'new-keys-ignored'> = {
  code: 'new-keys-ignored',
  parameters: [],
  changes: () => [{ change: 'keep-rows', where: { test: 'key-of-first-file' } }],
  switch: { stage: 'arrive', start: () => ({ fault: 'new-keys-ignored' }) },
  suggest: (clues) => (clues.dataset.files.length < 2 ? [] : [{ fault: 'new-keys-ignored' }]),
  probes: (dataset) => (dataset.files.length < 2 ? [] : [{ fault: 'new-keys-ignored' }]),
};
