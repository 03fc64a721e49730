import { newestMissing, tableOf, withArticle } from '../phrases/phrases';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';
import { hasVersion } from './switch-starts';

/**
 * `late-rows-dropped`: a row arrives only if its version is greater than every version in the files before it,
 * as with a high-water mark.
 */
const words: FaultWords<'late-rows-dropped'> = {
  sentence: (_, telling) => {
    const { version } = telling.columns;
    return `Rows that arrived late had no effect in ${tableOf(telling)}: it took a row only if its ${version} was greater than every ${version} in the files before it.`;
  },
  replayed: (_, { columns }) => `dropping rows whose ${columns.version} is not greater than all in the files before`,
  label: () => 'late rows dropped',
  question: (_, { columns }) =>
    `Does the load skip rows whose ${columns.version} is not greater than the greatest one already loaded?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'high-water-mark',
      mechanism: `the load reads only rows above the greatest ${columns.version} it has seen`,
      lookAt: 'the stored high-water mark and the load query',
    },
    {
      code: 'window-closed',
      mechanism: 'the stream closes its window before late rows arrive',
      lookAt: "the stream's setting for late data and its count of dropped rows",
    },
  ],
  wouldShow: (_, { columns, entity }) =>
    `${withArticle(entity.one)} whose newest row has a ${columns.version} that an earlier file already reached`,
  forCustomer: (_, telling) =>
    `Updates that arrived out of order are not reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`,
};

export const lateRowsDropped: FaultModule<'late-rows-dropped'> = {
  code: 'late-rows-dropped',
  words,
  parameters: [],
  changes: () => [{ change: 'keep-rows', where: { test: 'above-earlier-files' } }],
  switch: {
    stage: 'arrive',
    start: (findings) => (hasVersion(findings) ? { fault: 'late-rows-dropped' } : null),
  },
  suggest: (clues) => (clues.dataset.version === -1 ? [] : [{ fault: 'late-rows-dropped' }]),
  probes: (dataset) => (dataset.version === -1 ? [] : [{ fault: 'late-rows-dropped' }]),
};
