/** The header's first name, by which a record is told at a glance not to repeat the header. */
export class HeaderName {
  /** With the bit of lower case; null: it has characters beyond ASCII, or begins with white space. */
  readonly #bytes: readonly number[] | null;
  /** Whether a cell of ASCII alone is never it, white space and case aside. */
  readonly #beyondAscii: boolean;

  constructor(name: string) {
    this.#bytes = /^(?:[\x21-\x7f][\x20-\x7f]*)?$/.test(name)
      ? Array.from(name, (char) => char.charCodeAt(0) | 32)
      : null;
    this.#beyondAscii = /[^\0-\x7f]/.test(name.trim().toLowerCase());
  }

  /** Bytes of every cell of ASCII that may be it; -1: none may, -2: any. */
  get length(): number {
    if (this.#bytes !== null) return this.#bytes.length;
    return this.#beyondAscii ? -1 : -2;
  }

  /** Whether the text from `from` to `to`, exclusive, not an empty one, may be it but for white space and case. */
  mayBe(bytes: Uint8Array, from: number, to: number): boolean {
    const edges = (bytes[from] as number) <= 32 || (bytes[to - 1] as number) <= 32;
    const own = this.#bytes ?? [];
    let i = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      if (byte > 0x7f) return true;
      if (i < own.length && (byte | 32) === own[i]) i++;
    }
    if (this.#bytes === null) return !this.#beyondAscii;
    return to - from === own.length && (edges || i === own.length);
  }
}
