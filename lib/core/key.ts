/** What names one entity: a text for each column of the key, exactly as the files have it. */
export type Key = readonly string[];

/** What stands between the parts. */
const SEPARATOR = ' · ';

/** Whether two keys are one: of as many parts, and every part the same. */
export function sameKey(a: Key, b: Key): boolean {
  return a.length === b.length && a.every((part, p) => part === b[p]);
}

/**
 * The one text that knows a key where it is kept: in a saved case, a comment, a pseudonym. Of one part it is that part;
 * of several a middle dot or a backslash within a part comes after a backslash. So keys of as many parts have the same
 * id only if every part is the same. Never shown: see `keyText`.
 */
export function keyId(key: Key): string {
  const [only] = key;
  if (key.length === 1 && only !== undefined) return only;
  return key.map((part) => part.replace(/[\\·]/g, '\\$&')).join(SEPARATOR);
}

/** The key of so many parts that has the id; an id that no such key has is taken whole, as one part. */
export function keyOf(id: string, width: number): Key {
  if (width === 1) return [id];
  const key = id.split(SEPARATOR).map((part) => part.replace(/\\([\\·])/g, '$1'));
  return key.length === width && keyId(key) === id ? key : [id];
}

/** A key as it is shown where it is one text, and as it is searched: its parts as they are. Other keys may look the same. */
export function keyText(key: Key): string {
  const [only] = key;
  return key.length === 1 && only !== undefined ? only : key.join(SEPARATOR);
}
