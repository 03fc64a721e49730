import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openArchive } from '@/lib/core/archive/open';
import { gzipOf, joined, zipOf } from '@/tests/support/archives';
import { utf8 } from '@/tests/support/csv-text';
import type { FuzzTarget } from '../target';

const content = fc
  .array(fc.constantFrom('id,n\n', 'u1,5\n', '"x\ny",7\n', 'é', ''), { maxLength: 30 })
  .map((parts) => utf8(parts.join('')));
const packed = fc.oneof(
  fc.array(content, { minLength: 1, maxLength: 4 }).map((pieces) => ({
    bytes: gzipOf(pieces),
    right: [joined(pieces)],
    // A gzip that ends where a member does is whole.
    also: pieces.map((_, i) => joined(pieces.slice(0, i))),
  })),
  fc
    .array(
      fc.tuple(fc.constantFrom('a.csv', './b.csv', '__proto__', '../c.csv', 'x/a.csv'), content, fc.constantFrom(0, 8)),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((entries) => ({
      bytes: zipOf(entries.map(([path, of, method]) => ({ path, content: of, method }))),
      right: entries.map(([, of]) => of),
      also: [],
    })),
);

/**
 * Archives whole and damaged. A whole one gives everything that is in it; of a damaged one nothing comes out that was not
 * in it, and what does not is named.
 */
export const archives: FuzzTarget = {
  name: 'archives',
  given: 'gzips of several members and zips, whole, cut, and with bytes that are others',
  heldTo: 'what was packed',
  property: fc.property(
    packed,
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 3 }),
    fc.option(fc.nat(), { nil: null }),
    ({ bytes, right, also }, changes, cut) => {
      const { files } = openArchive({ name: 'a', bytes }, 1_000_000);
      assert.deepEqual(
        files.map((file) => file.ok && new Uint8Array(file.value.bytes)),
        right,
      );
      let damaged = cut === null ? bytes.slice() : bytes.slice(0, 4 + (cut % (bytes.length - 3)));
      // What begins with another mark is another file.
      for (const [at, change] of changes) {
        const place = 4 + (at % Math.max(1, damaged.length - 4));
        if (place < damaged.length) damaged = damaged.with(place, (damaged[place] as number) ^ change);
      }
      const known = new Set([...right, ...also].map(textOf));
      const found = openArchive({ name: 'a', bytes: damaged }, 1_000_000).files;
      assert.ok(found.length > 0);
      for (const file of found) if (file.ok) assert.ok(known.has(textOf(file.value.bytes)));
    },
  ),
};

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
