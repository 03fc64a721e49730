import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { packCase, unpackCase } from '@/lib/case/saved/case-archive';
import { filesOf, savedCase } from '@/tests/lib/case/saved/saved-case';
import type { FuzzTarget } from '../target';

/** One change to a case's JSON: the member at a path gets another value, or goes. */
interface Change {
  readonly path: readonly number[];
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
  value: fc.oneof(
    fc.constantFrom<unknown[]>(
      undefined,
      null,
      '',
      'x',
      '__proto__',
      -1,
      1e308,
      true,
      [],
      {},
      '//evil.test/a',
      '../../a',
    ),
    fc.anything({ maxDepth: 1 }).map((value) => (typeof value === 'object' ? null : value)),
  ),
});

/** The case once, packed and open. */
const packed = (async () => {
  const record = await savedCase();
  const blob = await packCase(record, null, await filesOf(record));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { record, bytes, entries: unzipSync(bytes) };
})();

/**
 * Cases out of damaged and forged archives: a case, or a reason why it is none. What opens has the files whose hashes it
 * names, and changes nothing in the page.
 */
export const caseFiles: FuzzTarget = {
  name: 'case files',
  given: 'exported cases with bytes damaged and with members of their JSON forged',
  heldTo: 'the hashes of its files, and the shape of a case',
  property: fc.asyncProperty(
    fc.array(change, { maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }),
    async (changes, damage) => {
      const { record, bytes, entries } = await packed;
      let whole = bytes;
      if (changes.length > 0) {
        const forged = JSON.parse(strFromU8(entries['case.json'] as Uint8Array)) as unknown;
        for (const one of changes) forgeMutable(forged, one);
        whole = zipSync({ ...entries, 'case.json': strToU8(JSON.stringify(forged)) }, { level: 0 });
      }
      const broken = whole.slice();
      for (const [at, byte] of damage) broken[at % broken.length] = byte;
      const opened = await unpackCase('a.tieout', new Blob([broken]));
      assert.equal(Object.keys(Object.prototype).length, 0);
      if (!opened.ok) return;
      for (const file of opened.value.record.files) {
        if (file.kind === 'site') assert.match(file.url, /^\/(?![/\\])/);
        else assert.ok(opened.value.files.has(file.sha256));
      }
      if (changes.length === 0) assert.deepEqual(opened.value.record.files, record.files);
    },
  ),
};

function forgeMutable(root: unknown, { path, value }: Change): void {
  let at = root;
  for (const [depth, step] of path.entries()) {
    if (typeof at !== 'object' || at === null) return;
    const held = at as Record<string, unknown>;
    const names = Object.keys(held);
    const name = names[step % (names.length + 1)] ?? '__proto__';
    // A copy, since a later change may be made within it.
    if (depth === path.length - 1)
      Object.defineProperty(held, name, {
        value: structuredClone(value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    at = Object.hasOwn(held, name) ? held[name] : null;
  }
}
