import type { Cells } from '../csv/cells';
import { BEYOND_ASCII, BLANK } from '../csv/characters';
import type { Key } from '../key';
import type { KeySpace } from './case-tables';
import { NumberIndex } from './number-index';
import { type PartIndex, partIndex } from './part-index';

/** More ids than a part or a key can have: two of them make one whole number below 2^52. */
const IDS = 2 ** 26;
const NONE = -1;
const BETWEEN_PARTS = BLANK | BEYOND_ASCII;

/**
 * Numbers keys of one or several parts. Exact: leading zeros, white space and case tell keys apart. Injective: keys of
 * several parts are equal only if every part is, whatever the parts contain.
 */
export class KeyInterner implements KeySpace {
  readonly #parts: readonly PartIndex[];
  /** One for each part after the first: id of the parts so far and of this part -> id of them together. */
  readonly #pairs: readonly NumberIndex[];

  /** @param parts for each part of the key its column in all files that take part, >= 1 */
  constructor(parts: readonly (readonly Cells[])[]) {
    this.#parts = parts.map(partIndex);
    this.#pairs = parts.slice(1).map(() => new NumberIndex());
  }

  get count(): number {
    return (this.#pairs.at(-1) ?? this.#parts[0])?.count ?? 0;
  }

  get characters(): number {
    const found = this.#parts.reduce((bits, part) => bits | part.characters, 0);
    return this.#parts.length === 1 ? found : found | BETWEEN_PARTS;
  }

  /**
   * Ids of the keys of these rows of one file, dense from 0 in order of first appearance over all files. O(rows × parts)
   * @param columns by part
   * @param kept rows, none with an empty part; null: all
   */
  rows(columns: readonly Cells[], kept: Int32Array | null): Int32Array {
    const [ids = new Int32Array(), ...others] = this.#parts.map((part, p) => part.column(columns[p] as Cells, kept));
    others.forEach((own, i) => {
      const pairs = this.#pairs[i] as NumberIndex;
      for (let r = 0; r < ids.length; r++) ids[r] = pairs.add((ids[r] as number) * IDS + (own[r] as number));
    });
    return ids;
  }

  /** Id of the key of these part texts. O(parts) */
  of(parts: Key): number {
    const [first = 0, ...others] = this.#parts.map((part, p) => part.add(parts[p] ?? ''));
    return others.reduce((id, own, i) => (this.#pairs[i] as NumberIndex).add(id * IDS + own), first);
  }

  /** O(parts) */
  find(key: Key): number {
    if (key.length !== this.#parts.length) return NONE;
    const ids = this.#parts.map((part, p) => part.find(key[p] ?? ''));
    if (ids.includes(NONE)) return NONE;
    const [first = NONE, ...others] = ids;
    return others.reduce(
      (id, own, i) => (id === NONE ? NONE : (this.#pairs[i] as NumberIndex).find(id * IDS + own)),
      first,
    );
  }

  parts(id: number): Key {
    const key: string[] = [];
    let rest = id;
    for (let p = this.#pairs.length; p > 0; p--) {
      const pair = (this.#pairs[p - 1] as NumberIndex).value(rest);
      key.unshift((this.#parts[p] as PartIndex).text(pair % IDS));
      rest = Math.floor(pair / IDS);
    }
    return [(this.#parts[0] as PartIndex).text(rest), ...key];
  }
}
