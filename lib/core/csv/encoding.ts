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

/** A streaming decoder that drops the byte order mark and throws at bytes which the encoding does not know. */
export function decoderOf(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding, { fatal: true });
}
