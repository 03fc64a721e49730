import { type KeyAlteration, keyAlterations } from '../findings/fault-parameters';
import { keyId } from '../key';
import { alterKey } from '../pipeline/alter-key';
import { alteredKeys, changesAny } from '../pipeline/altered-keys';
import type { Dataset } from '../table/dataset';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';

const ALTERATIONS: Readonly<Record<KeyAlteration, string>> = {
  'leading-zeros': '007 becomes 7',
  whitespace: 'white space is cut',
  case: 'A becomes a',
  'upper-case': 'a becomes A',
  'float-precision': 'kept as a float, last digits lost',
  'fifteen-digits': 'fifteen digits kept, as a spreadsheet does',
  'decimal-point': '123 becomes 123.0',
  collation: 'case and closing spaces count for nothing',
};

/** `key-altered`: the key changes on the way in, in the given way, so that rows which belong together no longer meet. */
export const keyAltered: FaultModule<'key-altered'> = {
  code: 'key-altered',
  parameters: [{ name: 'how', kind: 'choice', label: 'how', options: ALTERATIONS }],
  changes: ({ how }) => [{ change: 'alter-key', how }],
  switch: {
    stage: 'read',
    frequent: true,
    text: ({ columns }) => `${columns.key} is altered`,
    start: () => ({ fault: 'key-altered', how: 'decimal-point' }),
  },
  /** Keys that the table should hold and does not, and that this alteration would have changed. */
  suggest(clues) {
    const lost = lostKeys(clues, MOST_TRIED);
    if (lost.length === 0) return [];
    const texts = lost.map((k) => keyId(clues.dataset.keys.parts(k)));
    return keyAlterations
      .map((how) => ({
        how,
        changed:
          how === 'collation'
            ? lost.filter((k) => isMerged(clues.dataset, k)).length
            : texts.filter((text) => alterKey(text, how) !== text).length,
      }))
      .filter(({ changed }) => changed * 4 >= lost.length)
      .map(({ how }) => ({ fault: 'key-altered', how }));
  },
  /** Alterations that change no key: any other gives another table. */
  probes: (dataset) =>
    keyAlterations
      .filter((how) => how !== 'collation' && !changesAny(dataset, how))
      .map((how) => ({ fault: 'key-altered', how })),
};

const MOST_TRIED = 200;

function lostKeys(clues: Clues, most: number): number[] {
  const lost: number[] = [];
  for (const k of clues.residual) {
    if (lost.length === most) break;
    const held = k < clues.dataset.keys.count && clues.observed.start[k + 1] !== clues.observed.start[k];
    if (k < clues.dataset.keys.count && !held) lost.push(k);
  }
  return lost;
}

/** Whether a collation takes the key's rows to another key. */
function isMerged(dataset: Dataset, k: number): boolean {
  const rows = alteredKeys(dataset, 'collation')?.rows;
  return rows !== undefined && rows.start[k] === rows.start[k + 1];
}
