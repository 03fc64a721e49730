import { sortNatural } from '../../natural-order';
import type { KeySpace } from '../../table/case-tables';

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
  const rank = new Map(sortNatural(texts).map((text, r) => [text, r]));
  return Float64Array.from(texts, (text) => rank.get(text) as number);
}
