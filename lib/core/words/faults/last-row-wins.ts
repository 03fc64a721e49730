import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const lastRowWinsWords: FaultWords<'last-row-wins'> = {
  sentence: (_, telling) =>
    `${tableOf(telling)} keeps the last row that arrived for each ${telling.entity.one}, whatever its ${telling.columns.version}.`,
  replayed: () => 'keeping the last row to arrive',
  label: () => 'last row wins',
  question: (_, { columns }) =>
    `Does a row with a smaller ${columns.version} overwrite one with a greater when it arrives later?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'version-not-compared',
      mechanism: `every row is written over the one before it without comparing ${columns.version}`,
      lookAt: 'the load query',
    },
    {
      code: 'older-file-loaded-again',
      mechanism: 'an older file was loaded again after a newer one',
      lookAt: 'the load log, with the order of the files',
    },
  ],
  wouldShow: (_, { entity }) => `${withArticle(entity.one)} whose newest row arrives before an older one`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} shows the values received last for each ${telling.entity.one}, which are not always the newest.`,
};
