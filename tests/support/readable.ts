import { expect } from 'vitest';

/** What any text for people must hold, whole sentence or not. */
export function expectReadable(text: string): void {
  expect(text).not.toBe('');
  expect(text).toBe(text.trim());
  expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}| [,.;:]|,,|\.\./);
  expect(text).not.toMatch(/(?<![\d,.−–-])1 (?:users|rows|keys|customers|companies|values|files|batches|decimals)\b/);
  expect((text.match(/"/g) ?? []).length % 2, `quotes in: ${text}`).toBe(0);
  expect((text.match(/\(/g) ?? []).length, `parentheses in: ${text}`).toBe((text.match(/\)/g) ?? []).length);
}

/** A whole sentence, or several. */
export function expectSentence(text: string): void {
  expectReadable(text);
  expect(text).toMatch(/[^.]\.$/);
}

/** A phrase inside a sentence, a label or a title. */
export function expectPhrase(text: string): void {
  expectReadable(text);
  expect(text).not.toMatch(/[.?!]$/);
}
