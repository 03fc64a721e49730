import { type Key, sameKey } from '../../key';
import type { KeySpace } from '../../table/case-tables';

/** Finds keys by their parts: a hash table of ids, at most half full. O(keys) to build; a look-up reads a key or two. */
export class KeyIds {
  readonly #keys: KeySpace;
  /** Id + 1 by slot; 0: none. */
  readonly #slots: Int32Array;

  constructor(keys: KeySpace) {
    this.#keys = keys;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, keys.count) * 2)));
    const mask = this.#slots.length - 1;
    for (let id = 0; id < keys.count; id++) {
      let slot = hash(keys.parts(id)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id + 1;
    }
  }

  /** The key's id; -1 where no file has it. */
  of(key: Key): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(key) & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const id = (this.#slots[slot] as number) - 1;
      if (sameKey(this.#keys.parts(id), key)) return id;
    }
    return -1;
  }
}

/** FNV-1a over the parts' UTF-16 units, with its high bits brought down. */
function hash(key: Key): number {
  let mixed = 0x811c9dc5;
  for (const part of key) {
    for (let i = 0; i < part.length; i++) mixed = Math.imul(mixed ^ part.charCodeAt(i), 0x01000193);
    mixed = Math.imul(mixed ^ part.length, 0x01000193);
  }
  return mixed ^ (mixed >>> 15);
}
