/** How numbers are written in cells. Nothing here passes through a float. */

export type DecimalSign = '.' | ',';

export interface NumberText {
  /** Whole count of 10^-scale; a number when it has at most 15 digits, so that it is exact. Never -0. */
  readonly units: number | bigint;
  /** Decimals as written; an exponent shifts them. >= 0 */
  readonly scale: number;
  /** Currency sign, currency code or "%". */
  readonly unit: string | null;
  /** Whether it had a thousands separator. */
  readonly separated: boolean;
}

const MAX_EXPONENT = 300;
const SAFE_DIGITS = 15;
/** ISO 4217 codes of currencies that exports are likely to be in. Others stay text: any three letters would be too many. */
const CODES = [
  ...['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'INR', 'CAD', 'AUD', 'NZD', 'CHF', 'SEK', 'NOK', 'DKK', 'ISK', 'PLN', 'CZK'],
  ...['HUF', 'RON', 'BGN', 'TRY', 'ILS', 'AED', 'SAR', 'QAR', 'EGP', 'ZAR', 'NGN', 'KES', 'MAD', 'BRL', 'MXN', 'ARS'],
  ...['CLP', 'COP', 'PEN', 'KRW', 'TWD', 'HKD', 'SGD', 'THB', 'IDR', 'MYR', 'PHP', 'VND', 'PKR', 'BDT', 'UAH', 'KZT'],
].join('|');
const SPACES = ' \\u00a0\\u2009\\u202f';

const PLAIN = /^-?\d{1,15}$/;
const FORMS: Readonly<Record<DecimalSign, RegExp>> = {
  '.': form('\\.', `,'\\u2019${SPACES}`),
  ',': form(',', `.'\\u2019${SPACES}`),
};

function form(decimal: string, thousands: string): RegExp {
  const whole = `(?:\\d{1,3}(?:(?<separator>[${thousands}])\\d{3})(?:\\k<separator>\\d{3})*|\\d*)`;
  const body = `(?<whole>${whole})(?:${decimal}(?<fraction>\\d*))?(?:[eE](?<exponent>[+-]?\\d{1,4}))?`;
  return new RegExp(
    `^(?<sign>[+-]?)(?<before>\\p{Sc}|${CODES}|)[${SPACES}]?(?<inner>[+-]?)${body}[${SPACES}]?(?<after>\\p{Sc}|%|${CODES})?$`,
    'u',
  );
}

/**
 * The number that a cell holds: "-1234.50", "+7", "$1,234.50", "1.234,50 €", "1 234", "(12)" for -12, "1.5e3", "12%"
 * (12, with the unit "%"), "EUR 12.50", "12.50 USD". White space around it is no part of it. Null when it is none under this decimal sign.
 */
export function parseNumberText(cell: string, decimal: DecimalSign): NumberText | null {
  if (PLAIN.test(cell)) return { units: Number(cell) || 0, scale: 0, unit: null, separated: false };
  const text = cell.trim().replace('\u2212', '-');
  const inner = /^\((.+)\)$/.exec(text)?.[1];
  const match = FORMS[decimal].exec(inner ?? text)?.groups;
  if (!match) return null;
  const {
    sign = '',
    before = '',
    inner: innerSign = '',
    separator,
    whole = '',
    fraction = '',
    exponent = '0',
    after,
  } = match;
  const signs = sign + innerSign;
  if (signs.length > 1 || (inner !== undefined && signs !== '') || (before !== '' && after !== undefined)) return null;
  if (whole === '' && fraction === '') return null;
  const shift = Number(exponent);
  if (Math.abs(shift) > MAX_EXPONENT) return null;
  const written = (separator === undefined ? whole : whole.replaceAll(separator, '')) + fraction;
  const scale = Math.max(0, fraction.length - shift);
  const digits = written + '0'.repeat(Math.max(0, shift - fraction.length));
  return {
    units: unitsOf(digits, inner !== undefined || signs === '-'),
    scale,
    unit: before || after || null,
    separated: separator !== undefined,
  };
}

function unitsOf(digits: string, negative: boolean): number | bigint {
  const significant = digits.replace(/^0+/, '');
  if (significant.length <= SAFE_DIGITS)
    return significant === '' ? 0 : Number(negative ? `-${significant}` : significant);
  return BigInt(negative ? `-${significant}` : significant);
}

/** How often the cells of a column can only be read with a point, or only with a comma, as the decimal sign. */
interface DecimalVotes {
  readonly point: number;
  readonly comma: number;
}

/** O(distinct texts). "1,234" and "1.234" say nothing: both are thousands and decimals somewhere. */
export function decimalVotes(texts: readonly string[]): DecimalVotes {
  let point = 0;
  let comma = 0;
  for (const text of texts) {
    if (PLAIN.test(text) || !/[.,]/.test(text)) continue;
    const asPoint = parseNumberText(text, '.') !== null;
    const asComma = parseNumberText(text, ',') !== null;
    if (asPoint && !asComma) point++;
    if (asComma && !asPoint) comma++;
  }
  return { point, comma };
}

/** The decimal sign of a column. Where no cell decides it, a point, so that "1,234" has a thousands separator. */
export function decimalSignOf(votes: DecimalVotes): DecimalSign {
  return votes.comma > votes.point ? ',' : '.';
}
