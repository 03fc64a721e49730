/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash of short texts that is fast, synchronous and, without the
 * key, tells nothing of what was hashed. 64-bit words are pairs of 32-bit halves, low half first.
 */

/** 128 bits as four 32-bit words, the lowest first. */
export type SipKey = readonly [number, number, number, number];

/** The 64-bit hash as [low, high], both unsigned 32-bit. O(bytes). */
export function sipHash(key: SipKey, bytes: Uint8Array): readonly [number, number] {
  const v = new Int32Array([
    key[0] ^ 0x70736575,
    key[1] ^ 0x736f6d65,
    key[2] ^ 0x6e646f6d,
    key[3] ^ 0x646f7261,
    key[0] ^ 0x6e657261,
    key[1] ^ 0x6c796765,
    key[2] ^ 0x79746573,
    key[3] ^ 0x74656462,
  ]);
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) absorb(v, word(bytes, at), word(bytes, at + 4));
  const rest = new Uint8Array(8);
  rest.set(bytes.subarray(whole));
  rest[7] = bytes.length & 0xff;
  absorb(v, word(rest, 0), word(rest, 4));
  v[4] = at(v, 4) ^ 0xff;
  for (let round = 0; round < 4; round++) mix(v);
  return [(at(v, 0) ^ at(v, 2) ^ at(v, 4) ^ at(v, 6)) >>> 0, (at(v, 1) ^ at(v, 3) ^ at(v, 5) ^ at(v, 7)) >>> 0];
}

function absorb(v: Int32Array, low: number, high: number): void {
  v[6] = at(v, 6) ^ low;
  v[7] = at(v, 7) ^ high;
  mix(v);
  mix(v);
  v[0] = at(v, 0) ^ low;
  v[1] = at(v, 1) ^ high;
}

/** One SipRound. Words 0 to 3 stand at 0, 2, 4 and 6. */
function mix(v: Int32Array): void {
  add(v, 0, 2);
  rotate(v, 2, 13);
  xor(v, 2, 0);
  rotate(v, 0, 32);
  add(v, 4, 6);
  rotate(v, 6, 16);
  xor(v, 6, 4);
  add(v, 0, 6);
  rotate(v, 6, 21);
  xor(v, 6, 0);
  add(v, 4, 2);
  rotate(v, 2, 17);
  xor(v, 2, 4);
  rotate(v, 4, 32);
}

function add(v: Int32Array, to: number, from: number): void {
  const low = (at(v, to) >>> 0) + (at(v, from) >>> 0);
  v[to] = low;
  v[to + 1] = at(v, to + 1) + at(v, from + 1) + (low > 0xffffffff ? 1 : 0);
}

function xor(v: Int32Array, to: number, from: number): void {
  v[to] = at(v, to) ^ at(v, from);
  v[to + 1] = at(v, to + 1) ^ at(v, from + 1);
}

function rotate(v: Int32Array, word: number, by: number): void {
  const low = at(v, word);
  const high = at(v, word + 1);
  if (by === 32) {
    v[word] = high;
    v[word + 1] = low;
    return;
  }
  v[word] = (low << by) | (high >>> (32 - by));
  v[word + 1] = (high << by) | (low >>> (32 - by));
}

function word(bytes: Uint8Array, from: number): number {
  return at(bytes, from) | (at(bytes, from + 1) << 8) | (at(bytes, from + 2) << 16) | (at(bytes, from + 3) << 24);
}

function at(array: Int32Array | Uint8Array, index: number): number {
  return array[index] as number;
}
