import { charactersOf } from './characters';
import { decoded, TextColumn, writeUtf8Mutable } from './text-column';

const FREE = -1;

/** Numbers texts from 0 in order of first appearance by their bytes; two texts share a number only if all bytes are equal. */
export class ByteIndex {
  #bytes = new Uint8Array(1024);
  #offsets = new Uint32Array(257);
  /** By code. */
  #hashes = new Int32Array(256);
  /** Open addressing, at most half full: a code, or FREE. */
  #slots = new Int32Array(512).fill(FREE);
  #count = 0;
  #scratch = new Uint8Array(64);
  #characters = 0;
  #lookedAt = 0;

  get count(): number {
    return this.#count;
  }

  /** What characters the texts have: bits of `characters`. O(bytes) for those that were not looked at before */
  get characters(): number {
    for (; this.#lookedAt < this.#count; this.#lookedAt++) {
      const [from, to] = [this.#offsets[this.#lookedAt], this.#offsets[this.#lookedAt + 1]] as [number, number];
      this.#characters |= charactersOf(this.#bytes, from, to);
    }
    return this.#characters;
  }

  /** The code of the text that is `bytes` from `from` to `to`, exclusive. O(length) */
  add(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const slot = this.#slotOf(hash, bytes, from, to);
    const code = this.#slots[slot] as number;
    if (code !== FREE) return code;
    this.#slots[slot] = this.#count;
    return this.#append(bytes, from, to, hash);
  }

  /** The code of that text; -1: it was never added. O(length) */
  find(bytes: Uint8Array, from: number, to: number): number {
    return this.#slots[this.#slotOf(hashOf(bytes, from, to), bytes, from, to)] as number;
  }

  /** @param code 0 <= code < count */
  text(code: number): string {
    return decoded(this.#bytes, this.#offsets[code] as number, this.#offsets[code + 1] as number);
  }

  addText(text: string): number {
    const end = this.#write(text);
    return this.add(this.#scratch, 0, end);
  }

  /** As `find`. */
  findText(text: string): number {
    const end = this.#write(text);
    return this.find(this.#scratch, 0, end);
  }

  /** Writes the text's bytes to the scratch; gives where they end. */
  #write(text: string): number {
    if (text.length * 3 > this.#scratch.length) this.#scratch = new Uint8Array(text.length * 3);
    return writeUtf8Mutable(this.#scratch, 0, text);
  }

  /** @param codes by row */
  column(codes: Int32Array): TextColumn {
    const offsets = this.#offsets.slice(0, this.#count + 1);
    return new TextColumn(this.#bytes.slice(0, offsets[this.#count]), offsets, codes);
  }

  /** Where the text stands, or would stand. */
  #slotOf(hash: number, bytes: Uint8Array, from: number, to: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let code = slots[slot] as number; code !== FREE; code = slots[slot] as number) {
      if (this.#hashes[code] === hash && this.#equals(code, bytes, from, to)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #equals(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const own = this.#bytes;
    const start = this.#offsets[code] as number;
    if ((this.#offsets[code + 1] as number) - start !== to - from) return false;
    for (let i = from, j = start; i < to; i++, j++) if (own[j] !== bytes[i]) return false;
    return true;
  }

  #append(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const code = this.#count;
    const start = this.#offsets[code] as number;
    const end = start + to - from;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    const own = this.#bytes;
    for (let i = from, j = start; i < to; i++, j++) own[j] = bytes[i] as number;
    this.#count = code + 1;
    if (this.#count === this.#hashes.length) this.#grow();
    this.#offsets[code + 1] = end;
    this.#hashes[code] = hash;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const offsets = new Uint32Array(hashes.length + 1);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(FREE);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#count; code++) {
      let slot = (this.#hashes[code] as number) & mask;
      while (slots[slot] !== FREE) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** FNV-1a with MurmurHash3's finish, which spreads what differs in the last bytes alone. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c_9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
