import type { Rounding } from '@/lib/core/findings/fault-parameters';

/** Exact decimals the slow, obvious way: a bigint count of 10^-9. Shares nothing with the product's own decimals. */

const PLACES = 9;
const ONE = 10n ** BigInt(PLACES);

/** "-12.5" is -12500000000n. Throws when the text is no plain decimal of at most nine places. */
export function toAmount(text: string): bigint {
  if (!/^-?\d+(\.\d{1,9})?$/.test(text)) throw new Error(`not a plain decimal: ${text}`);
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const amount = BigInt(whole) * ONE + BigInt(fraction.padEnd(PLACES, '0'));
  return text.startsWith('-') ? -amount : amount;
}

/** The shortest plain decimal: no trailing zeros, no "-0". */
export function fromAmount(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = (size % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}

/** a x b, exactly; throws when the product has more than nine places. */
export function multiply(a: bigint, b: bigint): bigint {
  const product = a * b;
  if (product % ONE !== 0n) throw new Error('the product has more than nine decimal places');
  return product / ONE;
}

/** Into the range of an integer of so many bits that counts 10^-digits, turn by turn. */
export function wrap(amount: bigint, bits: number, digits: number): bigint {
  const turn = 2n ** BigInt(bits) * 10n ** BigInt(PLACES - digits);
  const rest = ((amount % turn) + turn) % turn;
  return rest >= turn / 2n ? rest - turn : rest;
}

/** Rounds to `digits` decimal places; negative digits round to tens, hundreds … */
export function round(amount: bigint, how: Rounding, digits: number): bigint {
  const unit = 10n ** BigInt(PLACES - digits);
  const towardZero = amount / unit;
  const rest = amount - towardZero * unit;
  if (rest === 0n) return amount;
  const away = amount < 0n ? towardZero - 1n : towardZero + 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  switch (how) {
    case 'cut':
      return towardZero * unit;
    case 'down':
      return (amount < 0n ? away : towardZero) * unit;
    case 'up':
      return (amount < 0n ? towardZero : away) * unit;
    case 'half-up':
      return (twice >= unit ? away : towardZero) * unit;
    case 'half-even':
      if (twice !== unit) return (twice > unit ? away : towardZero) * unit;
      return (towardZero % 2n === 0n ? towardZero : away) * unit;
  }
}
