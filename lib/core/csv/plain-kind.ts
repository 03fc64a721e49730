const AT = 64;
const DASH = 45;
const OPEN = 40;

/** Dashes that a date has at most, outside parentheses: two between its numbers and one before an offset. */
const DATE_DASHES = 3;
/**
 * Whether a text is, as its bytes show at a glance, neither a number nor a date, nor empty, nor a word for it: an address
 * of e-mail, a UUID, a name or a code that begins with letters. False: it has to be looked at as a text.
 */
export function isPlainlyOther(bytes: Uint8Array, from: number, to: number): boolean {
  let [dashes, digits, opens, others] = [0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte > 0x7f) return false;
    if (byte === AT) return true;
    if (byte >= 48 && byte <= 57) digits++;
    else if (byte === DASH) dashes++;
    else if (byte === OPEN) opens++;
    else if (byte < 48) others++;
  }
  if (opens > 0) return false;
  if (dashes > DATE_DASHES) return true;
  // Letters and digits alone, and not a currency's code before a number.
  return digits > 0 && dashes === 0 && others === 0 && isLetter(bytes[from]) && !isCode(bytes, from);
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
