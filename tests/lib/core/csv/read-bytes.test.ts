import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '@/lib/core/csv/byte-source';
import { readPieces, Stopped } from '@/lib/core/csv/read-bytes';
import { readCsv } from '@/lib/core/csv/read-csv';
import { utf8 } from '@/tests/support/csv-text';
import { tableTold } from '@/tests/support/nasty-csv';

/** The same bytes as a stream, in pieces of these lengths again and again; after so many of them it ends or throws. */
function streamed(
  bytes: Uint8Array,
  lengths: readonly number[],
  stops: { after: number; throws: boolean },
): ByteSource {
  return {
    ...bytesSource('a.csv', bytes),
    async *stream(from) {
      let at = from;
      for (let p = 0; at < bytes.length; p++) {
        if (p === stops.after && stops.throws) throw new DOMException('gone', 'NotReadableError');
        if (p === stops.after) return;
        const to = at + (lengths[p % lengths.length] as number);
        yield await Promise.resolve(bytes.slice(at, to));
        at = Math.min(to, bytes.length);
      }
    },
  };
}

const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
const stops = fc.record({ after: fc.nat({ max: 12 }), throws: fc.boolean() });

async function all(source: ByteSource, from: number): Promise<number[]> {
  const bytes: number[] = [];
  for await (const piece of readPieces(source, from, {})) bytes.push(...piece);
  return bytes;
}

describe('reading in pieces', () => {
  it('gives every byte once, in order, wherever a stream ends or fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.nat({ max: 3 }),
        lengths,
        stops,
        async (bytes, skipped, ...how) => {
          const from = Math.min(skipped, bytes.length);
          expect(await all(streamed(bytes, ...how), from)).toEqual([...bytes.slice(from)]);
        },
      ),
    );
  });

  it('says that a file has changed which gives more than it had, or less', async () => {
    const longer = { ...streamed(utf8('a,b\n1,2\n'), [3], { after: 9, throws: false }), size: 5 };
    await expect(all(longer, 0)).rejects.toEqual(new Stopped({ code: 'file-changed', file: 'a.csv' }));
    const shorter = { ...streamed(utf8('a,b\n1,2\n'), [3], { after: 9, throws: false }), size: 20 };
    await expect(all(shorter, 0)).rejects.toEqual(new Stopped({ code: 'file-changed', file: 'a.csv' }));
  });

  it('stops between two pieces when it is cancelled', async () => {
    const controller = new AbortController();
    const source = streamed(utf8('a,b\n1,2\n'), [2], { after: 99, throws: false });
    const seen: number[] = [];
    const reading = (async () => {
      for await (const piece of readPieces(source, 0, { signal: controller.signal })) {
        seen.push(piece.length);
        controller.abort();
      }
    })();
    await expect(reading).rejects.toEqual(new Stopped({ code: 'cancelled' }));
    expect(seen).toEqual([2]);
  });

  it('reads a table of several chunks from a stream as it does slice by slice', async () => {
    const lines = Array.from({ length: 90_000 }, (_, r) => `${r},"é ${r % 7}",${r / 4},日本\n`);
    const bytes = utf8(`id,note,spend,place\n${lines.join('')}`);
    expect(bytes.length).toBeGreaterThan(2 * 2 ** 20);
    const stream = streamed(bytes, [65_536, 7, 131_071], { after: Number.POSITIVE_INFINITY, throws: false });
    expect(tableTold(await readCsv(stream))).toEqual(tableTold(await readCsv(bytesSource('a.csv', bytes))));
  });
});
