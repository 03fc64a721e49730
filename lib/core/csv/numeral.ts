/**
 * Numerals: numbers written in the one way that a count of units and a number of decimals give back, "7", "-12.50",
 * "0.5"; no sign but a minus, no leading zero, no bare point, no "-0", at most 15 digits. A cell that is one is held as
 * a number and loses nothing.
 */

/** Digits that a double holds whatever they are. */
export const MAX_NUMERAL_DIGITS = 15;

export interface Numeral {
  /** Whole count of 10^-scale, |units| < 10^15; never -0. */
  readonly units: number;
  /** Decimals as written, 0 to 14. */
  readonly scale: number;
}

const NUMERAL = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/;

/** Null for a text that is no numeral. */
export function numeralOf(text: string): Numeral | null {
  const found = NUMERAL.exec(text);
  if (!found) return null;
  const scale = found[1]?.length ?? 0;
  const negative = text.charCodeAt(0) === 45;
  const digits = text.length - (negative ? 1 : 0) - (scale > 0 ? 1 : 0);
  if (digits > MAX_NUMERAL_DIGITS) return null;
  const units = Number(scale > 0 ? text.replace('.', '') : text);
  return negative && units === 0 ? null : { units, scale };
}

/** Digits, at most 15, of which the first is a zero and not the only one: as fixed widths are filled. */
export function isPadded(text: string): boolean {
  return text.length <= MAX_NUMERAL_DIGITS && /^0\d+$/.test(text);
}

/** The one text that is this numeral. */
export function numeralText(units: number, scale: number): string {
  if (scale === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${units < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}
