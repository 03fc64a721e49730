import { type CellBlock, lengthOf } from './cell-block';
import type { TextCells } from './cells';
import { charactersOf } from './characters';
import { copyBytes, hashOf, sameBytes } from './text-bytes';
import { decoded, TextColumn, writeUtf8Mutable } from './text-column';
import { trimmed } from './trimmed';

/** Codes behind the one that is expected next at which it is looked for: their hashes lie side by side. */
const NEAR = 16;
/** Texts that may stand elsewhere than expected, more than where they are expected, before none is expected any more. */
const PATIENCE = 256;

/** Texts of a column that are looked for together. */
const BATCH = 1024;

/** Numbers texts from 0 in order of first appearance by their bytes; two texts share a number only if all bytes are equal. */
export class ByteIndex {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #offsets = new Uint32Array(257);
  /** By code. */
  #hashes = new Int32Array(256);
  /** Open addressing, at most half full: of each slot the code, counted from 1 (0: it is free), and the hash. */
  #slots = new Int32Array(1024);
  #count = 0;
  #scratch = new Uint8Array(64);
  #characters = 0;
  #lookedAt = 0;
  #scratchView = new DataView(this.#scratch.buffer);
  /** Hashes of cells that come together, and one number more. */
  #batch = new Int32Array(0);
  /** Where the next text of a column is expected, and how far that has been right. */
  #next = 0;
  #trust = PATIENCE;

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

  /** Bytes of all texts. */
  get size(): number {
    return this.#offsets[this.#count] as number;
  }

