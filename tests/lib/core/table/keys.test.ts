import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyInterner } from '@/lib/core/table/keys';
import { nastyPart as part } from '@/tests/support/nasty-part';

function idsOf(
  keys: readonly (readonly string[])[],
  parts: number,
): { readonly ids: readonly number[]; readonly interner: KeyInterner } {
  const interner = new KeyInterner(parts);
  return { ids: keys.map((key) => interner.key(key.map((text, p) => interner.part(p, text)))), interner };
}

describe('keys', () => {
  it('of several parts are the same only if every part is', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((parts) =>
            fc.tuple(
              fc.constant(parts),
              fc.array(fc.array(part, { minLength: parts, maxLength: parts }), { maxLength: 20 }),
            ),
          ),
        ([parts, keys]) => {
          const { ids, interner } = idsOf(keys, parts);
          const oracle = [...new Set(keys.map((key) => JSON.stringify(key)))];
          expect(ids).toEqual(keys.map((key) => oracle.indexOf(JSON.stringify(key))));
          expect(interner.count).toBe(oracle.length);
          expect(ids.map((id) => interner.parts(id))).toEqual(keys);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keep leading zeros, white space and case', () => {
    expect(idsOf([['7'], ['07'], ['7 '], ['a'], ['A'], ['7']], 1).ids).toEqual([0, 1, 2, 3, 4, 0]);
  });
});
