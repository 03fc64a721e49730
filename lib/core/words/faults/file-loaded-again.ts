import type { FaultWords } from '../../faults/fault-words';
import { list, tableOf, withArticle } from '../../phrases/phrases';

export const fileLoadedAgainWords: FaultWords<'file-loaded-again'> = {
  sentence: ({ files }, telling) => {
    const last = telling.files.at(-1);
    const after = last === undefined || files.includes(last) ? '' : ` after ${last}`;
    return `${list(files)} was loaded a second time${after}, so that its rows count as the last to arrive in ${tableOf(telling)}.`;
  },
  replayed: ({ files }) => `with ${list(files)} once more at the end`,
  label: ({ files }) => `${list(files)} loaded again`,
  question: ({ files }) => `Does the load log show ${list(files)} twice, and what made it come again?`,
  mechanisms: ({ files }) => [
    {
      code: 'sent-again',
      mechanism: `${list(files)} was sent or uploaded again`,
      lookAt: "the bucket's listing with the times and versions of the files",
    },
    {
      code: 'load-retried',
      mechanism: `the load of ${list(files)} was retried or run again after later files`,
      lookAt: "the scheduler's runs and the load log",
    },
    {
      code: 'not-remembered',
      mechanism: 'the loader does not remember, or has forgotten, which files it has taken',
      lookAt: "the loader's list of files that it has taken",
    },
  ],
  wouldShow: ({ files }, { entity }) =>
    `${withArticle(entity.one)} with a row in ${list(files)} and another in a later file, of which the last to arrive counts`,
  forCustomer: (_, telling) =>
    `One of the exported files was counted a second time in ${tableOf(telling)}, so some ${telling.entity.many} are not shown there as they should be.`,
};
