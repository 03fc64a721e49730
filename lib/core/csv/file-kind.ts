import type { Problem } from '../problem';

type LooksLike = Extract<Problem, { code: 'not-csv' }>['looksLike'];

const MAGIC: readonly { readonly bytes: readonly number[]; readonly looksLike: LooksLike }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], looksLike: 'image' },
  { bytes: [0xff, 0xd8, 0xff], looksLike: 'image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], looksLike: 'image' },
  { bytes: [0x25, 0x50, 0x44, 0x46], looksLike: 'pdf' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], looksLike: 'spreadsheet' },
  { bytes: [0x1f, 0x8b], looksLike: 'archive' },
  { bytes: [0x42, 0x5a, 0x68], looksLike: 'archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], looksLike: 'archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], looksLike: 'archive' },
  { bytes: [0x50, 0x41, 0x52, 0x31], looksLike: 'binary' },
];
const ZIP = [0x50, 0x4b];

/** What the first bytes say the file is, when it is no text; null for a text. `head` holds the first few kilobytes. */
export function looksUnlikeText(head: Uint8Array): LooksLike | null {
  if (startsWith(head, ZIP) && (head[2] ?? 0) < 9 && (head[3] ?? 0) < 9)
    return isWorkbook(head) ? 'spreadsheet' : 'archive';
  return MAGIC.find(({ bytes }) => startsWith(head, bytes))?.looksLike ?? null;
}

/** HTML, XML or JSON: text, but without columns. */
export function looksLikeMarkup(sample: string): boolean {
  return /^\s*(?:<[!?a-z]|\{|\[\s*[[{])/i.test(sample);
}

/** NUL, which no text file holds. */
export function hasNul(text: string): boolean {
  return text.includes('\0');
}

function isWorkbook(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head);
  return text.includes('[Content_Types].xml') || text.includes('xl/') || text.includes('mimetypeapplication/vnd.oasis');
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}
