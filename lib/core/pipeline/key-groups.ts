import { ByteIndex } from '../csv/byte-index';
import { keyId } from '../key';
import type { KeySpace } from '../table/case-tables';
import type { GroupedRows } from '../table/dataset';
import { type Regrouped, regroup } from './regroup';

/** Keys that are one in some of their parts. */
export interface KeyGroups {
  /** By key id, its group; ids are dense from 0. */
  readonly of: Int32Array;
  readonly count: number;
}

const rememberedGroups = new WeakMap<KeySpace, Map<string, KeyGroups>>();
const rememberedRows = new WeakMap<GroupedRows, Map<string, Regrouped>>();

/** @param parts of the key, 0-based, ascending. O(keys), once. */
export function keyGroups(keys: KeySpace, parts: readonly number[]): KeyGroups {
  return knownOr(rememberedGroups, keys, parts, () => {
    const index = new ByteIndex();
    const of = new Int32Array(keys.count);
    for (let k = 0; k < keys.count; k++) {
      const key = keys.parts(k);
      of[k] = index.addText(keyId(parts.map((part) => key[part] ?? '')));
    }
    return { of, count: index.count };
  });
}

/** The rows under the groups of their keys; within a group they stay in arrival order. O(rows), once. */
export function rowsByGroup(rows: GroupedRows, keys: KeySpace, parts: readonly number[]): Regrouped {
  return knownOr(rememberedRows, rows, parts, () => {
    const { of, count } = keyGroups(keys, parts);
    return regroup(rows, of, count);
  });
}

function knownOr<K extends object, V>(
  remembered: WeakMap<K, Map<string, V>>,
  of: K,
  parts: readonly number[],
  make: () => V,
): V {
  const known = remembered.get(of) ?? new Map<string, V>();
  remembered.set(of, known);
  const found = known.get(parts.join()) ?? make();
  known.set(parts.join(), found);
  return found;
}
