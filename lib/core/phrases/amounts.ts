/** Numbers as people read them. Text in, text out: nothing passes through a rounded float but shares, which are rounded on purpose. */

const MINUS = '\u2212';

/**
 * "$4,742,481", "−$1,234.50", "EUR 12", "12.5 %" from an exact decimal text and the measure's unit (or null).
 * Decimals stay as the text has them; a currency shows a single decimal as two. Zero has no sign.
 */
export function formatAmount(decimal: string, unit: string | null): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) throw new Error(`not a decimal: ${decimal}`);
  const digits = match[3] ?? '';
  const fraction = unit !== null && unit !== '%' && digits.length === 1 ? `${digits}0` : digits;
  const number = `${groupDigits(match[2] ?? '0')}${fraction && `.${fraction}`}`;
  const sign = match[1] === '-' && /[1-9]/.test(decimal) ? MINUS : '';
  return `${sign}${inUnit(number, unit)}`;
}

/** "$12", "EUR 12", "12 %" from a number without a sign as it is written. What ends in a letter stands apart from it. */
export function inUnit(number: string, unit: string | null): string {
  if (unit === '%') return `${number} %`;
  return unit !== null && /\p{L}$/u.test(unit) ? `${unit}\u00a0${number}` : `${unit ?? ''}${number}`;
}

/** "10,000" from a count of 0 or more. */
export function formatCount(count: number): string {
  return groupDigits(String(count));
}

/**
 * "14.0 %": part as a share of whole, both exact decimals, to one place and rounded half up. Never "0.0 %" of something
 * nor "100.0 %" of less than all: those read "less than 0.1 %" and "more than 99.9 %". Null when the whole is 0.
 */
export function formatShare(part: string, whole: string): string | null {
  const places = Math.max(placesOf(part), placesOf(whole));
  const p = unitsOf(part, places);
  const w = unitsOf(whole, places);
  if (w === 0n) return null;
  if (p === 0n) return '0 %';
  const negative = p < 0n !== w < 0n;
  const a = p < 0n ? -p : p;
  const b = w < 0n ? -w : w;
  const sign = negative ? MINUS : '';
  if (a === b) return `${sign}100 %`;
  const tenths = (a * 2000n + b) / (2n * b);
  if (tenths === 0n) return `less than ${sign}0.1 %`;
  if (tenths === 1000n) return a < b ? `more than ${sign}99.9 %` : `more than ${sign}100 %`;
  return `${sign}${groupDigits(String(tenths / 10n))}.${tenths % 10n} %`;
}

/** "1234567" becomes "1,234,567". Digits only. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function placesOf(decimal: string): number {
  const point = decimal.indexOf('.');
  return point === -1 ? 0 : decimal.length - point - 1;
}

function unitsOf(decimal: string, places: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
