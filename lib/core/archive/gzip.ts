import type { Problem } from '../problem';
import { fail, ok } from '../result';
import { archiveKind } from './archive-kind';
import { inflated } from './inflate';
import type { Budget, NamedBytes, Opened } from './opened';

/** Bytes of the shortest member: a header, an empty block, the checksum and the length. */
const SHORTEST = 20;

/**
 * The one file in a gzip (RFC 1952): all its members one behind the other, as `cat`, pigz and bgzip write them, each held
 * against its checksum and its length. Zeros behind the last are padding; anything else is a flaw.
 */
export function openGzip({ name, bytes }: NamedBytes, budgetMutable: Budget): Opened {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (let member = 1; at < bytes.length && !(member > 1 && isPadding(bytes, at)); member++) {
    if (member > 1 && archiveKind(bytes.subarray(at)) !== 'gzip') return flawed({ flaw: 'trailing' }, member);
    const expected = member === 1 ? lengthAtEnd(bytes) : 0;
    const found = inflated(bytes, at, 'gzip', expected, budgetMutable);
    if (!found.ok)
      return found.problem === 'too-large'
        ? { inside: [fail({ code: 'archive-too-large', file: name, most: budgetMutable.most })], asides: [] }
        : flawed({ flaw: found.problem }, member);
    pieces.push(found.value.bytes);
    at = found.value.end;
  }
  return { inside: [ok({ name: name.replace(/\.gz$/i, ''), bytes: joined(pieces) })], asides: [] };

  function flawed(flaw: Pick<Extract<Problem, { code: 'archive-damaged' }>, 'flaw'>, member: number): Opened {
    const entry = member > 1 ? { member } : {};
    return { inside: [fail({ code: 'archive-damaged', file: name, ...flaw, ...entry })], asides: [] };
  }
}

/** What the last member says that it comes to: of the whole where there is one. */
function lengthAtEnd(bytes: Uint8Array): number {
  if (bytes.length < SHORTEST) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
}

function isPadding(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
