import { type Key, sameKey } from '@/lib/core/key';
import type { KeySpace } from '@/lib/core/table/case-tables';

/** The keys that are numbered so, found by looking at one after the other. */
export function keySpace(count: number, parts: (id: number) => Key): KeySpace {
  return {
    count,
    plain: false,
    parts,
    find(key) {
      for (let id = 0; id < count; id++) if (sameKey(parts(id), key)) return id;
      return -1;
    },
  };
}
