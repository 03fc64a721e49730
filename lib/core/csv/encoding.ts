export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'windows-1252': 'windows-1252',
};

/** What the byte order mark says; without one UTF-16 where every other byte is NUL, else UTF-8. */
export function detectEncoding(head: Uint8Array): { readonly encoding: Encoding; readonly bom: boolean } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: true };
  return { encoding: utf16Without(head) ?? 'utf-8', bom: false };
}

/** Byte pairs of one byte that is a character of plain text and one that is NUL: at least half of UTF-16 has them. */
function utf16Without(head: Uint8Array): Encoding | null {
  const pairs = head.length >> 1;
  let little = 0;
  let big = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    const [first, second] = [head[i] as number, head[i + 1] as number];
    if (first === 0 && second === 0) return null;
    if (second === 0 && isPlain(first)) little++;
    if (first === 0 && isPlain(second)) big++;
  }
  if (little * 2 > pairs && big === 0) return 'utf-16le';
  return big * 2 > pairs && little === 0 ? 'utf-16be' : null;
}

function isPlain(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;
}

/** Bytes that come in pieces to text. */
export interface Decoder {
  /** @param last nothing follows: a character that is not finished is then malformed */
  decode(bytes: Uint8Array, last: boolean): string;
}

/**
 * A decoder that drops the byte order mark; what the encoding does not know becomes U+FFFD, or is thrown at.
 * @param fatal throws a TypeError at it
 */
export function decoderOf(encoding: Encoding, fatal: boolean): Decoder {
  if (encoding === 'windows-1252') return { decode: decodeWindows1252 };
  const decoder = new TextDecoder(encoding, { fatal });
  return { decode: (bytes, last) => decoder.decode(bytes, { stream: !last }) };
}

/**
 * The characters of bytes 0x80 to 0x9f, as https://encoding.spec.whatwg.org/index-windows-1252.txt has them. Node 20's own
 * decoder takes them for control characters where the text comes in one piece.
 */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Characters that one call makes of their codes. */
const AT_ONCE = 8192;

function decodeWindows1252(bytes: Uint8Array): string {
  const codes = Uint16Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte,
  );
  let text = '';
  for (let at = 0; at < codes.length; at += AT_ONCE) text += String.fromCharCode(...codes.subarray(at, at + AT_ONCE));
  return text;
}
