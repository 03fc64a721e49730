import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withKeysNamed } from '@/lib/case/tell/masking-text';
import { type Key, keyId, keyText } from '@/lib/core/key';

const named = (key: Key) => `<${key.join('+')}>`;

it('names a key only where it stands as a word of its own', () => {
  expect(withKeysNamed('user 12, not 123 or x12', [['12']], named)).toBe('user <12>, not 123 or x12');
});

it('names the longer of two keys where one begins with the other', () => {
  expect(withKeysNamed('A-1 and A-1-2', [['A-1'], ['A-1-2']], named)).toBe('<A-1> and <A-1-2>');
});

it.each(['a · b and c', 'a | b | 12 | and c', 'a · b'])('finds a key of several parts side by side: %j', (text) => {
  expect(withKeysNamed(text, [['a', 'b']], named)).toBe(text.replace(/a [·|] b/, '<a+b>'));
});

it('finds a key of several parts as it is kept', () => {
  const key = ['a · b', 'c\\d'];
  expect(withKeysNamed(`${keyId(key)}, ${keyText(key)}`, [key], () => 'it')).toBe('it, it');
});

it('takes every key as plain text, whatever its characters', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (part) => {
      expect(withKeysNamed(part, [[part]], () => 'other')).toBe('other');
    }),
  );
});
