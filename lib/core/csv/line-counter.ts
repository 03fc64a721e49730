const LF = 10;
const CR = 13;

/** Four bytes each: of one value, and their lowest, lower and highest bits. */
const LFS = 0x0a0a_0a0a;
const CRS = 0x0d0d_0d0d;
const ONES = 0x0101_0101;
const LOW = 0x7f7f_7f7f;
const HIGH = 0x8080_8080 | 0;
/** Words of which four sums of a byte each hold every count. */
const MOST_WORDS = 255;
const NO_WORDS = new Int32Array(0);

/**
 * Counts the physical lines of a text that comes in pieces, whatever its cells and quotes: a reader's own count is
 * held against it. A CRLF ends one line; what follows the last line break is a line unless it is empty.
 */
export class LineCounter {
  #breaks = 0;
  #last = LF;

  /** @param bytes of an encoding that writes ASCII as such; O(length), four at a time where there is no CR */
  push(bytes: Uint8Array): void {
    const head = Math.min(bytes.length, -bytes.byteOffset & 3);
    const words =
      bytes.length - head >= 4
        ? new Int32Array(bytes.buffer, bytes.byteOffset + head, (bytes.length - head) >> 2)
        : NO_WORDS;
    this.#count(bytes, 0, head);
    let w = 0;
    while (w < words.length) {
      const first = w;
      const end = this.#last === CR ? w : Math.min(words.length, w + MOST_WORDS);
      let sums = 0;
      for (; w < end; w++) {
        const word = words[w] as number;
        const cr = word ^ CRS;
        // "Has a zero byte", and "which bytes are zero", of Bit Twiddling Hacks.
        if (((cr - ONES) & ~cr & HIGH) !== 0) break;
        const lf = word ^ LFS;
        sums = (sums + (~(((lf & LOW) + LOW) | lf | LOW) >>> 7)) | 0;
      }
      this.#breaks += (sums & 0xff) + ((sums >>> 8) & 0xff) + ((sums >>> 16) & 0xff) + (sums >>> 24);
      if (w > first) this.#last = bytes[head + w * 4 - 1] as number;
      if (w > first && w === end) continue;
      this.#count(bytes, head + w * 4, head + w * 4 + 4);
      w++;
    }
    this.#count(bytes, head + w * 4, bytes.length);
  }

  pushText(text: string): void {
    for (let i = 0; i < text.length; i++) this.#take(text.charCodeAt(i));
  }

  get lines(): number {
    return this.#breaks + (this.#last === LF || this.#last === CR ? 0 : 1);
  }

  #count(bytes: Uint8Array, from: number, to: number): void {
    for (let i = from; i < to; i++) this.#take(bytes[i] as number);
  }

  #take(code: number): void {
    if (code === CR || (code === LF && this.#last !== CR)) this.#breaks++;
    this.#last = code;
  }
}
