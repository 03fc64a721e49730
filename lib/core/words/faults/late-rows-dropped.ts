import type { FaultWords } from '../../faults/fault-words';
import { newestMissing, tableOf, withArticle } from '../../phrases/phrases';

export const lateRowsDroppedWords: FaultWords<'late-rows-dropped'> = {
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
