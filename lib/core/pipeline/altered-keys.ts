import type { KeyAlteration } from '../findings/fault-parameters';
import { keyId } from '../key';
import type { Dataset } from '../table/dataset';
import { alterKey } from './alter-key';
import { type Regrouped, regroup } from './regroup';

/** By data set and alteration; null where it changes no key. */
const rememberedAlterations = new WeakMap<Dataset, Map<KeyAlteration, Regrouped | null>>();
const rememberedIds = new WeakMap<Dataset, Map<string, number>>();

/** The delta rows under the altered keys; ids from the data set's keys on are texts that no file has. O(rows), once. */
export function alteredKeys(dataset: Dataset, how: KeyAlteration): Regrouped | null {
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
    const text = keyId(dataset.keys.parts(k));
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
  for (let k = 0; k < dataset.keys.count; k++) ids.set(keyId(dataset.keys.parts(k)), k);
  rememberedIds.set(dataset, ids);
  return ids;
}

/** Whether the alteration changes a key at all; looks no further than the first that it does, and remembers none. */
export function changesAny(dataset: Dataset, how: KeyAlteration): boolean {
  const known = rememberedAlterations.get(dataset)?.get(how);
  if (known !== undefined) return known !== null;
  for (let k = 0; k < dataset.keys.count; k++) {
    const text = keyId(dataset.keys.parts(k));
    if (alterKey(text, how) !== text) return true;
  }
  const remembered = rememberedAlterations.get(dataset) ?? new Map<KeyAlteration, Regrouped | null>();
  rememberedAlterations.set(dataset, remembered.set(how, null));
  return false;
}
