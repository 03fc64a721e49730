import { tableOf, versionRange, withArticle } from '../words/phrases';
import type { FaultWords } from './fault-words';

/**
 * `rows-not-exported`: the table holds rows newer than any of the key's delta rows, which were never exported.
 * The replay takes those rows as given, so it proves that they explain the difference, not where they come from.
 */
export const words: FaultWords<'rows-not-exported'> = {
  sentence: ({ versions }, telling) =>
    `${tableOf(telling)} holds newer rows, with ${telling.columns.version} ${versionRange(versions.min, versions.max)}, that are in none of the files.`,
  replayed: ({ versions }, { columns }) =>
    `with the rows of ${columns.version} ${versionRange(versions.min, versions.max)} that no file has`,
  label: () => 'rows never exported',
  question: ({ versions }, { columns }) =>
    `Was there an export that covers ${columns.version} ${versionRange(versions.min, versions.max)}, and where is its file?`,
  mechanisms: ({ versions }, telling) => [
    {
      mechanism: `an exported file with ${telling.columns.version} ${versionRange(versions.min, versions.max)} is not among the files here`,
      evidence: "the bucket's listing",
    },
    {
      mechanism: 'the export stopped before those rows were written',
      evidence: 'the time and the upper bound of the last export',
    },
    { mechanism: `${tableOf(telling)} was taken later than the last export`, evidence: 'when the table was taken' },
  ],
  wouldShow: (_, { entity }) => `${withArticle(entity.one)} that changed after its last exported row`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} holds updates of some ${telling.entity.many} that are newer than the exported files.`,
};
