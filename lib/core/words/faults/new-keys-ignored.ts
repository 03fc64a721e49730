import type { FaultWords, Telling } from '../../faults/fault-words';
import { capitalised, tableOf, withArticle } from '../../phrases/phrases';

export const newKeysIgnoredWords: FaultWords<'new-keys-ignored'> = {
  sentence: (_, telling) =>
    `${capitalised(telling.entity.many)} that are not in ${firstFile(telling)} are absent from ${tableOf(telling)}: later files updated ${telling.entity.many} but added none.`,
  replayed: (_, telling) => `with only the ${telling.entity.many} of ${firstFile(telling)}`,
  label: (_, telling) => `new ${telling.entity.many} ignored`,
  question: (_, telling) =>
    `Does the load of a later file insert ${telling.entity.many} that are not yet in the table, or only update those that are?`,
  mechanisms: (_, telling) => [
    {
      code: 'updates-without-inserts',
      mechanism: `later files are applied as updates without inserts`,
      lookAt: 'the load query: UPDATE, or MERGE without its insert branch',
    },
    {
      code: 'joined-to-first-list',
      mechanism: `later files are joined to a list of ${telling.entity.many} made from the first`,
      lookAt: 'the load query and when that list was last renewed',
    },
  ],
  wouldShow: (_, telling) =>
    `${withArticle(telling.entity.one)} that is in a later file and not in ${firstFile(telling)}`,
  forCustomer: (_, telling) =>
    `${capitalised(telling.entity.many)} added after the first export are absent from ${tableOf(telling)}.`,
};

function firstFile({ files }: Telling): string {
  return files[0] ?? 'the first file';
}
