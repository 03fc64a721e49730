import type { FaultWords } from '../../faults/fault-words';
import { tableOf, versionRange, withArticle } from '../../phrases/phrases';

export const rowsNotExportedWords: FaultWords<'rows-not-exported'> = {
  sentence: ({ versions }, telling) =>
    `${tableOf(telling)} holds newer rows, with ${telling.columns.version} ${versionRange(versions.min, versions.max)}, that are in none of the files.`,
  replayed: ({ versions }, { columns }) =>
    `with the rows of ${columns.version} ${versionRange(versions.min, versions.max)} that no file has`,
  label: () => 'rows never exported',
  question: ({ versions }, { columns }) =>
    `Was there an export that covers ${columns.version} ${versionRange(versions.min, versions.max)}, and where is its file?`,
  mechanisms: ({ versions }, telling) => [
    {
      code: 'file-not-here',
      mechanism: `an exported file with ${telling.columns.version} ${versionRange(versions.min, versions.max)} is not among the files here`,
      lookAt: "the bucket's listing",
    },
    {
      code: 'export-stopped',
      mechanism: 'the export stopped before those rows were written',
      lookAt: 'the time and the upper bound of the last export',
    },
    {
      code: 'table-taken-later',
      mechanism: `${tableOf(telling)} was taken later than the last export`,
      lookAt: 'when the table was taken',
    },
  ],
  wouldShow: (_, { entity }) => `${withArticle(entity.one)} that changed after its last exported row`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} holds updates of some ${telling.entity.many} that are newer than the exported files.`,
};
