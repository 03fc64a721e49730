import { tableOf, withArticle } from '../phrases/phrases';
import { hasOtherRule } from './clues';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';

/** `last-row-wins`: of each key's rows the last to arrive is kept, whatever its version. */
const words: FaultWords<'last-row-wins'> = {
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

export const lastRowWins: FaultModule<'last-row-wins'> = {
  code: 'last-row-wins',
  words,
  parameters: [],
  changes: () => [{ change: 'rank', rule: 'last-arrival' }],
  suggest: (clues) => (clues.dataset.version === -1 || hasOtherRule(clues) ? [] : [{ fault: 'last-row-wins' }]),
  probes: (dataset) => (dataset.version === -1 ? [] : [{ fault: 'last-row-wins' }]),
};
