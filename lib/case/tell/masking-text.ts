import { type Key, keyText } from '@/lib/core/key';

/**
 * A text in which keys are told by another name, where each stands as a word of its own. A key of several parts is one
 * wherever they stand as they are shown, as they are kept, or side by side in a table's line. Longer keys go first, so
 * that one key inside another is not cut out of it.
 */
export function withKeysNamed(text: string, keys: readonly Key[], nameOf: (key: Key) => string): string {
  const named = keys
    .filter((key) => key.some((part) => part !== ''))
    .toSorted((a, b) => keyText(b).length - keyText(a).length);
  if (named.length === 0) return text;
  const any = named.map((key) => `(${key.map(pattern).join(' [·|] ')})`).join('|');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu'),
    (found, ...groups: (string | undefined)[]) => {
      const key = named[groups.indexOf(found)];
      return key ? nameOf(key) : found;
    },
  );
}

/** Matches a part as it is, and as `keyId` has it. */
function pattern(part: string): string {
  return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/·|\\\\/g, '\\\\?$&');
}
