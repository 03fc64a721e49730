import type { FaultWords } from '../../faults/fault-words';
import { spoken, tableOf, withArticle } from '../../phrases/phrases';

export const partitionOverwrittenWords: FaultWords<'partition-overwritten'> = {
  sentence: ({ column }, telling) =>
    `Each file replaced whole partitions of ${tableOf(telling)}: of every ${column} only the rows of the last file that holds it count.`,
  replayed: ({ column }) => `keeping of every ${column} only the rows of the last file that holds it`,
  label: ({ column }) => `partitions of ${column} replaced`,
  question: ({ column }) => `Does the load overwrite the partition of a ${column}, or merge its rows into it?`,
  mechanisms: ({ column }) => [
    {
      code: 'insert-overwrite',
      mechanism: `the load overwrites the partition of every ${column} that a file holds, instead of merging`,
      lookAt: 'the load statement and its write mode',
    },
    {
      code: 'deleted-before-insert',
      mechanism: `a step deletes all rows of a ${column} before those of the file are inserted`,
      lookAt: "the pipeline's queries before the load",
    },
  ],
  wouldShow: ({ column }, { entity }) =>
    `${withArticle(entity.one)} that is in no later file, though another one of its ${column} is`,
  forCustomer: ({ column }, telling) =>
    `A newer file took the place of all older rows with the same ${spoken(column)} in ${tableOf(telling)}, so some ${telling.entity.many} are missing or out of date there.`,
};
