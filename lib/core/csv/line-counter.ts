const LF = 10;
const CR = 13;

/**
 * Counts the physical lines of a text that comes in pieces, whatever its cells and quotes: a reader's own count is
 * held against it. A CRLF ends one line; what follows the last line break is a line unless it is empty.
 */
export class LineCounter {
  #breaks = 0;
  #last = LF;

  /** @param codes bytes of an encoding that writes ASCII as such; O(length) */
  push(codes: Uint8Array): void {
    let breaks = 0;
    let before = this.#last;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] as number;
      if (code <= CR && (code === CR || (code === LF && before !== CR))) breaks++;
      before = code;
    }
    this.#breaks += breaks;
    this.#last = before;
  }

  pushText(text: string): void {
    let before = this.#last;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === CR || (code === LF && before !== CR)) this.#breaks++;
      before = code;
    }
    this.#last = before;
  }

  get lines(): number {
    return this.#breaks + (this.#last === LF || this.#last === CR ? 0 : 1);
  }
}
