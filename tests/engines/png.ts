import { inflateSync } from 'node:zlib';

const MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Distinct bytes among a picture's filtered lines: a handful where it is of one colour. Throws where the bytes are no PNG. */
export function shadesOfPng(bytes: Buffer): number {
  if (!bytes.subarray(0, 8).equals(MAGIC)) throw new Error('It does not begin as a PNG does.');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return new Set(inflateSync(Buffer.concat(data))).size;
}
