import { TextIndex } from '../csv/text-index';
import type { Key } from '../key';
import type { KeySpace } from './case-tables';

/**
 * Numbers keys of one or several parts. Exact: leading zeros, white space and case tell keys apart. Injective: keys of
 * several parts are equal only if every part is, whatever the parts contain.
 */
export class KeyInterner implements KeySpace {
  readonly #parts: readonly TextIndex[];
  /** One map for each part after the first: id of the parts so far and of this part -> id of them together. */
  readonly #pairs: readonly Map<string, number>[];
  /** For each key its part ids; empty for keys of one part. */
  readonly #members: number[] = [];

  /** @param parts columns that make up the key, >= 1 */
  constructor(parts: number) {
    this.#parts = Array.from({ length: parts }, () => new TextIndex());
    this.#pairs = Array.from({ length: parts - 1 }, () => new Map());
  }

  get count(): number {
    return this.#parts.length === 1
      ? (this.#parts[0] as TextIndex).texts.length
      : this.#members.length / this.#parts.length;
  }

  /** Id of one part of a key, dense from 0 in order of first appearance. */
  part(index: number, text: string): number {
    return (this.#parts[index] as TextIndex).add(text);
  }

  /** Id of the key of these part ids, dense from 0 in order of first appearance. O(parts) */
  key(ids: readonly number[]): number {
    let id = ids[0] as number;
    this.#pairs.forEach((map, i) => {
      const pair = `${id},${ids[i + 1]}`;
      let next = map.get(pair);
      if (next === undefined) {
        next = map.size;
        map.set(pair, next);
        if (i === this.#pairs.length - 1) this.#members.push(...ids);
      }
      id = next;
    });
    return id;
  }

  /** Id of the key of these part texts. O(parts) */
  of(parts: Key): number {
    const ids = parts.map((text, index) => this.part(index, text));
    return ids.length === 1 ? (ids[0] as number) : this.key(ids);
  }

  parts(id: number): Key {
    const width = this.#parts.length;
    if (width === 1) return [this.#parts[0]?.texts[id] as string];
    return this.#parts.map((part, p) => part.texts[this.#members[id * width + p] as number] as string);
  }
}
