import { fromAmount } from '../planted/amount';

/** A way of writing amounts. */
export interface NumberForm {
  readonly name: string;
  /** The sign or code its cells carry; null: none. */
  readonly unit: string | null;
  /** @param amount in 10^-9 */
  readonly write: (amount: bigint) => string;
}

interface Parts {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** At least two decimals, more where the amount has more. */
function partsOf(amount: bigint): Parts {
  const [whole = '0', fraction = ''] = fromAmount(amount).replace('-', '').split('.');
  return { negative: amount < 0n, whole, fraction: fraction.padEnd(2, '0') };
}

const grouped = (whole: string, by: string) => whole.replace(/\B(?=(\d{3})+$)/g, by);

function form(name: string, write: (parts: Parts) => string, unit: string | null = null): NumberForm {
  return { name, unit, write: (amount) => write(partsOf(amount)) };
}

const minus = ({ negative }: Parts) => (negative ? '-' : '');
const english = ({ whole, fraction }: Parts) => `${grouped(whole, ',')}.${fraction}`;
const german = ({ whole, fraction }: Parts) => `${grouped(whole, '.')},${fraction}`;
const decimals = ({ fraction }: Parts, sign: string) => (/^0+$/.test(fraction) ? '' : `${sign}${fraction}`);
const by = (separator: string, decimal: string) => (p: Parts) =>
  `${minus(p)}${grouped(p.whole, separator)}${decimal}${p.fraction}`;

export const plainNumber = form('plain', (p) => `${minus(p)}${p.whole}.${p.fraction}`);

/** `2,787.41-`, `1'234.50`, `€ 12,50` … each decided by its cells: amounts are drawn so that some admit one reading only. */
export const numberForms: readonly NumberForm[] = [
  { name: 'shortest', unit: null, write: fromAmount },
  form('trailing minus', (p) => `${p.whole}.${p.fraction}${minus(p)}`),
  form('trailing minus, thousands', (p) => `${english(p)}${minus(p)}`),
  form('trailing minus, decimal comma', (p) => `${german(p)}${minus(p)}`),
  form('apostrophe before a minus', (p) => `${p.negative ? "'-" : ''}${p.whole}.${p.fraction}`),
  form('parentheses', (p) => (p.negative ? `(${english(p)})` : english(p))),
  form('parentheses, decimal comma', (p) => (p.negative ? `(${german(p)})` : german(p))),
  form('minus sign U+2212', (p) => `${p.negative ? '\u2212' : ''}${p.whole}.${p.fraction}`),
  form('thousands by comma', by(',', '.')),
  form('thousands by point', by('.', ',')),
  form('thousands by space', by(' ', ',')),
  form('thousands by U+00A0', by('\u00a0', ',')),
  form('thousands by U+202F', by('\u202f', ',')),
  form('thousands by apostrophe', by("'", '.')),
  form('thousands by U+2019', by('\u2019', '.')),
  form('decimal comma', (p) => `${minus(p)}${p.whole},${p.fraction}`),
  form('plus sign', (p) => `${p.negative ? '-' : '+'}${p.whole}.${p.fraction}`),
  form('bare point', (p) => `${minus(p)}${p.whole === '0' ? '' : p.whole}.${p.fraction}`),
  form('$ before', (p) => `${minus(p)}$${english(p)}`, '$'),
  form('$ before the minus', (p) => `$${minus(p)}${english(p)}`, '$'),
  form('parentheses with $', (p) => (p.negative ? `($${english(p)})` : `$${english(p)}`), '$'),
  form('€ after', (p) => `${minus(p)}${german(p)} €`, '€'),
  form('€ after, U+00A0', (p) => `${minus(p)}${german(p)}\u00a0€`, '€'),
  form('£ before', (p) => `${minus(p)}£${english(p)}`, '£'),
  form('code before', (p) => `CHF ${minus(p)}${grouped(p.whole, "'")}.${p.fraction}`, 'CHF'),
  form('code after', (p) => `${minus(p)}${german(p)} EUR`, 'EUR'),
  form('percent', (p) => `${minus(p)}${p.whole}.${p.fraction}%`, '%'),
  form('percent, decimal comma', (p) => `${minus(p)}${p.whole},${p.fraction} %`, '%'),
];

/** Whole amounts, whose thousands could be decimals in every cell: a reader can only assume. */
export const ambiguousForms: readonly NumberForm[] = [
  form('whole, thousands by comma', (p) => `${minus(p)}${grouped(p.whole, ',')}${decimals(p, '.')}`),
  form('whole, thousands by point', (p) => `${minus(p)}${grouped(p.whole, '.')}${decimals(p, ',')}`),
];

/** Junk that no number form reads and no convention takes for empty. */
export const badAmounts = ['#REF!', '12..5', 'ERROR', '1O0.5x', '?', 'see note'] as const;
