import { type Key, keyId, keyText } from '../key';
import type { NamedInTexts } from './named-in';
import { sipHash } from './siphash';
import { withWordsNamed } from './words-named';

/** Stable stand-ins for keys and for what names a person. The same salt, text and prefix always give the same pseudonym. */
export interface Mask {
  /** "user-7K3F9Q2M": nobody without the salt can tell the key from it, or try keys against it. */
  readonly key: (key: Key) => string;
  /** Columns whose values are masked too. */
  readonly columns: ReadonlySet<string>;
  /** A cell as it is shown: in a masked column "email-1D8ZK4TS"; an empty one stays empty. */
  readonly cell: (column: string, text: string) => string;
  /** A text that a person wrote, in which everything that `named` has, and every address of mail, is its pseudonym. */
  readonly text: (text: string) => string;
}

/** What makes a mask; plain, so that it can cross to where the rows are. See `createMask` for the fields. */
export interface MaskSetting {
  readonly salt: string;
  readonly entity: string;
  readonly columns?: readonly string[];
  readonly named?: NamedInTexts;
}

/** Digits and letters that are not mistaken for each other (Crockford's base32). */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * @param salt secret to whoever masks: random, kept with the case, never exported. Keys are often small numbers, so
 *   whoever has the salt can try them all.
 * @param entity what a key names, in the singular; it begins the pseudonym.
 * @param columns those whose values are masked
 * @param named what is known to stand in texts that people wrote
 *
 * A pseudonym holds 40 bits. Two keys of a table share one with a probability of n²/2^41: one in a hundred million for
 * the 100 rows of a report, one in 20,000 for 10,000 users, and about even for a million. Nothing is joined by a
 * pseudonym, so sharing one misleads a reader at worst; it never changes a figure.
 */
export function createMask(
  salt: string,
  entity = 'user',
  columns: readonly string[] = [],
  named: NamedInTexts = NOTHING_NAMED,
): Mask {
  const bytes = new TextEncoder().encode(salt);
  const [a, b] = sipHash([1, 0, 0, 0], bytes);
  const [c, d] = sipHash([2, 0, 0, 0], bytes);
  const pseudonym = (prefix: string, text: string) => {
    const [low, high] = sipHash([a, b, c, d], new TextEncoder().encode(text));
    return `${prefix}-${base32(low, high)}`;
  };
  const prefix = prefixOf(entity, 'key');
  const masked = new Set(columns);
  const key = (of: Key) => pseudonym(prefix, keyId(of));
  const value = (column: string, text: string) =>
    text === '' ? '' : pseudonym(prefixOf(column, 'value'), `${VALUE}${text}`);
  const words = new Map([
    ...named.values.map(({ column, text }) => [text, value(column, text)] as const),
    ...named.keys.map((of) => [keyText(of), key(of)] as const),
  ]);
  return {
    key,
    columns: masked,
    cell: (column, text) => (masked.has(column) ? value(column, text) : text),
    text: (text) => withWordsNamed(text, words).replace(EMAIL, (address) => value('email', address)),
  };
}

/** Before a value that is hashed, so that a value and a key of one text have pseudonyms of their own. */
const VALUE = '\u0000';

const NOTHING_NAMED: NamedInTexts = { keys: [], values: [] };

const EMAIL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

function prefixOf(name: string, otherwise: string): string {
  return name.replace(/[^A-Za-z]+/g, '-') || otherwise;
}

/** The lowest 40 bits as eight characters. */
function base32(low: number, high: number): string {
  let rest = (high & 0xff) * 2 ** 32 + low;
  let text = '';
  for (let digit = 0; digit < 8; digit++) {
    text = (BASE32[rest % 32] ?? '') + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
