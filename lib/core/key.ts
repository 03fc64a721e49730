/** What names one entity: a text for each column of the key, exactly as the files have it. */
export type Key = readonly string[];

/** What stands between the parts where a key is shown. */
const SEPARATOR = ' · ';

/**
 * The one text of a key: what is shown and searched, and what rows, an open key, comments and pseudonyms know it by. Of
 * one part it is that part; several stand side by side, and a middle dot or a backslash within a part comes after a
 * backslash. So keys of as many parts have the same text only if every part is the same.
 */
export function keyText(key: Key): string {
  const [only] = key;
  if (key.length === 1 && only !== undefined) return only;
  return key.map((part) => part.replace(/[\\·]/g, '\\$&')).join(SEPARATOR);
}
