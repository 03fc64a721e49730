import { MISSING } from '../decimal';
import type { KeySpace } from '../table/case-tables';
import { serialOf } from './text-traits';

/** One part of the keys as numbers, by key id; MISSING where it is none. */
export interface KeyPart {
  /** Of parts that are whole numbers of at most 15 digits, however many zeros they begin with. */
  readonly numbers: Float64Array;
  /** By how much the digits that the part ends in, where it has no others, are more than `base`: see `serialOf`. */
  readonly serials: Float64Array;
  readonly base: bigint;
}

const remembered = new WeakMap<KeySpace, KeyPart[]>();

/** O(keys), once. */
export function keyPart(keys: KeySpace, part: number): KeyPart {
  const known = remembered.get(keys) ?? [];
  remembered.set(keys, known);
  known[part] ??= readPart(keys, part);
  return known[part];
}

function readPart(keys: KeySpace, part: number): KeyPart {
  const numbers = new Float64Array(keys.count).fill(MISSING);
  const serials = new Float64Array(keys.count).fill(MISSING);
  const long: [number, bigint][] = [];
  for (let k = 0; k < keys.count; k++) {
    const text = keys.parts(k)[part] ?? '';
    if (/^-?\d{1,15}$/.test(text)) numbers[k] = Number(text) + 0;
    const serial = serialOf(text);
    if (serial === null) continue;
    if (serial.length <= 15) serials[k] = Number(serial);
    else long.push([k, BigInt(serial)]);
  }
  const [first] = long;
  if (!first || serials.some((serial) => serial !== MISSING)) return { numbers, serials, base: 0n };
  const base = long.reduce((least, [, serial]) => (serial < least ? serial : least), first[1]);
  for (const [k, serial] of long) if (serial - base < Number.MAX_SAFE_INTEGER) serials[k] = Number(serial - base);
  return { numbers, serials, base };
}
