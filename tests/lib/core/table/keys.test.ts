import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyInterner } from '@/lib/core/table/keys';

/** What stands between parts, and what tells such from a part's own. */
const dotted = fc.string({ unit: fc.constantFrom('·', ' ', '\\', 'a'), maxLength: 5 });
const part = fc.oneof(fc.constantFrom('', '1', '12', '2', ',', '1,2', ' · ', '·', 'a', 'A', ' a'), dotted, fc.string());

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
          const texts = [...new Set(ids.map((id) => interner.text(id)))];
          expect(ids.map((id) => texts.indexOf(interner.text(id)))).toEqual(ids);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('have texts of their own though they share the dot that stands between parts', () => {
    const { ids, interner } = idsOf(
      [
        ['a · b', 'c'],
        ['a', 'b · c'],
      ],
      2,
    );
    expect(ids.map((id) => interner.text(id))).toEqual(['a \\· b · c', 'a · b \\· c']);
  });

  it('are shown with their parts side by side', () => {
    const { ids, interner } = idsOf([['a', 'b 1', '']], 3);
    expect(ids.map((id) => interner.text(id))).toEqual(['a · b 1 · ']);
  });

  it('keep leading zeros, white space and case', () => {
    expect(idsOf([['7'], ['07'], ['7 '], ['a'], ['A'], ['7']], 1).ids).toEqual([0, 1, 2, 3, 4, 0]);
  });
});
