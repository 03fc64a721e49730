import type { NumberText } from '../csv/number-text';
import { MAX_UNITS, parseUnits } from '../decimal';

/** Numbers of one column as counts of one unit, exactly. */

/**
 * Decimals that hold every value exactly. Trailing zeros do not count ("3500.0" beside "3500" has none), except that
 * amounts with cents keep two places when written so.
 */
export function commonScale(numbers: readonly NumberText[]): number {
  let needed = 0;
  let written = 0;
  for (const number of numbers) {
    written = Math.max(written, number.scale);
    if (number.scale > needed) needed = Math.max(needed, neededScale(number));
  }
  return scaleOf(needed, written);
}

/** @param needed decimals that hold every value, `written` the most that one is written with */
export function scaleOf(needed: number, written: number): number {
  return needed === 0 ? 0 : Math.max(needed, Math.min(written, 2));
}

/** Decimals that hold the number: as written, without zeros at the end. */
export function neededScale({ units, scale }: Pick<NumberText, 'units' | 'scale'>): number {
  let needed = scale;
  if (typeof units === 'number') for (let rest = units; needed > 0 && rest % 10 === 0; rest /= 10) needed--;
  else for (let rest = units; needed > 0 && rest % 10n === 0n; rest /= 10n) needed--;
  return needed;
}

export function fits(number: NumberText, scale: number): boolean {
  if (typeof number.units === 'number' && scale >= number.scale && scale - number.scale < 300) {
    return Math.abs(number.units) * 10 ** (scale - number.scale) <= MAX_UNITS;
  }
  const units = bigUnits(number, scale);
  return units <= BigInt(MAX_UNITS) && units >= -BigInt(MAX_UNITS);
}

export function smallUnits(number: NumberText, scale: number): number {
  if (typeof number.units === 'number' && scale >= number.scale) return number.units * 10 ** (scale - number.scale);
  return Number(bigUnits(number, scale));
}

export function bigUnits({ units, scale: own }: NumberText, scale: number): bigint {
  return scale >= own ? BigInt(units) * 10n ** BigInt(scale - own) : BigInt(units) / 10n ** BigInt(own - scale);
}

export function sortedUnits(units: readonly bigint[]): readonly bigint[] {
  return [...new Set(units)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Rounded down, since a difference is a whole number of units. */
export function toleranceUnits(tolerance: string, scale: number): number {
  const [whole = '0', fraction = ''] = tolerance.split('.');
  const units = parseUnits(`${whole}.${fraction.slice(0, scale)}`, scale);
  return units > BigInt(MAX_UNITS) ? MAX_UNITS : Number(units);
}
