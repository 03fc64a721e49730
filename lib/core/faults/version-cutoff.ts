import { formatVersion, newestMissing, sameNote, tableOf, withArticle } from '../phrases/phrases';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';
import { hasVersion, newestBeforeLastFile } from './switch-starts';
import { boundBetween, upperTail } from './thresholds';

/** `version-cutoff`: rows with a version greater than the given one never arrive, as in a stale snapshot. */
const words: FaultWords<'version-cutoff'> = {
  sentence: ({ version, equivalentRange }, telling) =>
    `${tableOf(telling)} stops at ${telling.columns.version} ${formatVersion(version)}: no row with a greater one took effect${sameNote(equivalentRange, 'stop from')}.`,
  replayed: ({ version }, { columns }) =>
    `without the rows whose ${columns.version} is above ${formatVersion(version)}`,
  label: ({ version }, { columns }) => `nothing after ${columns.version} ${formatVersion(version)}`,
  question: ({ version }, telling) =>
    `When was ${tableOf(telling)} made, and did rows with a ${telling.columns.version} above ${formatVersion(version)} exist by then?`,
  mechanisms: ({ version }, telling) => [
    {
      code: 'older-snapshot',
      mechanism: `${tableOf(telling)} is older than the rows after ${telling.columns.version} ${formatVersion(version)}: a snapshot taken before they arrived`,
      lookAt: 'when the snapshot was taken',
    },
    {
      code: 'upper-bound',
      mechanism: `the load query has an upper bound on ${telling.columns.version}`,
      lookAt: 'the load query',
    },
    {
      code: 'not-resumed',
      mechanism: 'the load stopped there and was not resumed',
      lookAt: 'the load log',
    },
  ],
  wouldShow: ({ version }, { columns, entity }) =>
    `${withArticle(entity.one)} whose newest row has a ${columns.version} above ${formatVersion(version)}`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} stops at an earlier point in time: updates made after it are not reflected, ${newestMissing(telling)}.`,
};

export const versionCutoff: FaultModule<'version-cutoff'> = {
  code: 'version-cutoff',
  words,
  parameters: [
    { name: 'version', kind: 'bound', of: { use: 'version' }, label: 'the last version that arrives', open: true },
  ],
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
