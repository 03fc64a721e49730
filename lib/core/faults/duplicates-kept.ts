import { tableOf, withArticle } from '../phrases/phrases';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';

/** `duplicates-kept`: every version stands in the table as a row of its own. */
const words: FaultWords<'duplicates-kept'> = {
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

export const duplicatesKept: FaultModule<'duplicates-kept'> = {
  code: 'duplicates-kept',
  words,
  parameters: [],
  changes: () => [{ change: 'keep-every-row' }],
  switch: { stage: 'dedupe', frequent: true, start: () => ({ fault: 'duplicates-kept' }) },
  suggest: () => [{ fault: 'duplicates-kept' }],
  probes: () => [{ fault: 'duplicates-kept' }],
};
