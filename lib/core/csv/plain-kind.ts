/** What a byte shows: a set of these, and a dash by itself, so that dashes can be counted. */
const [IS_AT, IS_BEYOND_ASCII, IS_OPEN, IS_DIGIT, IS_OTHER, DASH_BIT] = [1, 2, 4, 8, 16, 7];
const SHOWN = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte > 0x7f) return IS_BEYOND_ASCII;
  const char = String.fromCharCode(byte);
  if (char === '@') return IS_AT;
  if (char >= '0' && char <= '9') return IS_DIGIT;
  if (char === '-') return 1 << DASH_BIT;
  if (char === '(') return IS_OPEN;
  return char < '0' ? IS_OTHER : 0;
});

/** Dashes that a date has at most, outside parentheses: two between its numbers and one before an offset. */
const DATE_DASHES = 3;
/**
 * Whether a text is, as its bytes show at a glance, neither a number nor a date, nor empty, nor a word for it: an address
 * of e-mail, a UUID, a name or a code that begins with letters. False: it has to be looked at as a text.
 */
export function isPlainlyOther(bytes: Uint8Array, from: number, to: number): boolean {
  let [shown, dashes] = [0, 0];
  for (let i = from; i < to; i++) {
    const own = SHOWN[bytes[i] as number] as number;
    shown |= own;
    dashes += own >> DASH_BIT;
  }
  if ((shown & IS_BEYOND_ASCII) !== 0) return false;
  if ((shown & IS_AT) !== 0) return true;
  if ((shown & IS_OPEN) !== 0) return false;
  if (dashes > DATE_DASHES) return true;
  // Letters and digits alone, and not a currency's code before a number.
  return shown === IS_DIGIT && isLetter(bytes[from]) && !isCode(bytes, from);
}

function isCode(bytes: Uint8Array, from: number): boolean {
  return (
    isCapital(bytes[from]) && isCapital(bytes[from + 1]) && isCapital(bytes[from + 2]) && !isLetter(bytes[from + 3])
  );
}

function isLetter(byte: number | undefined): boolean {
  return isCapital(byte) || (byte !== undefined && byte >= 97 && byte <= 122);
}

function isCapital(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 65 && byte <= 90;
}
