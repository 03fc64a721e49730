import { NumeralIndex } from './numeral-index';

/** A Map of V8 holds at most 2^24 entries. */
const MAX_ENTRIES = 2 ** 23;
/** Distinct texts that are copied, so that a few of them do not keep whole chunks of the file in memory. */
const COPIED = 1024;
/** V8 keeps shorter substrings as copies by itself. */
const SHORTEST_SLICE = 13;

/** Numbers texts from 0 in order of first appearance; two texts share a number only if they are identical. */
export class TextIndex {
  readonly texts: string[] = [];
  readonly #numerals = new NumeralIndex();
  readonly #maps: Map<string, number>[] = [new Map<string, number>()];

  /** O(1) up to 8 million distinct texts. */
  add(text: string): number {
    const numeral = this.#numerals.add(text, this.texts.length);
    if (numeral !== -1) {
      if (numeral === this.texts.length) this.texts.push(text);
      return numeral;
    }
    for (const map of this.#maps) {
      const known = map.get(text);
      if (known !== undefined) return known;
    }
    let open = this.#maps.at(-1);
    if (!open || open.size >= MAX_ENTRIES) {
      open = new Map();
      this.#maps.push(open);
    }
    const code = this.texts.length;
    const kept = code < COPIED && text.length >= SHORTEST_SLICE ? copyOf(text) : text;
    open.set(kept, code);
    this.texts.push(kept);
    return code;
  }
}

function copyOf(text: string): string {
  return text.split('').join('');
}
