/** Decimals of two leading digits: enough for a picture, too few to find one person by. */

/** Two leading digits, away from or towards zero so that the result is not below (`up`) or above (`down`) the value. Exact otherwise. */
export function roundedAway(decimal: string, to: 'up' | 'down'): string {
  const negative = decimal.startsWith('-');
  return rounded(decimal, negative === (to === 'down') ? 'grow' : 'shrink');
}

/** The nearest decimal of two leading digits, halves away from zero. */
export function roundedOff(decimal: string): string {
  return rounded(decimal, 'nearest');
}

function rounded(decimal: string, how: 'grow' | 'shrink' | 'nearest'): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) throw new Error(`not a decimal: ${decimal}`);
  const scale = match[3]?.length ?? 0;
  const units = BigInt(`${match[2] ?? ''}${match[3] ?? ''}`);
  const step = 10n ** BigInt(Math.max(0, units.toString().length - 2));
  const rest = units % step;
  const up = rest !== 0n && (how === 'grow' || (how === 'nearest' && rest * 2n >= step));
  return written(units - rest + (up ? step : 0n), scale, match[1] === '-');
}

function written(units: bigint, scale: number, negative: boolean): string {
  const digits = units.toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative && units !== 0n ? `-${text}` : text;
}
