/**
 * What each of a column's texts is once it has lost what is beyond its first `length` characters, by rank; between two
 * ranks where the column does not hold it. O(texts)
 */
export function cutRanks(texts: readonly string[], length: number): Float64Array {
  const rank = new Map(texts.map((text, at) => [text, at]));
  return Float64Array.from(texts, (text, at) => {
    const cut = cutText(text, length);
    return cut === text ? at : (rank.get(cut) ?? at - 0.5);
  });
}

/** The first `length` characters, not halves of them. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : Array.from(text).slice(0, length).join('');
}
