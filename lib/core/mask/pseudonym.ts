import { type Key, keyId } from '../key';
import { sipHash } from './siphash';

/** Stable stand-ins for keys. The same salt, key and prefix always give the same pseudonym. */
export interface Mask {
  /** "user-7K3F9Q2M": nobody without the salt can tell the key from it, or try keys against it. */
  readonly key: (key: Key) => string;
}

/** What makes a mask; plain, so that it can cross to where the rows are. See `createMask` for both fields. */
export interface MaskSetting {
  readonly salt: string;
  readonly entity: string;
}

/** Digits and letters that are not mistaken for each other (Crockford's base32). */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * @param salt secret to whoever masks: random, kept with the case, never exported. Keys are often small numbers, so
 *   whoever has the salt can try them all.
 * @param entity what a key names, in the singular; it begins the pseudonym.
 *
 * A pseudonym holds 40 bits. Two keys of a table share one with a probability of n²/2^41: one in a hundred million for
 * the 100 rows of a report, one in 20,000 for 10,000 users, and about even for a million. Nothing is joined by a
 * pseudonym, so sharing one misleads a reader at worst; it never changes a figure.
 */
export function createMask(salt: string, entity = 'user'): Mask {
  const bytes = new TextEncoder().encode(salt);
  const [a, b] = sipHash([1, 0, 0, 0], bytes);
  const [c, d] = sipHash([2, 0, 0, 0], bytes);
  const prefix = entity.replace(/[^A-Za-z]+/g, '-') || 'key';
  return {
    key: (key) => {
      const [low, high] = sipHash([a, b, c, d], new TextEncoder().encode(keyId(key)));
      return `${prefix}-${base32(low, high)}`;
    },
  };
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
