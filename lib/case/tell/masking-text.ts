/**
 * A text in which keys are told by another name, where each stands as a word of its own. Longer keys go first, so that
 * one key inside another is not cut out of it.
 */
export function withKeysNamed(text: string, keys: readonly string[], nameOf: (key: string) => string): string {
  const any = [...new Set(keys)]
    .filter((key) => key !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((key) => key.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|');
  if (any === '') return text;
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu'), (key) => nameOf(key));
}
