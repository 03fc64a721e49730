/**
 * Numbers in prose, compared by exact decimal value: "$4,742,481", "4742481.00", "4 742 481" and "−4.742.481" are one
 * number. Signs are left out of it, since prose says "short by". Number words from two to twelve count as numbers.
 */
export interface FoundNumber {
  /** As written, without sign and currency. */
  readonly text: string;
  /** Offset of its first character, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** What it may mean, each reading a list of canonical decimals: "1.234" is 1.234 or 1234, "3,5" is 3.5 or 3 and 5. */
  readonly readings: readonly (readonly string[])[];
}

const WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const SPACES = '\u00a0\u2009\u202f';

const NUMBER = new RegExp(
  [
    `\\d{1,3}(?:([,.'’ ${SPACES}])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?(?!\\d)`,
    '\\d+[.,]\\d+',
    '\\d+',
    `\\b(?:${WORDS.join('|')})\\b`,
  ].join('|'),
  'gi',
);

/** Every number of the text, in order. Digits in names ("delta3.csv") are numbers too. */
export function numbersOf(text: string): FoundNumber[] {
  return [...text.matchAll(NUMBER)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
    readings: readings(match[0]),
  }));
}

/** "007.50" as "7.5"; "-0" as "0". The text is a plain decimal, signed or not. */
export function canonicalNumber(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.replace(/^[-−+]/, '').split('.');
  const places = fraction.replace(/0+$/, '');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return places === '' ? digits : `${digits}.${places}`;
}

function readings(written: string): string[][] {
  const word = WORDS.indexOf(written.toLowerCase());
  if (word !== -1) return [[String(word + 2)]];
  if (/^\d+$/.test(written)) return [[canonicalNumber(written)]];
  const parts = written.split(/[^\d]/);
  const separators = written.replace(/\d/g, '');
  const found: string[][] = [];
  const grouped = parts.length > 1 && parts.slice(1).every((part) => part.length === 3);
  if (grouped && new Set(separators).size === 1) found.push([canonicalNumber(parts.join(''))]);
  const last = separators.at(-1);
  if ((last === '.' || last === ',') && (parts.length === 2 || !separators.slice(0, -1).includes(last))) {
    found.push([canonicalNumber(`${parts.slice(0, -1).join('')}.${parts.at(-1) ?? ''}`)]);
  }
  // A list or a version: "1, 2" without its blank, "2.1".
  found.push(parts.map(canonicalNumber));
  return found;
}

/** Adds every number that stands in plain data, names and texts included, in each of its readings. */
export function collectNumbersMutable(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    for (const found of numbersOf(value))
      for (const reading of found.readings) for (const number of reading) into.add(number);
  } else if (typeof value === 'number') {
    if (Number.isFinite(value)) into.add(canonicalNumber(String(value)));
  } else if (Array.isArray(value)) {
    for (const item of value) collectNumbersMutable(item, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      collectNumbersMutable(name, into);
      collectNumbersMutable(item, into);
    }
  }
}
