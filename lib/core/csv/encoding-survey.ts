import type { ByteSource } from './byte-source';
import { type ReadOptions, readPieces } from './read-bytes';

/** What the bytes of a file that is not valid UTF-8 say, looked at whole. Lines are physical and 1-based. */
export interface EncodingSurvey {
  /** Lines that have characters beyond ASCII, all of them UTF-8. */
  readonly utf8: LineList;
  /** Lines with bytes that are no UTF-8. */
  readonly other: LineList;
  /** The first byte that is no UTF-8. */
  readonly first: { readonly line: number; readonly byte: number };
}

export interface LineList {
  readonly count: number;
  has(line: number): boolean;
}

/**
 * Reads a file once and judges each line. A byte is UTF-8 as the Unicode Standard's table 3-7 has it: no overlong form, no
 * surrogate, nothing above U+10FFFF. O(bytes). Throws `Stopped`.
 */
export async function surveyUtf8(source: ByteSource, options: ReadOptions): Promise<EncodingSurvey> {
  const utf8 = new Lines();
  const other = new Lines();
  const judge = new LineJudge(utf8, other);
  for await (const piece of readPieces(source, 0, options)) judge.push(piece);
  judge.end();
  return { utf8, other, first: judge.first };
}

class LineJudge {
  readonly #utf8: Lines;
  readonly #other: Lines;
  first: EncodingSurvey['first'] = { line: 1, byte: 0 };
  #line = 1;
  #afterCr = false;
  #hasUtf8 = false;
  #hasOther = false;
  /** Bytes that the character under way still needs, and the bounds of the next. */
  #needed = 0;
  #low = 0x80;
  #high = 0xbf;
  #lead = 0;

  constructor(utf8: Lines, other: Lines) {
    this.#utf8 = utf8;
    this.#other = other;
  }

  push(piece: Uint8Array): void {
    for (const byte of piece) {
      if (byte < 0x80) this.#ascii(byte);
      else this.#beyond(byte);
    }
  }

  end(): void {
    this.#cutShort();
    this.#endLine();
  }

  #ascii(byte: number): void {
    this.#cutShort();
    if (byte === 10 && this.#afterCr) this.#afterCr = false;
    else if (byte === 10 || byte === 13) this.#endLine();
    this.#afterCr = byte === 13;
  }

  #beyond(byte: number): void {
    this.#afterCr = false;
    if (this.#needed > 0 && byte >= this.#low && byte <= this.#high) {
      this.#needed--;
      this.#low = 0x80;
      this.#high = 0xbf;
      if (this.#needed === 0) this.#hasUtf8 = true;
      return;
    }
    this.#cutShort();
    this.#needed =
      byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    this.#lead = byte;
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (this.#needed === 0) this.#refuse(byte);
  }

  /** A character that was begun and does not go on. */
  #cutShort(): void {
    if (this.#needed > 0) this.#refuse(this.#lead);
    this.#needed = 0;
  }

  #refuse(byte: number): void {
    if (this.#other.count === 0 && !this.#hasOther) this.first = { line: this.#line, byte };
    this.#hasOther = true;
  }

  #endLine(): void {
    if (this.#hasOther) this.#other.add(this.#line);
    else if (this.#hasUtf8) this.#utf8.add(this.#line);
    this.#hasOther = false;
    this.#hasUtf8 = false;
    this.#line++;
  }
}

/** A bit a line. */
class Lines implements LineList {
  #bits = new Uint8Array(1024);
  count = 0;

  add(line: number): void {
    const at = line >> 3;
    if (at >= this.#bits.length) {
      const grown = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    this.#bits[at] = (this.#bits[at] as number) | (1 << (line & 7));
    this.count++;
  }

  has(line: number): boolean {
    return ((this.#bits[line >> 3] ?? 0) & (1 << (line & 7))) !== 0;
  }
}
