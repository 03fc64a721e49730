const FREE = -1;

/** Ranges up to this many times the numbers that are to come are looked up in place. */
const DENSE = 4;

/**
 * Numbers whole numbers, |n| < 2^53, from 0 in order of first appearance. Those of a narrow range are looked up in
 * place; all others by hash.
 */
export class NumberIndex {
  /** By id. */
  #values = new Float64Array(1024);
  #count = 0;
  readonly #min: number;
  /** Id, or FREE, of `#min` and the numbers behind it. */
  readonly #direct: Int32Array;
  /** Open addressing, at most half full: an id, or FREE. */
  #slots = new Int32Array(2048).fill(FREE);
  /** Numbers that the slots hold. */
  #hashed = 0;

  /**
   * @param min of the numbers to come; others may come as well. Likewise `max`; smaller than `min`: nothing is known.
   * @param expected how many are to come, repeated ones too
   */
  constructor(min = 0, max = -1, expected = 0) {
    this.#min = min;
    const range = max - min + 1;
    this.#direct = new Int32Array(range > 0 && range <= DENSE * expected + 1024 ? range : 0).fill(FREE);
  }

  get count(): number {
    return this.#count;
  }

  /** @param id 0 <= id < count */
  value(id: number): number {
    return this.#values[id] as number;
  }

  /** O(1) */
  add(value: number): number {
    const at = value - this.#min;
    if (at >= 0 && at < this.#direct.length) {
      const known = this.#direct[at] as number;
      if (known !== FREE) return known;
      this.#direct[at] = this.#count;
      return this.#append(value);
    }
    const slot = this.#slotOf(value);
    const known = this.#slots[slot] as number;
    if (known !== FREE) return known;
    this.#slots[slot] = this.#count;
    this.#hashed++;
    const id = this.#append(value);
    if (this.#hashed * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  /** The id of a number; -1: it was never added. O(1) */
  find(value: number): number {
    const at = value - this.#min;
    if (at >= 0 && at < this.#direct.length) return this.#direct[at] as number;
    return this.#slots[this.#slotOf(value)] as number;
  }

  #append(value: number): number {
    if (this.#count === this.#values.length) {
      const values = new Float64Array(this.#count * 2);
      values.set(this.#values);
      this.#values = values;
    }
    this.#values[this.#count] = value;
    return this.#count++;
  }

  #slotOf(value: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(value) & mask;
    for (let id = slots[slot] as number; id !== FREE; id = slots[slot] as number) {
      if (this.#values[id] === value) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #rehash(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 4).fill(FREE);
    for (const id of before) if (id !== FREE) this.#slots[this.#slotOf(this.#values[id] as number)] = id;
  }
}

/** MurmurHash3's finish of the lower 32 bits and the rest. */
function hashOf(value: number): number {
  let hash = (value | 0) ^ Math.imul((value / 2 ** 32) | 0, 0x9e37_79b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
