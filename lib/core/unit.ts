/** One to four characters, none of them a digit, white space or a sign that numbers are written with. */
export const UNIT = /^[^\d\s.,'’()+\u2212-]{1,4}$/u;

/** A unit as a person writes it; "" and "none" are null. Undefined where the text is no unit. */
export function parseUnit(text: string): string | null | undefined {
  const plain = text.trim();
  if (plain === '' || plain.toLowerCase() === 'none') return null;
  return UNIT.test(plain) ? plain : undefined;
}
