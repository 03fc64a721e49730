import type { FaultModule } from './fault-module';
import { hasVersion, newestBeforeLastFile } from './switch-starts';
import { boundBetween, upperTail } from './thresholds';

/** `version-cutoff`: rows with a version greater than the given one never arrive, as in a stale snapshot. */
export const versionCutoff: FaultModule<'version-cutoff'> = {
  code: 'version-cutoff',
  parameters: [{ name: 'version', kind: 'bound', label: 'the last version that arrives', open: true }],
  changes: ({ version }) => [
    {
      change: 'keep-rows',
      where: {
        test: 'not',
        of: { test: 'compares', column: { use: 'version' }, operator: '>', value: version },
      },
    },
  ],
  switch: {
    stage: 'arrive',
    frequent: true,
    text: ({ columns }) => `Nothing after a certain ${columns.version}`,
    start: (findings) =>
      hasVersion(findings) ? { fault: 'version-cutoff', version: newestBeforeLastFile(findings) } : null,
  },
  /** No row with a version beyond the greatest that was seen has left a trace. */
  suggest(clues) {
    const versions = clues.pipeline.rows.columns[clues.dataset.version];
    const column = clues.dataset.columns[clues.dataset.version];
    const tail = versions ? upperTail(versions, clues.effect) : null;
    if (!tail || !column) return [];
    const { value, equivalentRange } = boundBetween(column, tail.seen, tail.absent - 1);
    return [{ fault: 'version-cutoff', version: value, equivalentRange }];
  },
  probes: () => [],
};
