import { ZStream, zlibInflate, zlibInflateInit2 } from 'pako';
import type { ArchiveFlaw } from '../problem';
import { fail, ok, type Result } from '../result';
import type { Budget } from './opened';

/** zlib's `windowBits`: a whole member with header, checksum and length, or bare packed bytes. */
const WINDOW = { gzip: 15 + 16, deflate: -15 } as const;
const Z_NO_FLUSH = 0;
const Z_STREAM_END = 1;
const Z_DATA_ERROR = -3;
const Z_OK = 0;
/** The most that a packed byte can come to. */
const MOST_RATIO = 1032;
const LEAST_ROOM = 2 ** 14;
/** Room that is made at once for what only a promise says. */
const MOST_PROMISED = 2 ** 26;

export interface Inflated {
  readonly bytes: Uint8Array;
  /** Where the packed bytes end, exclusive. */
  readonly end: number;
}

/**
 * What was packed from `from` on, through zlib's own steps, which say where the packed bytes end and hold a member's
 * checksum and length against what came out.
 * @param expected bytes that should come out, as something says that is not believed
 */
export function inflated(
  packed: Uint8Array,
  from: number,
  format: keyof typeof WINDOW,
  expected: number,
  budgetMutable: Budget,
): Result<Inflated, ArchiveFlaw | 'too-large'> {
  const strm = new ZStream();
  zlibInflateInit2(strm, WINDOW[format]);
  strm.input = packed;
  strm.next_in = from;
  strm.avail_in = packed.length - from;
  const likely = Math.min(expected, strm.avail_in * MOST_RATIO, budgetMutable.left, MOST_PROMISED);
  // One byte more than may come shows that too many do.
  let room: Uint8Array<ArrayBuffer> = new Uint8Array(Math.max(LEAST_ROOM, likely) + 1);
  let filled = 0;
  for (;;) {
    strm.output = room;
    strm.next_out = filled;
    strm.avail_out = room.length - filled;
    const status = zlibInflate(strm, Z_NO_FLUSH);
    filled = strm.next_out;
    if (filled > budgetMutable.left) return fail('too-large');
    if (status === Z_STREAM_END) break;
    if (status === Z_DATA_ERROR) return fail(flawOf(strm.msg));
    if (strm.avail_out > 0) return fail(status === Z_OK || strm.avail_in === 0 ? 'cut' : 'data');
    room = larger(room, Math.min(room.length * 2, budgetMutable.left + 1));
  }
  budgetMutable.left -= filled;
  return ok({ bytes: room.subarray(0, filled), end: strm.next_in });
}

function flawOf(message: string): ArchiveFlaw {
  if (message.includes('length check')) return 'length';
  return message.includes('data check') ? 'checksum' : 'data';
}

function larger(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(length);
  grown.set(bytes);
  return grown;
}
