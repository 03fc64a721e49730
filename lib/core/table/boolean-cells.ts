import type { FileTexts } from './column-texts';

/** Pairs of words for yes and no; 1 and 0 are one of them. */
const VOCABULARIES: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['t', 'f'],
  ['yes', 'no'],
  ['y', 'n'],
  ['1', '0'],
  ['on', 'off'],
  ['ja', 'nein'],
  ['oui', 'non'],
  ['si', 'no'],
  ['sí', 'no'],
];

/**
 * For each text of a column "true" or "false", where the files write yes and no in several ways ("true" and "1"), each
 * file in one. Null where they do not, so that a column that is only ever 0 and 1 stays one of numbers.
 */
export function booleanTexts(
  files: readonly (FileTexts | null)[],
  words: ReadonlySet<string>,
): ReadonlyMap<string, 'true' | 'false'> | null {
  const meanings = new Map<string, 'true' | 'false'>();
  const used = new Set<string>();
  for (const file of files) {
    const texts = file?.values(words) ?? [];
    if (texts.length === 0) continue;
    const v = VOCABULARIES.findIndex((pair) => texts.every((text) => pair.includes(plain(text))));
    const pair = VOCABULARIES[v];
    if (!pair) return null;
    const spelled = [...new Set(texts.map((text) => text.trim()))];
    if (spelled.length > 2) return null;
    for (const text of spelled) used.add(`${plain(text) === pair[0] ? 'yes' : 'no'} ${text}`);
    for (const text of texts) meanings.set(text, plain(text) === pair[0] ? 'true' : 'false');
  }
  return used.size > 2 ? meanings : null;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
