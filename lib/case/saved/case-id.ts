import { turn } from '@/lib/engine/session/cancel';
import { ahead } from '../open/ahead';

/** Digits and letters that are not mistaken for each other (Crockford's base32). */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 16 characters, 80 random bits. */
export function randomId(): string {
  return base32(crypto.getRandomValues(new Uint8Array(16)));
}

/** One character a byte, of its lowest five bits. */
function base32(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => BASE32[byte % 32] ?? '').join('');
}

/** What people compare: "4F7K-92MX", the beginning of the id. */
export function codeOf(id: string): string {
  return `${id.slice(0, 4)}-${id.slice(4, 8)}`;
}

const loadSha256 = ahead(() => import('@noble/hashes/sha2.js'));

/**
 * Bytes up to which the browser hashes a file, in one piece: more than ten times as fast as a script does. To be handed
 * them takes the page a bit more than a millisecond a megabyte.
 */
const ONE_PIECE = 32 * 2 ** 20;
/** Bytes that a script hashes before the page has its turn: some milliseconds. */
const STRETCH = 2 ** 18;

/**
 * SHA-256 in hex. A large file is hashed as it is read, and never in memory whole. Rejects where the file is gone or
 * changed on disk.
 * @param onePiece bytes up to which the browser hashes it
 */
export async function sha256Of(blob: Blob, onePiece = ONE_PIECE): Promise<string> {
  if ('subtle' in crypto && blob.size <= onePiece) return hex(await digestOf(await blob.arrayBuffer()));
  const { sha256 } = await loadSha256();
  const hash = sha256.create();
  const reader = blob.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read())
    for (let from = 0; from < read.value.length; from += STRETCH) {
      hash.update(read.value.subarray(from, from + STRETCH));
      await turn();
    }
  return hex(hash.digest().buffer);
}

/** A page that is not opened over https, or from this machine, has not the browser's own. */
async function digestOf(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<ArrayBufferLike> {
  if ('subtle' in crypto) return crypto.subtle.digest('SHA-256', bytes);
  const { sha256 } = await loadSha256();
  return sha256(new Uint8Array(bytes)).buffer;
}

function hex(digest: ArrayBufferLike): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Eight characters which two cases share when they have the same files, whatever these are called and in whichever order
 * they were dropped. Nothing of the files can be told from it.
 * @param contents what stands for each file's content: a hash, or an address
 */
export async function fingerprintOf(contents: readonly string[]): Promise<string> {
  const text = contents.toSorted().join('\n');
  const digest = await digestOf(new TextEncoder().encode(text));
  return base32(new Uint8Array(digest, 0, 8));
}
