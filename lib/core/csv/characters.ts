/** What characters texts have, a bit each: of a bit that is not set no key has any. */
export const UPPER = 1;
export const LOWER = 2;
/** White space and what is no character on paper. */
export const BLANK = 4;
/** "-", "." or "/". */
export const MARK = 8;
export const BEYOND_ASCII = 16;
/** A zero as the first of several digits. */
export const ZERO_FIRST = 32;
/** Nothing but digits, behind a "-" perhaps. */
export const WHOLE_NUMBER = 64;
/** The same of more digits than a double surely holds. */
export const LONG_NUMBER = 128;
/** Nothing is known. */
export const ANY_CHARACTERS = 255;

const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const MOST_DIGITS = 15;

const OF_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return BEYOND_ASCII;
  if (byte <= 0x20) return BLANK;
  if (byte >= 0x41 && byte <= 0x5a) return UPPER;
  if (byte >= 0x61 && byte <= 0x7a) return LOWER;
  return byte >= MINUS && byte <= 0x2f ? MARK : 0;
});

/** Of a text that is bytes of UTF-8 from `from` to `to`, exclusive. O(length) */
export function charactersOf(bytes: Uint8Array, from: number, to: number): number {
  let found = 0;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    found |= OF_BYTE[byte] as number;
    if (byte >= ZERO && byte <= NINE) digits++;
  }
  const first = to > from && bytes[from] === MINUS ? from + 1 : from;
  if (digits > 0 && digits === to - first) {
    found |= WHOLE_NUMBER;
    if (to - from > MOST_DIGITS) found |= LONG_NUMBER;
  }
  const second = to - from > 1 ? (bytes[from + 1] as number) : 0;
  if (bytes[from] === ZERO && second >= ZERO && second <= NINE) found |= ZERO_FIRST;
  return found;
}
