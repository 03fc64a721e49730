import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyIds } from '@/lib/core/compare/rows/key-ids';
import { sameKey } from '@/lib/core/key';

test('each key is found by its parts, and no other key is', () => {
  const part = fc.string({ unit: fc.constantFrom('0', '1', 'a', 'é'), maxLength: 4 });
  const keysOf = (parts: number) => {
    const key = fc.array(part, { minLength: parts, maxLength: parts });
    return fc.tuple(fc.uniqueArray(key, { maxLength: 200, selector: (one) => JSON.stringify(one) }), fc.array(key));
  };
  fc.assert(
    fc.property(fc.oneof(keysOf(1), keysOf(2)), ([keys, asked]) => {
      const ids = new KeyIds({ count: keys.length, parts: (id) => keys[id] ?? [] });
      for (const one of [...keys, ...asked]) expect(ids.of(one)).toBe(keys.findIndex((key) => sameKey(key, one)));
    }),
  );
});
