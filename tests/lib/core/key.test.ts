import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyId, keyOf, keyText, sameKey } from '@/lib/core/key';
import { nastyPart } from '@/tests/support/nasty-part';

/** Two keys of as many parts. */
const twoKeys = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const key = fc.array(nastyPart, { minLength: width, maxLength: width });
  return fc.tuple(
    key,
    fc.oneof(
      key,
      key.map((parts) => parts.toReversed()),
    ),
  );
});

const alike: readonly (readonly [string, string])[] = [
  ['a · b', 'c'],
  ['a', 'b · c'],
];

describe('the id of a key', () => {
  it('is its own among keys of as many parts, whatever the parts hold', () => {
    fc.assert(
      fc.property(twoKeys, ([a, b]) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(keyId(a) === keyId(b)).toBe(same);
        expect(sameKey(a, b)).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  it('leads back to the key', () => {
    fc.assert(
      fc.property(twoKeys, ([key]) => {
        expect(keyOf(keyId(key), key.length)).toEqual(key);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays itself under another number of parts', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nastyPart,
          twoKeys.map(([key]) => keyId(key)),
        ),
        fc.integer({ min: 1, max: 4 }),
        (id, width) => {
          expect(keyId(keyOf(id, width))).toBe(id);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is what saved cases hold', () => {
    expect([...alike.map(keyId), keyId(['a', 'b 1', '']), keyId(['a\\b', 'c'])]).toEqual([
      'a \\· b · c',
      'a · b \\· c',
      'a · b 1 · ',
      'a\\\\b · c',
    ]);
  });
});

describe('a key as it is shown', () => {
  it('of one part is that part', () => {
    fc.assert(
      fc.property(nastyPart, (part) => {
        expect([keyText([part]), keyId([part])]).toEqual([part, part]);
      }),
    );
  });

  it('has its parts side by side as they are, though another may look the same', () => {
    expect(alike.map(keyText)).toEqual(['a · b · c', 'a · b · c']);
  });
});
