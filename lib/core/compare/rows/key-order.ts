import type { KeySpace } from '../../table/case-tables';
import { compareCodeUnits } from '../../table/natural-order';

/**
 * The keys' natural order ("a2" before "a10") as a double by key id. Keys that are a shared prefix and a plain number
 * need no comparison: O(keys); others O(keys × log keys).
 */
export function keyOrder(keys: KeySpace): Float64Array {
  const texts = Array.from({ length: keys.count }, (_, id) => keys.text(id));
  return numberedKeys(texts) ?? rankedKeys(texts);
}

/** The numbers behind the keys' common prefix; null unless each is written without leading zeros, or all in one width. */
function numberedKeys(texts: readonly string[]): Float64Array | null {
  const prefix = /^\D*/.exec(texts[0] ?? '')?.[0] ?? '';
  const width = texts[0]?.length ?? 0;
  const order = new Float64Array(texts.length);
  let padded = false;
  let oneWidth = true;
  for (let id = 0; id < texts.length; id++) {
    const text = texts[id] as string;
    if (!text.startsWith(prefix)) return null;
    const digits = text.slice(prefix.length);
    if (!/^\d{1,15}$/.test(digits)) return null;
    padded ||= digits.length > 1 && digits.startsWith('0');
    oneWidth &&= text.length === width;
    order[id] = Number(digits);
  }
  return padded && !oneWidth ? null : order;
}

function rankedKeys(texts: readonly string[]): Float64Array {
  const lower = texts.map((text) => text.toLowerCase());
  const ids = Array.from(texts, (_, id) => id).sort(
    (a, b) =>
      compareLowered(lower[a] as string, lower[b] as string) ||
      compareCodeUnits(texts[a] as string, texts[b] as string),
  );
  const order = new Float64Array(texts.length);
  ids.forEach((id, rank) => {
    order[id] = rank;
  });
  return order;
}

/** `compareNatural` of texts in lower case, up to its last resort, without cutting them up: a million keys need that. */
function compareLowered(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const numberA = isDigit(a, i);
    if (numberA !== isDigit(b, j)) return a.charCodeAt(i) - b.charCodeAt(j);
    const endA = endOfRun(a, i, numberA);
    const endB = endOfRun(b, j, numberA);
    const order = numberA ? compareDigits(a, i, endA, b, j, endB) : compareRuns(a, i, endA, b, j, endB);
    if (order !== 0) return order;
    i = endA;
    j = endB;
  }
  return (i < a.length ? 1 : 0) - (j < b.length ? 1 : 0);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function endOfRun(text: string, from: number, digits: boolean): number {
  let end = from + 1;
  while (end < text.length && isDigit(text, end) === digits) end += 1;
  return end;
}

function compareDigits(a: string, fromA: number, endA: number, b: string, fromB: number, endB: number): number {
  const i = skipZeros(a, fromA, endA);
  const j = skipZeros(b, fromB, endB);
  return endA - i - (endB - j) || compareRuns(a, i, endA, b, j, endB);
}

function skipZeros(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 48) at += 1;
  return at;
}

function compareRuns(a: string, fromA: number, endA: number, b: string, fromB: number, endB: number): number {
  const length = Math.min(endA - fromA, endB - fromB);
  for (let at = 0; at < length; at++) {
    const step = a.charCodeAt(fromA + at) - b.charCodeAt(fromB + at);
    if (step !== 0) return step;
  }
  return endA - fromA - (endB - fromB);
}
