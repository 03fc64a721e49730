import type { FaultWords } from '../../faults/fault-words';
import { tableOf, withArticle } from '../../phrases/phrases';

export const zerosIgnoredWords: FaultWords<'zeros-ignored'> = {
  sentence: (_, telling) => `A 0 never replaced an older value in ${tableOf(telling)}.`,
  replayed: () => 'letting no 0 replace an older value',
  label: () => 'zeros ignored',
  question: () => 'Does any step take a 0 for a missing value when it merges a new row into the table?',
  mechanisms: () => [
    {
      code: 'zero-as-missing',
      mechanism: 'a step turns 0 into a missing value and keeps the older one',
      lookAt: "the pipeline's queries: NULLIF, COALESCE",
    },
    {
      code: 'tested-for-truth',
      mechanism: 'a script tests the new value for truth, and 0 counts as false',
      lookAt: 'the script that merges rows',
    },
  ],
  wouldShow: (_, { entity }) =>
    `${withArticle(entity.one)} whose newest row has a 0 where an older one has another value`,
  forCustomer: (_, telling) => `Where a figure fell to zero, ${tableOf(telling)} still shows its older value.`,
};
