import { ANY_CHARACTERS } from '@/lib/core/csv/characters';
import type { Key } from '@/lib/core/key';
import type { KeySpace } from '@/lib/core/table/case-tables';

/** The keys that are numbered so, found by their parts; nothing is claimed of how they are written. */
export function keySpace(count: number, parts: (id: number) => Key): KeySpace {
  let ids: Map<string, number> | null = null;
  return {
    count,
    characters: ANY_CHARACTERS,
    parts,
    find(key) {
      ids ??= new Map(Array.from({ length: count }, (_, id) => [JSON.stringify(parts(id)), id]));
      return ids.get(JSON.stringify(key)) ?? -1;
    },
  };
}
