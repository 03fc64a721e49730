import { MOST_ARCHIVED_FILES } from '../limits';
import type { Problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { crc32 } from './crc32';
import { inflated } from './inflate';
import type { Budget, NamedBytes, Opened } from './opened';
import { type ZipEntry, zipDirectory } from './zip-directory';

const STORED = 0;
const DEFLATED = 8;
/** What other ways of packing are called (APPNOTE 4.4.5). */
const METHODS: ReadonlyMap<number, string> = new Map([
  [1, 'shrink'],
  [6, 'implode'],
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'xz'],
  [98, 'PPMd'],
]);
/** Names that a problem lists. */
const MOST_LISTED = 20;
/** What systems leave beside files, and what is no file of anybody's. */
const LITTER = /(^|[\\/])(__MACOSX[\\/]|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files in a zip, by its directory and in that order, each held against its checksum and length. Names are names: two
 * may be the same, a folder's dot hides nothing, and one that leads out of the archive leads nowhere. What systems leave
 * beside files is left out and listed. Null: it is a workbook, which is for its own reader.
 */
export function openZip({ name, bytes }: NamedBytes, budgetMutable: Budget): Opened | null {
  const directory = zipDirectory(bytes);
  if (!directory.ok)
    return { inside: [fail({ code: 'archive-damaged', file: name, flaw: directory.problem })], asides: [] };
  if (directory.value.length > budgetMutable.files)
    return { inside: [fail({ code: 'archive-too-many', file: name, most: MOST_ARCHIVED_FILES })], asides: [] };
  budgetMutable.files -= directory.value.length;
  const entries = directory.value.filter(({ path, unpacked }) => !(unpacked === 0 && /[\\/]$/.test(path)));
  if (entries.some(({ path }) => isWorkbooks(path, entries))) return null;
  const litter = entries.filter(({ path }) => LITTER.test(path));
  const files = entries.filter((entry) => !litter.includes(entry));
  const asides: Problem[] = [
    ...listed('entries-left-out', name, litter),
    ...listed(
      'entries-renamed',
      name,
      files.filter(({ path }) => leadsOut(path)),
    ),
  ];
  if (files.length === 0)
    return { inside: [fail({ code: 'archive-empty', file: name, leftOut: litter.length })], asides };
  return { inside: files.map((entry) => contentOf(name, bytes, entry, budgetMutable)), asides };
}

/**
 * What an entry holds, against its checksum and length, under the last part of its path. Problems: archive-encrypted,
 * archive-method, archive-too-large, archive-damaged.
 */
export function contentOf(
  archive: string,
  bytes: Uint8Array,
  entry: ZipEntry,
  budgetMutable: Budget,
): Result<NamedBytes> {
  const { path, encrypted, method, from, packed, unpacked, crc } = entry;
  const name = lastPart(path);
  if (encrypted) return fail({ code: 'archive-encrypted', file: archive, entry: path });
  if (method !== STORED && method !== DEFLATED)
    return fail({ code: 'archive-method', file: archive, entry: path, method: METHODS.get(method) ?? String(method) });
  if (unpacked > budgetMutable.left)
    return fail({ code: 'archive-too-large', file: archive, most: budgetMutable.most });
  const damaged = (flaw: Extract<Problem, { code: 'archive-damaged' }>['flaw']) =>
    fail({ code: 'archive-damaged', file: archive, entry: path, flaw } as const);
  const body = bytes.subarray(from, from + packed);
  let content = body;
  if (method === DEFLATED) {
    // Not one byte more than the directory names, whatever comes out.
    const limit: Budget = { most: unpacked, left: unpacked, files: 0 };
    const found = inflated(body, 0, 'deflate', unpacked, limit);
    if (!found.ok) return damaged(found.problem === 'too-large' ? 'length' : found.problem);
    if (found.value.end !== body.length) return damaged('length');
    content = found.value.bytes;
  }
  if (content.length !== unpacked) return damaged('length');
  if (crc32(content) !== crc) return damaged('checksum');
  budgetMutable.left -= unpacked;
  return ok({ name, bytes: content });
}

/** What workbooks and documents begin with, beside parts of their own. */
function isWorkbooks(path: string, entries: readonly ZipEntry[]): boolean {
  const others = (name: string) => entries.some((entry) => entry.path === name);
  return path === '[Content_Types].xml' || (path === 'mimetype' && others('META-INF/manifest.xml'));
}

/** The name without folders; of one that ends in a folder's mark, or leads up, the whole. */
function lastPart(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name === '' || name === '..' || name === '.' ? path : name;
}

function leadsOut(path: string): boolean {
  return /^([\\/]|[a-z]:)/i.test(path) || path.split(/[\\/]/).includes('..');
}

function listed(code: 'entries-left-out' | 'entries-renamed', file: string, entries: readonly ZipEntry[]): Problem[] {
  if (entries.length === 0) return [];
  return [{ code, file, entries: entries.slice(0, MOST_LISTED).map(({ path }) => path), count: entries.length }];
}
