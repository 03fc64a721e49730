import type { Cells, TextCells } from './cells';

/** Bytes that are turned to characters together. */
const BLOCK = 2 ** 16;
/** Characters that one call of `String.fromCharCode` is given. */
const SPREAD = 2 ** 12;

/**
 * The cells of one column exactly as written: each distinct text once, and for each row the number of its text. Numbers
 * ("codes") are dense from 0 in order of first appearance. Texts lie one behind the other in UTF-8, so that a column
 * costs bytes and no objects.
 *
 * Any string comes back as it was: half of a surrogate pair, which UTF-8 has no bytes for and no file gives, takes the
 * three bytes that its number would have (WTF-8). Two texts have the same bytes only if they are identical.
 */
export class TextColumn implements Cells, TextCells {
  /** Every distinct text, by code. */
  readonly bytes: Uint8Array;
  /** Text `code` is `bytes` from `offsets[code]` to `offsets[code + 1]`, exclusive; one longer than there are texts. */
  readonly offsets: Uint32Array;
  /** By row. */
  readonly codes: Int32Array;
  /** Of every distinct text, by code: see `hashOf`. */
  readonly hashes: Int32Array;
  readonly view: DataView;

  constructor(bytes: Uint8Array, offsets: Uint32Array, codes: Int32Array, hashes: Int32Array) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.codes = codes;
    this.hashes = hashes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  asTexts(): this {
    return this;
  }

  get rows(): number {
    return this.codes.length;
  }

  /** Number of distinct texts. */
  get distinct(): number {
    return this.offsets.length - 1;
  }

  /** @param code 0 <= code < distinct */
  text(code: number): string {
    return decoded(this.bytes, this.offsets[code] as number, this.offsets[code + 1] as number);
  }

  /** The text of a row's cell. */
  at(row: number): string {
    return this.text(this.codes[row] as number);
  }

  /** Every distinct text, by code; made anew at each call, faster than one by one. O(bytes) */
  texts(): string[] {
    const { bytes, offsets, distinct } = this;
    const texts = new Array<string>(distinct);
    const decoder = new TextDecoder();
    for (let code = 0; code < distinct; ) {
      const first = code;
      const from = offsets[first] as number;
      while (code < distinct && (offsets[code + 1] as number) - from <= BLOCK) code++;
      if (code === first) code++;
      const block = bytes.subarray(from, offsets[code]);
      const plain = isPlain(block) ? decoder.decode(block) : null;
      for (let c = first; c < code; c++)
        texts[c] =
          plain === null
            ? this.text(c)
            : plain.substring((offsets[c] as number) - from, (offsets[c + 1] as number) - from);
    }
    return texts;
  }

  firstTexts(most: number): string[] {
    return Array.from({ length: Math.min(most, this.distinct) }, (_, code) => this.text(code));
  }

  /** Whether some cell is exactly this text. O(distinct) */
  has(text: string): boolean {
    const bytes = new Uint8Array(text.length * 3);
    const length = writeUtf8Mutable(bytes, 0, text);
    for (let code = 0; code < this.distinct; code++) {
      const from = this.offsets[code] as number;
      if ((this.offsets[code + 1] as number) - from !== length) continue;
      let i = 0;
      while (i < length && this.bytes[from + i] === bytes[i]) i++;
      if (i === length) return true;
    }
    return false;
  }

  /** Whether both have the same cells, row by row. */
  equals(other: Cells): boolean {
    return (
      other instanceof TextColumn &&
      same(this.offsets, other.offsets) &&
      same(this.codes, other.codes) &&
      same(this.bytes, other.bytes)
    );
  }
}

/** Whether every byte is a character. */
function isPlain(bytes: Uint8Array): boolean {
  let bits = 0;
  for (let i = 0; i < bytes.length; i++) bits |= bytes[i] as number;
  return bits < 0x80;
}

function same(a: Uint8Array | Uint32Array | Int32Array, b: typeof a): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Writes a text at `to`, where three bytes a character are free; gives where it ends. */
export function writeUtf8Mutable(bytes: Uint8Array, to: number, text: string): number {
  let end = to;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[end++] = unit;
      continue;
    }
    const point = text.codePointAt(i) as number;
    if (point < 0x800) bytes[end++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x1_0000) bytes[end++] = 0xe0 | (point >> 12);
      else {
        bytes[end++] = 0xf0 | (point >> 18);
        bytes[end++] = 0x80 | ((point >> 12) & 0x3f);
        i++;
      }
      bytes[end++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[end++] = 0x80 | (point & 0x3f);
  }
  return end;
}

/** What `writeUtf8Mutable` wrote. */
export function decoded(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let units: number[] = [];
  for (let at = from; at < to; ) {
    const byte = bytes[at++] as number;
    if (byte < 0x80) units.push(byte);
    else {
      const further = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      let point = byte & (0x3f >> further);
      for (let i = 0; i < further; i++) point = (point << 6) | ((bytes[at++] as number) & 0x3f);
      if (point < 0x1_0000) units.push(point);
      else units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff));
    }
    if (units.length < SPREAD) continue;
    text += String.fromCharCode(...units);
    units = [];
  }
  return text + String.fromCharCode(...units);
}
