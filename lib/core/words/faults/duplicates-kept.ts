import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const duplicatesKeptWords: FaultWords<'duplicates-kept'> = {
  sentence: (_, telling) =>
    `${tableOf(telling)} holds every version of ${withArticle(telling.entity.one)} as a row of its own.`,
  replayed: () => 'keeping every row',
  label: () => 'every version kept',
  question: (_, { columns }) => `Did the step that keeps one row for each ${columns.key} run?`,
  mechanisms: (_, { columns }) => [
    {
      code: 'step-did-not-run',
      mechanism: 'the step that removes duplicates did not run',
      lookAt: "the pipeline's run log",
    },
    {
      code: 'grouped-by-more-than-key',
      mechanism: `the step that removes duplicates groups by more than ${columns.key}`,
      lookAt: 'its query',
    },
    {
      code: 'exported-from-staging',
      mechanism: 'the export was taken from the staging table',
      lookAt: 'the query of the export',
    },
  ],
  wouldShow: (_, { entity }) => `${withArticle(entity.one)} with more than one row`,
  forCustomer: (_, telling) => `${tableOf(telling)} counts ${telling.entity.many} that were updated more than once.`,
};
