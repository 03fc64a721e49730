import { capitalised, tableOf, withArticle } from '../phrases/phrases';
import { type Draft, dropRowsMutable } from '../pipeline/draft';
import type { FaultModule } from './fault-module';
import type { FaultWords, Telling } from './fault-words';

/** `new-keys-ignored`: only keys of the first file arrive; later files update, never insert. */
const words: FaultWords<'new-keys-ignored'> = {
  sentence: (_, telling) =>
    `${capitalised(telling.entity.many)} that are not in ${firstFile(telling)} are absent from ${tableOf(telling)}: later files updated ${telling.entity.many} but added none.`,
  replayed: (_, telling) => `with only the ${telling.entity.many} of ${firstFile(telling)}`,
  label: (_, telling) => `new ${telling.entity.many} ignored`,
  question: (_, telling) =>
    `Does the load of a later file insert ${telling.entity.many} that are not yet in the table, or only update those that are?`,
  mechanisms: (_, telling) => [
    {
      mechanism: `later files are applied as updates without inserts`,
      evidence: 'the load query: UPDATE, or MERGE without its insert branch',
    },
    {
      mechanism: `later files are joined to a list of ${telling.entity.many} made from the first`,
      evidence: 'the load query and when that list was last renewed',
    },
  ],
  wouldShow: (_, telling) =>
    `${withArticle(telling.entity.one)} that is in a later file and not in ${firstFile(telling)}`,
  forCustomer: (_, telling) =>
    `${capitalised(telling.entity.many)} added after the first export are absent from ${tableOf(telling)}.`,
};

export const newKeysIgnored: FaultModule<'new-keys-ignored'> = {
  code: 'new-keys-ignored',
  words,
  applyMutable(_fault, draft) {
    const first = firstArriving(draft);
    const known = new Uint8Array(draft.rows.start.length - 1);
    for (let r = 0; r < draft.rows.rows; r++) {
      if (draft.rows.file[r] === first && (draft.arrived === null || draft.arrived[r] === 1))
        known[draft.rows.key[r] as number] = 1;
    }
    dropRowsMutable(draft, (row) => known[draft.rows.key[row] as number] === 1);
  },
  suggest: (view) => (view.dataset.files.length < 2 ? [] : [{ fault: 'new-keys-ignored' }]),
  probes: (dataset) => (dataset.files.length < 2 ? [] : [{ fault: 'new-keys-ignored' }]),
};

function firstFile({ files }: Telling): string {
  return files[0] ?? 'the first file';
}

/** The first delta of which a row arrives; -1 when none does. */
function firstArriving(draft: Draft): number {
  let first = -1;
  for (let r = 0; r < draft.rows.rows; r++) {
    const f = draft.rows.file[r] as number;
    if ((first === -1 || f < first) && (draft.arrived === null || draft.arrived[r] === 1)) first = f;
  }
  return first;
}
