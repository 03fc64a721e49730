/**
 * Natural order of texts: digits count as numbers ("a2" before "a10"), case decides only between texts that are otherwise
 * equal. A total order: 0 only for identical texts.
 */
export function compareNatural(a: string, b: string): number {
  if (a === b) return 0;
  const left = tokens(a);
  const right = tokens(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const order = compareTokens(left[i] as string, right[i] as string);
    if (order !== 0) return order;
  }
  return left.length - right.length || compareCodeUnits(a, b);
}

/** The order of UTF-16 code units, in which "10" comes before "9". */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ranks of the texts under an order, aligned with them; equal texts share a rank. O(n log n). */
export function ranksOf(
  texts: readonly string[],
  compare: (a: string, b: string) => number,
): { readonly ranks: Float64Array; readonly sorted: readonly string[] } {
  const sorted = [...new Set(texts)].sort(compare);
  const rank = new Map(sorted.map((text, i) => [text, i]));
  return { ranks: Float64Array.from(texts, (text) => rank.get(text) as number), sorted };
}

function tokens(text: string): readonly string[] {
  return text.toLowerCase().match(/\d+|\D+/g) ?? [];
}

function compareTokens(a: string, b: string): number {
  if (isDigit(a) && isDigit(b)) {
    const left = a.replace(/^0+/, '');
    const right = b.replace(/^0+/, '');
    return left.length - right.length || compareCodeUnits(left, right);
  }
  return compareCodeUnits(a, b);
}

function isDigit(token: string): boolean {
  const code = token.charCodeAt(0);
  return code >= 48 && code <= 57;
}
