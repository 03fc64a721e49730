/** How numbers are written in cells. Nothing here passes through a float. */

export type DecimalSign = '.' | ',';

export interface NumberText {
  /** Whole count of 10^-scale; a number when it has at most 15 digits, so that it is exact. Never -0. */
  readonly units: number | bigint;
  /** Decimals as written; an exponent shifts them. >= 0 */
  readonly scale: number;
  /** Currency sign, currency code or "%". */
  readonly unit: string | null;
  /** What stands between its thousands; null: nothing does. */
  readonly separator: string | null;
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
  const whole = `(?:[1-9]\\d{0,2}(?:(?<separator>[${thousands}])\\d{3})(?:\\k<separator>\\d{3})*|\\d*)`;
  const body = `(?<whole>${whole})(?:${decimal}(?<fraction>\\d*))?(?:[eE](?<exponent>[+-]?\\d{1,4}))?`;
  return new RegExp(
    `^(?<sign>[+-]?)(?<before>\\p{Lu}{0,3}\\p{Sc}|${CODES}|)[${SPACES}]?(?<inner>[+-]?)${body}(?<behind>[+-]?)[${SPACES}]?(?<after>\\p{Sc}|%|${CODES})?(?<last>[+-]?)$`,
    'u',
  );
}

/**
 * The number that a cell holds: "-1234.50", "+7", "$1,234.50", "1.234,50 €", "1 234", "(12)" for -12, "1.5e3", "12%"
 * (12, with the unit "%"), "EUR 12.50", "12.50 USD", "1,234.50-" with the minus behind as SAP writes it, "'-12" with the
 * apostrophe that keeps a spreadsheet from reading it. White space around it is no part of it. Null when it is none under this decimal sign.
 */
export function parseNumberText(cell: string, decimal: DecimalSign): NumberText | null {
  if (PLAIN.test(cell)) return { units: Number(cell) || 0, scale: 0, unit: null, separator: null };
  const text = cell
    .trim()
    .replace(/^'(?=[\d+.,(\u2212-])/, '')
    .replace(/[\u2212\u2013]/, '-');
  const inner = /^\((.+)\)$/.exec(text)?.[1];
  const match = FORMS[decimal].exec(inner ?? text)?.groups;
  if (!match) return null;
  const {
    sign = '',
    before = '',
    inner: innerSign = '',
    behind = '',
    last = '',
    separator,
    whole = '',
    fraction = '',
    exponent = '0',
    after,
  } = match;
  const signs = sign + innerSign + behind + last;
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
    separator: separator ?? null,
  };
}

function unitsOf(digits: string, negative: boolean): number | bigint {
  const significant = digits.replace(/^0+/, '');
  if (significant.length <= SAFE_DIGITS)
    return significant === '' ? 0 : Number(negative ? `-${significant}` : significant);
  return BigInt(negative ? `-${significant}` : significant);
}

/** How the cells of a column can be read. */
export interface DecimalVotes {
  /** Texts that can only be read with a point as the decimal sign, and only with a comma. */
  readonly point: number;
  readonly comma: number;
  /** Texts that both signs admit and read differently: "1,234"; they may be among those of one, where the column decides. */
  readonly open: number;
}

export const NO_VOTES: DecimalVotes = { point: 0, comma: 0, open: 0 };

/**
 * O(distinct texts). "1,234" and "1.234" say nothing by themselves: both are thousands and decimals somewhere. Where the
 * same column has numbers of four digits and more without a separator ("1250"), its writer sets none, and the sign of
 * such texts is the decimal one.
 */
export function decimalVotes(texts: readonly string[]): DecimalVotes {
  let [point, comma] = [0, 0];
  const open = { '.': 0, ',': 0 };
  let ungrouped = false;
  for (const text of texts) {
    if (PLAIN.test(text)) {
      if (text.length > 4 || (text.length === 4 && text.charCodeAt(0) !== 45)) ungrouped = true;
      continue;
    }
    if (!/[.,]/.test(text)) continue;
    const asPoint = parseNumberText(text, '.');
    const asComma = parseNumberText(text, ',');
    if (asPoint && !asComma) point++;
    else if (asComma && !asPoint) comma++;
    else if (asPoint && asComma) open[text.includes(',') ? ',' : '.']++;
  }
  if (ungrouped && point === 0 && comma === 0)
    return { point: open['.'], comma: open[','], open: open['.'] + open[','] };
  return { point, comma, open: open['.'] + open[','] };
}

export function addVotes(a: DecimalVotes, b: DecimalVotes): DecimalVotes {
  return { point: a.point + b.point, comma: a.comma + b.comma, open: a.open + b.open };
}

/** The decimal sign of a column. Where no cell decides it, a point, so that "1,234" has a thousands separator. */
export function decimalSignOf(votes: Pick<DecimalVotes, 'point' | 'comma'>): DecimalSign {
  return votes.comma > votes.point ? ',' : '.';
}
