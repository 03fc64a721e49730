import type { Problem } from '../problem';

type LooksLike = Extract<Problem, { code: 'not-csv' }>['looksLike'];

/** First bytes that tell a file's kind, one character each. */
interface Magic {
  readonly begins: string;
  readonly looksLike: LooksLike;
  /** Of letters, which a first column may be called: whether what follows is the format's own as well. */
  readonly goesOn?: (head: string) => boolean;
}

const MAGIC: readonly Magic[] = [
  { begins: '\x89PNG', looksLike: 'image' },
  { begins: '\xff\xd8\xff', looksLike: 'image' },
  { begins: 'GIF87a', looksLike: 'image', goesOn: (head) => hasControl(head.slice(6, 13)) },
  { begins: 'GIF89a', looksLike: 'image', goesOn: (head) => hasControl(head.slice(6, 13)) },
  { begins: '%PDF-', looksLike: 'pdf', goesOn: (head) => /^\d\.\d\s*[\r\n%]/.test(head.slice(5)) },
  { begins: '\xd0\xcf\x11\xe0', looksLike: 'spreadsheet' },
  { begins: '\x1f\x8b', looksLike: 'archive' },
  { begins: 'BZh', looksLike: 'bzip2', goesOn: (head) => ['1AY&SY', '\x17rE8P\x90'].includes(head.slice(4, 10)) },
  { begins: '\xfd7zXZ\0', looksLike: 'xz' },
  { begins: '7z\xbc\xaf\x27\x1c', looksLike: '7z' },
  { begins: '\x28\xb5\x2f\xfd', looksLike: 'zstd' },
  { begins: 'Rar!\x1a\x07', looksLike: 'rar' },
  // Thrift's mark of a first field, of a page or the footer.
  { begins: 'PAR1', looksLike: 'parquet', goesOn: (head) => head[4] === '\x15' },
];
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/** Bytes of a tar's header, and where in it its sum stands in octal digits, the place itself counted as blanks. */
const TAR_HEADER = 512;
const TAR_SUM = { from: 148, to: 156 };

/** What the first bytes say the file is, when it is no text; null for a text. `head` holds the first few kilobytes. */
export function looksUnlikeText(head: Uint8Array): LooksLike | null {
  const text = Array.from(head, (byte) => String.fromCharCode(byte)).join('');
  if (ZIP.some((begins) => text.startsWith(begins))) return isWorkbook(text) ? 'spreadsheet' : 'archive';
  const magic = MAGIC.find(({ begins, goesOn }) => text.startsWith(begins) && (goesOn?.(text) ?? true));
  return magic?.looksLike ?? (isTar(head, text) ? 'tar' : null);
}

/** HTML, XML or JSON: text, but without columns. */
export function looksLikeMarkup(sample: string): boolean {
  return /^\s*(?:<[!?a-z]|\{|\[\s*[[{])/i.test(sample);
}

/** NUL, which no text file holds. */
export function hasNul(text: string): boolean {
  return text.includes('\0');
}

function isWorkbook(text: string): boolean {
  return text.includes('[Content_Types].xml') || text.includes('xl/') || text.includes('mimetypeapplication/vnd.oasis');
}

/** A tar names no kind at its beginning. */
function isTar(head: Uint8Array, text: string): boolean {
  const { from, to } = TAR_SUM;
  const [said] = /^ *[0-7]+(?=[\0 ])/.exec(text.slice(from, to)) ?? [];
  if (said === undefined || !hasNul(text.slice(0, TAR_HEADER))) return false;
  const sum = head.slice(0, TAR_HEADER).reduce((all, byte, i) => all + (i >= from && i < to ? 0x20 : byte), 0);
  return sum === Number.parseInt(said, 8);
}

/** A character that neither shows nor is white space. */
function hasControl(text: string): boolean {
  return Array.from(text).some((char) => char < '\t' || (char > '\r' && char < ' '));
}
