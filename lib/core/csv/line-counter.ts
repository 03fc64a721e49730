const LF = 10;
const CR = 13;

/** Four bytes each above all line breaks leave no high bit in `(word - ABOVE) & ~word & HIGH`: "any byte less than n". */
const ABOVE = 0x0e0e_0e0e;
const HIGH = 0x8080_8080 | 0;
const NO_BREAK = 0;
const NO_WORDS = new Int32Array(0);

/**
 * Counts the physical lines of a text that comes in pieces, whatever its cells and quotes: a reader's own count is
 * held against it. A CRLF ends one line; what follows the last line break is a line unless it is empty.
 */
export class LineCounter {
  #breaks = 0;
  #last = LF;

  /** @param bytes of an encoding that writes ASCII as such; O(length), four at a time where no line ends */
  push(bytes: Uint8Array): void {
    const head = Math.min(bytes.length, -bytes.byteOffset & 3);
    const tail = bytes.length - ((bytes.length - head) & 3);
    const words = head < tail ? new Int32Array(bytes.buffer, bytes.byteOffset + head, (tail - head) >> 2) : NO_WORDS;
    let last = this.#last;
    let breaks = 0;
    const count = (from: number, to: number) => {
      for (let i = from; i < to; i++) {
        const code = bytes[i] as number;
        if (code <= CR && (code === CR || (code === LF && last !== CR))) breaks++;
        last = code;
      }
    };
    count(0, head);
    for (let w = 0; w < words.length; w++) {
      const word = words[w] as number;
      if ((((word - ABOVE) | 0) & ~word & HIGH) === 0) last = NO_BREAK;
      else count(head + w * 4, head + w * 4 + 4);
    }
    count(tail, bytes.length);
    this.#last = last;
    this.#breaks += breaks;
  }

  pushText(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code <= CR && (code === CR || (code === LF && this.#last !== CR))) this.#breaks++;
      this.#last = code;
    }
  }

  get lines(): number {
    return this.#breaks + (this.#last === LF || this.#last === CR ? 0 : 1);
  }
}
