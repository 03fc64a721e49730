import { assertNever } from '../assert-never';
import { type KeyAlteration, keyAlterations } from '../findings/fault';
import { tableOf } from '../phrases/phrases';
import { alterKey } from '../pipeline/alter-key';
import { gather, type Regrouped, regroup } from '../pipeline/regroup';
import type { Dataset } from '../table/dataset';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';
import type { View } from './view';

/** `key-altered`: the key changes on the way in, in the given way, so that rows which belong together no longer meet. */
const words: FaultWords<'key-altered'> = {
  sentence: ({ how }, telling) =>
    `${telling.columns.key} was changed on its way into ${tableOf(telling)}: ${told(how).what}.`,
  replayed: ({ how }, { columns }) => `with ${columns.key} changed (${told(how).example})`,
  label: ({ how }, { columns }) => `${columns.key}, ${told(how).label}`,
  question: ({ how }, { columns }) =>
    `As which type is ${columns.key} read and stored, and is there a step through which ${told(how).example}?`,
  mechanisms: ({ how }, { columns }) =>
    told(how).mechanisms.map(({ mechanism, evidence }) => ({
      mechanism: mechanism(columns.key),
      evidence,
    })),
  wouldShow: ({ how }, { columns }) => `a ${columns.key} ${told(how).wouldShow}`,
  forCustomer: (_, telling) =>
    `Some ${telling.entity.many} were recorded in ${tableOf(telling)} under a changed identifier, so their rows could not be matched.`,
};

export const keyAltered: FaultModule<'key-altered'> = {
  code: 'key-altered',
  words,
  applyMutable(fault, draft) {
    const altered = alteredKeys(draft.dataset, fault.how);
    if (altered === null) return;
    const { rows, source } = altered;
    draft.rows = rows;
    draft.columns = [...rows.columns];
    draft.arrived = draft.arrived && gather(draft.arrived, source);
    draft.versionTextRank = draft.versionTextRank && gather(draft.versionTextRank, source);
  },
  /** Keys that the table should hold and does not, and that this alteration would have changed. */
  suggest(view) {
    const lost = lostKeys(view, MOST_TRIED);
    if (lost.length === 0) return [];
    return keyAlterations
      .map((how) => ({
        how,
        changed: lost.filter((text) => alterKey(text, how) !== text).length,
      }))
      .filter(({ changed }) => changed * 4 >= lost.length)
      .map(({ how }) => ({ fault: 'key-altered', how }));
  },
  /** Alterations that change no key: any other gives another table. */
  probes: (dataset) =>
    keyAlterations.filter((how) => !changesAny(dataset, how)).map((how) => ({ fault: 'key-altered', how })),
};

interface Told {
  readonly what: string;
  readonly example: string;
  readonly label: string;
  readonly wouldShow: string;
  readonly mechanisms: readonly {
    readonly mechanism: (key: string) => string;
    readonly evidence: string;
  }[];
}

const typeOfKey = (type: string) => ({
  mechanism: (key: string) => `${key} is read as ${type}`,
  evidence: "the loader's schema",
});
const spreadsheet = {
  mechanism: () => 'the file was opened and saved in a spreadsheet',
  evidence: 'the file as uploaded, before anything opened it',
};

