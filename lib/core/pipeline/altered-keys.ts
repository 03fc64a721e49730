import { ByteIndex } from '../csv/byte-index';
import {
  ANY_CHARACTERS,
  BEYOND_ASCII,
  BLANK,
  LONG_NUMBER,
  LOWER,
  MARK,
  UPPER,
  WHOLE_NUMBER,
  ZERO_FIRST,
} from '../csv/characters';
import { type KeyAlteration, keyAlterations, type TextForm } from '../findings/fault-parameters';
import { keyId, keyOf } from '../key';
import type { KeySpace } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { alterText } from './alter-text';
import { type Regrouped, regroup } from './regroup';

/** Rows under altered keys, and those keys. */
export interface AlteredKeys extends Regrouped {
  readonly keys: KeySpace;
}

const rememberedAlterations = new WeakMap<Dataset, Map<string, AlteredKeys>>();
const rememberedChanging = new WeakMap<Dataset, ReadonlySet<KeyAlteration>>();

/**
 * The delta rows under the altered keys; ids from the data set's keys on are texts that no file has. Null where no key of
 * the case is altered. O(rows), once.
 * @param arrived 1 by delta row that arrives: of keys that a collation makes one the oldest spelling among these stands; null: all do
 */
export function alteredKeys(dataset: Dataset, form: TextForm, arrived: Uint8Array | null = null): AlteredKeys | null {
  if (!changesAny(dataset, form)) return null;
  const collates = form.how === 'collation';
  if (collates && arrived !== null) return collate(dataset, arrived);
  const known = rememberedAlterations.get(dataset) ?? new Map<string, AlteredKeys>();
  rememberedAlterations.set(dataset, known);
  const altered = known.get(nameOf(form)) ?? (collates ? collate(dataset, null) : alterAll(dataset, form));
  known.set(nameOf(form), altered);
  return altered;
}

/** Keys that are compared as one take the id of the one among them that has the oldest row: of the smallest version, then of the first arrival. */
function collate({ keys, deltas, version }: Dataset, arrived: Uint8Array | null): AlteredKeys {
  const { count } = keys;
  const forms = new ByteIndex();
  const form = new Int32Array(count).fill(-1);
  const versions = deltas.columns[version];
  const isOlder = (a: number, b: number): boolean => {
    const [own, other] = versions ? [versions[a] as number, versions[b] as number] : [0, 0];
    return own < other || (own === other && (deltas.arrival[a] as number) < (deltas.arrival[b] as number));
  };
  /** By form, its oldest row that arrives. */
  const oldest: number[] = [];
  for (let k = 0; k < count; k++) {
    const [from, to] = [deltas.start[k] as number, deltas.start[k + 1] as number];
    if (from === to) continue;
    const own = forms.addText(alterText(keyId(keys.parts(k)), { how: 'collation' }));
    form[k] = own;
    for (let r = from; r < to; r++) {
      if (arrived !== null && arrived[r] === 0) continue;
      const before = oldest[own];
      if (before === undefined || isOlder(r, before)) oldest[own] = r;
    }
  }
  const target = form.map((own, k) => {
    const row = oldest[own];
    return row === undefined ? k : (deltas.key[row] as number);
  });
  return { ...regroup(deltas, target, count), keys };
}

function alterAll({ keys, deltas }: Dataset, form: TextForm): AlteredKeys {
  const { target, count, keys: altered } = alteredIds(keys, form, (k) => deltas.start[k] !== deltas.start[k + 1]);
  return { ...regroup(deltas, target, count), keys: altered };
}

/** Keys after an alteration. `target`: the new id by old id, 0 for those that are not meant. */
export interface AlteredIds {
  readonly target: Int32Array;
  /** Ids of both kinds, known keys first. */
  readonly count: number;
  readonly keys: KeySpace;
}

/** @param meant which keys the alteration is applied to. O(keys) */
export function alteredIds(keys: KeySpace, form: TextForm, meant: (k: number) => boolean): AlteredIds {
  const { count } = keys;
  const width = count === 0 ? 1 : keys.parts(0).length;
  const target = new Int32Array(count);
  const strangers = new ByteIndex();
  for (let k = 0; k < count; k++) {
    if (!meant(k)) continue;
    const text = keyId(keys.parts(k));
    const altered = alterText(text, form);
    const id = altered === text ? k : keys.find(keyOf(altered, width));
    target[k] = id === -1 ? count + strangers.addText(altered) : id;
  }
  return { target, count: count + strangers.count, keys: withStrangers(keys, strangers, width) };
}

/** The keys with those of further texts, which come after them. */
function withStrangers(keys: KeySpace, strangers: ByteIndex, width: number): KeySpace {
  const { count } = keys;
  return {
    count: count + strangers.count,
    characters: ANY_CHARACTERS,
    parts: (id) => (id < count ? keys.parts(id) : keyOf(strangers.text(id - count), width)),
    find(key) {
      const known = keys.find(key);
      if (known !== -1) return known;
      const stranger = strangers.findText(keyId(key));
      return stranger === -1 ? -1 : count + stranger;
    },
  };
}

/** Whether the alteration changes a key at all. O(keys), once for all that need no number. */
export function changesAny(dataset: Dataset, form: TextForm): boolean {
  if (form.how === 'zero-padded' || form.how === 'cut') return changesSome(dataset.keys, form);
  const known = rememberedChanging.get(dataset) ?? changingAny(dataset);
  rememberedChanging.set(dataset, known);
  return known.has(form.how);
}

function changesSome(keys: KeySpace, form: TextForm): boolean {
  for (let k = 0; k < keys.count; k++) {
    const text = keyId(keys.parts(k));
    if (alterText(text, form) !== text) return true;
  }
  return false;
}

/** The characters of which a text has some where it is changed. Those that need a number change nothing without it. */
const CHANGED: Readonly<Record<KeyAlteration, number>> = {
  'leading-zeros': ZERO_FIRST,
  whitespace: BLANK | BEYOND_ASCII,
  case: UPPER | BEYOND_ASCII,
  'upper-case': LOWER | BEYOND_ASCII,
  'float-precision': LONG_NUMBER,
  'fifteen-digits': LONG_NUMBER,
  'decimal-point': WHOLE_NUMBER,
  punctuation: MARK | BLANK | BEYOND_ASCII,
  accents: BEYOND_ASCII,
  'unicode-form': BEYOND_ASCII,
  'zero-padded': 0,
  cut: 0,
  collation: UPPER | BLANK | BEYOND_ASCII,
};

/** Looks no further than the first key that each changes. */
function changingAny({ keys }: Dataset): ReadonlySet<KeyAlteration> {
  const changing = new Set<KeyAlteration>();
  const open = new Set(keyAlterations.filter((how) => (keys.characters & CHANGED[how]) !== 0));
  for (let k = 0; k < keys.count && open.size > 0; k++) {
    const text = keyId(keys.parts(k));
    for (const how of open) {
      if (alterText(text, { how }) === text) continue;
      changing.add(how);
      open.delete(how);
    }
  }
  return changing;
}

function nameOf({ how, width, length }: TextForm): string {
  return `${how} ${width ?? length ?? ''}`;
}
