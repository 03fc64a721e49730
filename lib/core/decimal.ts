/**
 * Exact decimals. An amount is held as `units`, a safe integer count of 10^-scale; text is the only other form.
 * No amount ever passes through a rounded float.
 */

/** The largest magnitude of one value in units, 2^52: two of them still add exactly in a double. */
export const MAX_UNITS = 2 ** 52;

/** An empty cell in a column of numbers. It equals itself, sorts before every value and is left out of totals. */
export const MISSING = Number.NEGATIVE_INFINITY;

/** Adds units exactly, however many: a double while it is safe, a bigint beyond. */
export class ExactSum {
  #low = 0;
  #high = 0n;

  /** @param units an integer, |units| <= MAX_UNITS; MISSING adds nothing. */
  add(units: number): void {
    if (units === MISSING) return;
    if (this.#low >= MAX_UNITS || this.#low <= -MAX_UNITS) {
      this.#high += BigInt(this.#low);
      this.#low = 0;
    }
    this.#low += units;
  }

  /** Units of any magnitude. */
  addLarge(units: bigint): void {
    this.#high += units;
  }

  /** Each of these, as `add`. */
  addAll(units: Float64Array | Int32Array): void {
    let low = this.#low;
    for (let i = 0; i < units.length; i++) {
      const own = units[i] as number;
      if (own === MISSING) continue;
      if (low >= MAX_UNITS || low <= -MAX_UNITS) {
        this.#high += BigInt(low);
        low = 0;
      }
      low += own;
    }
    this.#low = low;
  }

  total(): bigint {
    return this.#high + BigInt(this.#low);
  }
}

/** "-1234.50" from units -123450n at scale 2. Trailing zeros are kept only up to `scale`; scale 0 has no point. */
export function formatUnits(units: bigint | number, scale: number): string {
  const value = BigInt(units);
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const sign = value < 0n ? '-' : '';
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The same decimal without zeros at its end: "1.50" is "1.5", "2.00" is "2". */
export function shortDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Units of a plain decimal text ("-12.5" at scale 2 is -1250n). Throws when the text is none, or has more decimals. */
export function parseUnits(text: string, scale: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text);
  const fraction = match?.[3] ?? '';
  if (!match || fraction.length > scale) throw new Error(`not a decimal of at most ${scale} places: ${text}`);
  const units = BigInt((match[2] ?? '0') + fraction.padEnd(scale, '0'));
  return match[1] === '-' ? -units : units;
}

/** a - b of two decimal texts, exactly, with as many places as the longer of them. */
export function subtractDecimals(a: string, b: string): string {
  const scale = Math.max(places(a), places(b));
  return formatUnits(parseUnits(a, scale) - parseUnits(b, scale), scale);
}

/** a + b of two decimal texts, exactly. */
export function addDecimals(a: string, b: string): string {
  return subtractDecimals(a, negateDecimal(b));
}

export function negateDecimal(text: string): string {
  if (/^-?0*(\.0*)?$/.test(text)) return text.replace('-', '');
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

export function isZeroDecimal(text: string): boolean {
  return /^-?0*(\.0*)?$/.test(text);
}

function places(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}
