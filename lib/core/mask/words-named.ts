/** A text in which each of these stands under its other name, wherever it is a word of its own; the longest goes first. */
export function withWordsNamed(text: string, names: ReadonlyMap<string, string>): string {
  const words = [...names.keys()].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  if (words.length === 0) return text;
  const any = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any})(?![\\p{L}\\p{M}\\p{N}])`, 'gu'),
    (found) => names.get(found) ?? found,
  );
}