  /** Makes room for so many texts in all, and bytes of them. */
  reserve(texts: number, bytes: number): void {
    if (texts > this.#hashes.length) this.#makeRoom(texts);
    if (bytes > this.#bytes.length) this.#hold(bytes);
    let slots = this.#slots.length;
    while (isFull(texts, slots)) slots *= 2;
    if (slots > this.#slots.length) this.#rehash(slots);
  }

  /** The code of the text whose bytes are in view from `from` to `to`, exclusive. O(length) */
  add(view: DataView, from: number, to: number): number {
    return this.#add(view, from, to, hashOf(view, from, to));
  }

  /** Of cells each `step` behind the one before, from `first` to `end`, exclusive; the codes go where `row` says and behind. */
  addCells(cells: CellBlock, first: number, step: number, end: number, codes: Int32Array, row: number): void {
    const { forms, starts, view } = cells;
    const count = (end - first) / step;
    if (count >= this.#batch.length) this.#batch = new Int32Array(count + 1);
    const hashes = this.#batch;
    for (let at = first, i = 0; i < count; at += step, i++) {
      const from = starts[at] as number;
      hashes[i] = hashOf(view, from, from + lengthOf(forms[at] as number));
    }
    this.#touchMutable(hashes, count);
    for (let at = first, i = 0; i < count; at += step, i++) {
      const from = starts[at] as number;
      codes[row + i] = this.#add(view, from, from + lengthOf(forms[at] as number), hashes[i] as number);
    }
  }

  /**
   * The codes of a column's texts, by theirs.
   * @param order those of its codes that are added, as they are; null: all
   */
  addAll(texts: TextCells, order: Int32Array | null): Int32Array {
    const { hashes, offsets } = texts;
    const codes = new Int32Array(offsets.length - 1);
    const count = order?.length ?? codes.length;
    if (this.#batch.length <= BATCH) this.#batch = new Int32Array(BATCH + 1);
    for (let from = 0; from < count; from += BATCH) {
      const most = Math.min(BATCH, count - from);
      // Texts that are found where they are expected need no slot.
      if (this.#trust === 0 || this.#next === this.#count) {
        for (let i = 0; i < most; i++)
          this.#batch[i] = hashes[order ? (order[from + i] as number) : from + i] as number;
        this.#touchMutable(this.#batch, most);
      }
      for (let i = from; i < from + most; i++) {
        const code = order ? (order[i] as number) : i;
        codes[code] = this.#addOf(texts, code);
      }
    }
    return codes;
  }

  /**
   * Looks at what stands in the slots of so many hashes, each by itself, so that memory is waited for once and not with
   * each text.
   */
  #touchMutable(hashes: Int32Array, count: number): void {
    const slots = this.#slots;
    const offsets = this.#offsets;
    const bytes = this.#bytes;
    const mask = slots.length - 1;
    let touched = 0;
    for (let i = 0; i < count; i++) {
      const known = slots[((hashes[i] as number) << 1) & mask] as number;
      if (known === 0) continue;
      const start = offsets[known - 1] as number;
      const end = offsets[known] as number;
      if (start < end) touched ^= (bytes[start] as number) ^ (bytes[end - 1] as number);
    }
    // Loads of which nothing is kept would be left out by the compiler.
    hashes[count] = touched;
  }

  /** The code of a column's text. Files often name the same in one order, so that it is looked for first behind the last one. */
  #addOf({ view, offsets, hashes }: TextCells, code: number): number {
    const from = offsets[code] as number;
    const to = offsets[code + 1] as number;
    const hash = hashes[code] as number;
    if (this.#trust > 0) {
      const end = Math.min(this.#count, this.#next + NEAR);
      for (let known = this.#next; known < end; known++) {
        if (this.#hashes[known] !== hash || !this.#equals(known, view, from, to)) continue;
        if (this.#trust < PATIENCE) this.#trust++;
        this.#next = known + 1;
        return known;
      }
      if (this.#next < end) this.#trust--;
    }
    const id = this.#add(view, from, to, hash);
    this.#next = id + 1;
    return id;
  }

  /** The code of that text; -1: it was never added. O(length) */
  find(view: DataView, from: number, to: number): number {
    const hash = hashOf(view, from, to);
    return (this.#slots[this.#slotOf(hash, view, from, to)] as number) - 1;
  }

  /** @param code 0 <= code < count */
  text(code: number): string {
    return decoded(this.#bytes, this.#offsets[code] as number, this.#offsets[code + 1] as number);
  }

  addText(text: string): number {
    const end = this.#write(text);
    return this.add(this.#scratchView, 0, end);
  }

  /** As `find`. */
  findText(text: string): number {
    const end = this.#write(text);
    return this.find(this.#scratchView, 0, end);
  }

  /** Writes the text's bytes to the scratch; gives where they end. */
  #write(text: string): number {
    if (text.length * 3 > this.#scratch.length) {
      this.#scratch = new Uint8Array(text.length * 3);
      this.#scratchView = new DataView(this.#scratch.buffer);
    }
    return writeUtf8Mutable(this.#scratch, 0, text);
  }

  /** The texts so far; no further one may be added. @param codes by row */
  column(codes: Int32Array): TextColumn {
    const count = this.#count;
    return new TextColumn(
      trimmed(this.#bytes, this.#offsets[count] as number),
      trimmed(this.#offsets, count + 1),
      codes,
      trimmed(this.#hashes, count),
    );
  }

  #add(view: DataView, from: number, to: number, hash: number): number {
    const slot = this.#slotOf(hash, view, from, to);
    const known = this.#slots[slot] as number;
    if (known > 0) return known - 1;
    const code = this.#count;
    const start = this.#offsets[code] as number;
    const end = start + to - from;
    if (end > this.#bytes.length) this.#hold(Math.max(end, this.#bytes.length * 2));
    copyBytes(view, from, this.#view, start, to - from);
    this.#count = code + 1;
    if (this.#count === this.#hashes.length) this.#makeRoom(this.#count * 2);
    this.#offsets[code + 1] = end;
    this.#hashes[code] = hash;
    this.#slots[slot] = code + 1;
    this.#slots[slot + 1] = hash;
    if (isFull(this.#count, this.#slots.length)) this.#rehash(this.#slots.length * 2);
    return code;
  }

  /** Where the text stands, or would stand. */
  #slotOf(hash: number, view: DataView, from: number, to: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (let known = slots[slot] as number; known > 0; known = slots[slot] as number) {
      if (slots[slot + 1] === hash && this.#equals(known - 1, view, from, to)) break;
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  #equals(code: number, view: DataView, from: number, to: number): boolean {
    const start = this.#offsets[code] as number;
    const length = (this.#offsets[code + 1] as number) - start;
    return length === to - from && sameBytes(view, from, this.#view, start, length);
  }

  #hold(bytes: number): void {
    const larger = new Uint8Array(bytes);
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  #makeRoom(texts: number): void {
    const hashes = new Int32Array(texts);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const offsets = new Uint32Array(texts + 1);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
  }

  #rehash(length: number): void {
    const slots = new Int32Array(length);
    const mask = length - 1;
    for (let code = 0; code < this.#count; code++) {
      const hash = this.#hashes[code] as number;
      let slot = (hash << 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = code + 1;
      slots[slot + 1] = hash;
    }
    this.#slots = slots;
  }
}

/** @param length of slots, two numbers each */
function isFull(texts: number, length: number): boolean {
  return texts * 4 > length;
}
