import type { FaultWords } from '../../faults/fault-words';
import { formatVersion, newestMissing, sameNote, tableOf, withArticle } from '../../phrases/phrases';

export const versionCutoffWords: FaultWords<'version-cutoff'> = {
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
