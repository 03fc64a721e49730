/**
 * Natural order: runs of digits compare as numbers, everything else by code unit ("a2" before "a10", "B" before "a").
 * Texts that differ only in leading zeros compare by code unit, so that only identical texts are equal.
 */
export function compareNatural(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (isDigit(a, i) && isDigit(b, j)) {
      const endA = endOfDigits(a, i);
      const endB = endOfDigits(b, j);
      const fromA = skipZeros(a, i, endA);
      const fromB = skipZeros(b, j, endB);
      if (endA - fromA !== endB - fromB) return endA - fromA - (endB - fromB);
      for (let at = 0; at < endA - fromA; at++) {
        const step = a.charCodeAt(fromA + at) - b.charCodeAt(fromB + at);
        if (step !== 0) return step;
      }
      i = endA;
      j = endB;
      continue;
    }
    const step = a.charCodeAt(i) - b.charCodeAt(j);
    if (step !== 0) return step;
    i += 1;
    j += 1;
  }
  return a.length - i - (b.length - j) || (a < b ? -1 : a > b ? 1 : 0);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text, end)) end += 1;
  return end;
}

function skipZeros(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 48) at += 1;
  return at;
}