function told(how: KeyAlteration): Told {
  switch (how) {
    case 'leading-zeros':
      return {
        what: 'its leading zeros were lost',
        example: '"007" becomes "7"',
        label: 'leading zeros lost',
        wouldShow: 'with leading zeros',
        mechanisms: [typeOfKey('a number'), spreadsheet],
      };
    case 'whitespace':
      return {
        what: 'the white space around it was cut',
        example: '" 7" becomes "7"',
        label: 'white space cut',
        wouldShow: 'with white space around it',
        mechanisms: [
          {
            mechanism: () => 'the loader trims text',
            evidence: "the loader's settings",
          },
          {
            mechanism: (key) => `a step of the pipeline trims ${key}`,
            evidence: "the pipeline's queries",
          },
        ],
      };
    case 'case':
      return {
        what: 'it became lower case',
        example: '"Ab7" becomes "ab7"',
        label: 'made lower case',
        wouldShow: 'with a capital letter',
        mechanisms: [
          {
            mechanism: (key) => `a step of the pipeline makes ${key} lower case`,
            evidence: "the pipeline's queries",
          },
        ],
      };
    case 'upper-case':
      return {
        what: 'it became upper case',
        example: '"Ab7" becomes "AB7"',
        label: 'made upper case',
        wouldShow: 'with a small letter',
        mechanisms: [
          {
            mechanism: (key) => `a step of the pipeline makes ${key} upper case`,
            evidence: "the pipeline's queries",
          },
        ],
      };
    case 'float-precision':
      return {
        what: 'its last digits were lost to floating point',
        example: '"12345678901234567890" becomes "12345678901234567168"',
        label: 'last digits lost',
        wouldShow: 'of more than 15 digits',
        mechanisms: [
          typeOfKey('a floating-point number'),
          {
            mechanism: () => 'the rows passed through JSON or a script that holds numbers as doubles',
            evidence: "the pipeline's steps before the load",
          },
        ],
      };
    case 'fifteen-digits':
      return {
        what: 'only its first 15 digits were kept',
        example: '"12345678901234567890" becomes "12345678901234500000"',
        label: 'only 15 digits kept',
        wouldShow: 'of more than 15 digits',
        mechanisms: [spreadsheet],
      };
    case 'decimal-point':
      return {
        what: 'it gained a decimal point',
        example: '"123" becomes "123.0"',
        label: 'gained a decimal point',
        wouldShow: 'that is a whole number',
        mechanisms: [
          typeOfKey('a floating-point number'),
          {
            mechanism: (key) => `empty cells of ${key} made a script hold the column as floating point`,
            evidence: 'the script that wrote the table',
          },
        ],
      };
    default:
      return assertNever(how);
  }
}

const MOST_TRIED = 200;

function lostKeys(view: View, most: number): string[] {
  const texts: string[] = [];
  for (const k of view.residual) {
    if (texts.length === most) break;
    const held = k < view.dataset.keys.count && view.observed.start[k + 1] !== view.observed.start[k];
    if (k < view.dataset.keys.count && !held) texts.push(view.dataset.keys.text(k));
  }
  return texts;
}

/** By data set and alteration; null where it changes no key. */
const rememberedAlterations = new WeakMap<Dataset, Map<KeyAlteration, Regrouped | null>>();
const rememberedIds = new WeakMap<Dataset, Map<string, number>>();

/** The delta rows under the altered keys; ids from the data set's keys on are texts that no file has. O(rows), once. */
function alteredKeys(dataset: Dataset, how: KeyAlteration): Regrouped | null {
  const known = rememberedAlterations.get(dataset) ?? new Map<KeyAlteration, Regrouped | null>();
  rememberedAlterations.set(dataset, known);
  const altered = known.get(how) ?? (changesAny(dataset, how) ? alterAll(dataset, how) : null);
  known.set(how, altered);
  return altered;
}

function alterAll(dataset: Dataset, how: KeyAlteration): Regrouped {
  const { count } = dataset.keys;
  const target = Int32Array.from({ length: count }, (_, k) => k);
  const strangers = new Map<string, number>();
  for (let k = 0; k < count; k++) {
    const text = dataset.keys.text(k);
    const altered = alterKey(text, how);
    if (altered === text) continue;
    const id = idsByText(dataset).get(altered) ?? strangers.get(altered) ?? count + strangers.size;
    if (id >= count) strangers.set(altered, id);
    target[k] = id;
  }
  return regroup(dataset.deltas, target, count + strangers.size);
}

function idsByText(dataset: Dataset): Map<string, number> {
  const known = rememberedIds.get(dataset);
  if (known) return known;
  const ids = new Map<string, number>();
  for (let k = 0; k < dataset.keys.count; k++) ids.set(dataset.keys.text(k), k);
  rememberedIds.set(dataset, ids);
  return ids;
}

/** Whether the alteration changes a key at all; looks no further than the first that it does, and remembers none. */
function changesAny(dataset: Dataset, how: KeyAlteration): boolean {
  const known = rememberedAlterations.get(dataset)?.get(how);
  if (known !== undefined) return known !== null;
  for (let k = 0; k < dataset.keys.count; k++) {
    const text = dataset.keys.text(k);
    if (alterKey(text, how) !== text) return true;
  }
  const remembered = rememberedAlterations.get(dataset) ?? new Map<KeyAlteration, Regrouped | null>();
  rememberedAlterations.set(dataset, remembered.set(how, null));
  return false;
}
