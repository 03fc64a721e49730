/** Longest text that counts as a numeral: 12 digits, their number and the point's place fit a double exactly. */
const LONGEST = 12;
const NONE = -1;

/**
 * A text of 1 to 12 digits with at most one point, leading zeros included, as a whole number >= 0 that no other text
 * has; -1 for every other text. "7", "07" and "7." are three numerals.
 */
function numeralOf(text: string): number {
  const { length } = text;
  if (length === 0 || length > LONGEST) return NONE;
  let digits = 0;
  let point = 15;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    else if (code === 46 && point === 15) point = i;
    else return NONE;
  }
  return digits * 256 + point * 16 + length;
}

/**
 * Numbers numerals, several times as fast as a Map of texts: nothing is hashed but one number, nothing is compared
 * letter by letter. Open addressing, at most half full.
 */
export class NumeralIndex {
  #keys = new Float64Array(1024).fill(NONE);
  #codes = new Int32Array(1024);
  #used = 0;

  /** The code of a numeral, `next` for one that was not there before; -1 where the text is no numeral. */
  add(text: string, next: number): number {
    const key = numeralOf(text);
    if (key === NONE) return NONE;
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === key) return this.#codes[slot] as number;
    this.#keys[slot] = key;
    this.#codes[slot] = next;
    this.#used++;
    if (this.#used * 2 > this.#keys.length) this.#grow();
    return next;
  }

  #slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    const mixed = Math.imul((key >>> 0) ^ Math.imul((key / 0x1_0000_0000) | 0, 0x9e37_79b1), 0x85eb_ca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (keys[slot] !== NONE && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const codes = this.#codes;
    this.#keys = new Float64Array(keys.length * 2).fill(NONE);
    this.#codes = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key === NONE) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#codes[slot] = codes[i] as number;
    }
  }
}
