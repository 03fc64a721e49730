/**
 * MurmurHash3 of a text's bytes from `from` to `to`, exclusive, four at a time; the last four count twice in part where
 * their number is no multiple of four.
 */
export function hashOf(view: DataView, from: number, to: number): number {
  let hash = to - from;
  if (hash < 4) {
    let word = 0;
    for (let at = from; at < to; at++) word = (word << 8) | view.getUint8(at);
    return finished(mixed(hash, word));
  }
  const last = to - 4;
  for (let at = from; at < last; at += 4) hash = mixed(hash, view.getInt32(at, true));
  return finished(mixed(hash, view.getInt32(last, true)));
}

/** Whether bytes of two views are the same, so many of each. */
export function sameBytes(a: DataView, from: number, b: DataView, start: number, length: number): boolean {
  if (length < 4) {
    for (let i = 0; i < length; i++) if (a.getUint8(from + i) !== b.getUint8(start + i)) return false;
    return true;
  }
  const last = length - 4;
  for (let i = 0; i < last; i += 4) if (a.getInt32(from + i, true) !== b.getInt32(start + i, true)) return false;
  return a.getInt32(from + last, true) === b.getInt32(start + last, true);
}

/** Copies so many bytes of one view into another. */
export function copyBytes(from: DataView, at: number, into: DataView, to: number, length: number): void {
  if (length < 4) {
    for (let i = 0; i < length; i++) into.setUint8(to + i, from.getUint8(at + i));
    return;
  }
  const last = length - 4;
  for (let i = 0; i < last; i += 4) into.setInt32(to + i, from.getInt32(at + i, true), true);
  into.setInt32(to + last, from.getInt32(at + last, true), true);
}

function mixed(hash: number, word: number): number {
  const scrambled = Math.imul(word, 0xcc9e_2d51);
  const own = hash ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b87_3593);
  return (Math.imul((own << 13) | (own >>> 19), 5) + 0xe654_6b64) | 0;
}

function finished(hash: number): number {
  let own = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  own = Math.imul(own ^ (own >>> 13), 0xc2b2_ae35);
  return own ^ (own >>> 16);
}
