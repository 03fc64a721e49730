import type { FaultOf } from '../findings/fault';
import { type KeyAlteration, keyAlterations, type TextForm } from '../findings/fault-parameters';
import { keyId } from '../key';
import { alteredKeys, changesAny } from '../pipeline/altered-keys';
import type { Dataset } from '../table/dataset';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';
import { arrivedAs, keyForms } from './key-forms';

const ALTERATIONS: Readonly<Record<KeyAlteration, string>> = {
  'leading-zeros': '007 becomes 7',
  whitespace: 'white space is cut',
  case: 'A becomes a',
  'upper-case': 'a becomes A',
  'float-precision': 'kept as a float, last digits lost',
  'fifteen-digits': 'fifteen digits kept, as a spreadsheet does',
  'decimal-point': '123 becomes 123.0',
  punctuation: 'A-7/1 becomes A71',
  accents: '\u00e9 becomes e',
  'unicode-form': 'letter and accent become one character',
  'zero-padded': '7 becomes 007',
  cut: 'cut to so many characters',
  collation: 'case and closing spaces count for nothing',
};

/** `key-altered`: the key changes on the way in, in the given way, so that rows which belong together no longer meet. */
export const keyAltered: FaultModule<'key-altered'> = {
  code: 'key-altered',
  parameters: [
    {
      name: 'how',
      kind: 'choice',
      label: 'how',
      options: ALTERATIONS,
      brings: { 'zero-padded': { width: 10 }, cut: { length: 10 } },
    },
    { name: 'width', kind: 'count', least: 2, label: 'digits' },
    { name: 'length', kind: 'count', least: 1, label: 'characters' },
    { name: 'stage', kind: 'choice', label: 'when', options: { load: 'in the finished table' } },
  ],
  changes: ({ how, width, length, stage }) => [
    { change: 'alter-key', form: { how, width, length }, at: stage ?? 'arrival' },
  ],
  switch: {
    stage: 'read',
    frequent: true,
    text: ({ columns }) => `${columns.key} is altered`,
    start: () => ({ fault: 'key-altered', how: 'decimal-point' }),
  },
  /**
   * Keys that the table should hold and does not, and that this alteration would have changed; where some stand in it
   * several times, also in the finished table.
   */
  suggest(clues) {
    const lost = lostKeys(clues, MOST_TRIED);
    if (lost.length === 0) return [];
    const { dataset, observed } = clues;
    const texts = lost.map((k) => keyId(dataset.keys.parts(k)));
    const forms = keyForms(dataset, observed).filter((form) =>
      form.how === 'collation'
        ? lost.filter((k) => isMerged(dataset, k)).length * 4 >= lost.length
        : isLikely(arrivedAs(dataset, observed, texts, form), lost.length, form),
    );
    const repeats = clues.residual.some((k) => (observed.start[k + 1] as number) - (observed.start[k] as number) > 1);
    return forms.flatMap((form): FaultOf<'key-altered'>[] => [
      { fault: 'key-altered', ...form },
      ...(repeats && form.how !== 'collation' ? [{ fault: 'key-altered', ...form, stage: 'load' } as const] : []),
    ]);
  },
  /** Alterations that change no key: any other gives another table. */
  probes: (dataset) =>
    keyAlterations
      .filter((how) => !NEEDS_A_NUMBER.includes(how) && how !== 'collation' && !changesAny(dataset, { how }))
      .map((how) => ({ fault: 'key-altered', how })),
};

const NEEDS_A_NUMBER: readonly KeyAlteration[] = ['zero-padded', 'cut'];

/** What can be said of nearly every key must be seen in most of those that it changes. */
const FREE: readonly KeyAlteration[] = ['punctuation', 'accents', 'unicode-form', 'zero-padded', 'cut'];

function isLikely(
  { changed, held }: { readonly changed: number; readonly held: number },
  lost: number,
  { how }: TextForm,
): boolean {
  return changed * 4 >= lost && (!FREE.includes(how) || held * 2 >= changed);
}

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
  const rows = alteredKeys(dataset, { how: 'collation' })?.rows;
  return rows !== undefined && rows.start[k] === rows.start[k + 1];
}
