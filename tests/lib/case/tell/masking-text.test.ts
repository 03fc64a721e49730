import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withKeysNamed } from '@/lib/case/tell/masking-text';

const named = (key: string) => `<${key}>`;

it('names a key only where it stands as a word of its own', () => {
  expect(withKeysNamed('user 12, not 123 or x12', ['12'], named)).toBe('user <12>, not 123 or x12');
});

it('names the longer of two keys where one begins with the other', () => {
  expect(withKeysNamed('A-1 and A-1-2', ['A-1', 'A-1-2'], named)).toBe('<A-1> and <A-1-2>');
});

it('takes every key as plain text, whatever its characters', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (key) => {
      expect(withKeysNamed(key, [key], () => 'other')).toBe('other');
    }),
  );
});
