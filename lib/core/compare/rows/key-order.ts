import { sortNatural } from '../../natural-order';
import type { KeySpace } from '../../table/case-tables';
import { type SortColumn, sortIds } from './sort-ids';

/**
 * The keys' order as a double by key id: that of their first parts, among equal ones that of the next, and so on, each
 * in natural order ("a2" before "a10"). Parts that are a shared prefix and a plain number need no comparison: O(keys);
 * others O(keys × log keys).
 */
export function keyOrder(keys: KeySpace): Float64Array {
  if (keys.count === 0) return new Float64Array();
  const columns = Array.from({ length: keys.parts(0).length }, (_, p) => orderOfPart(keys, p));
  const [only] = columns;
  return columns.length === 1 && only ? only : orderOfAll(keys.count, columns);
}

function orderOfPart(keys: KeySpace, p: number): Float64Array {
  const texts = Array.from({ length: keys.count }, (_, id) => keys.parts(id)[p] as string);
  return numberedTexts(texts) ?? rankedTexts(texts);
}

function orderOfAll(count: number, columns: readonly Float64Array[]): Float64Array {
  const ids = Int32Array.from({ length: count }, (_, id) => id);
  const by = columns.map((values): SortColumn => ({ values, descending: false }));
  const order = new Float64Array(count);
  sortIds(ids, by).forEach((id, rank) => {
    order[id] = rank;
  });
  return order;
}

/** The numbers behind the texts' common prefix; null unless each is written without leading zeros, or all in one width. */
function numberedTexts(texts: readonly string[]): Float64Array | null {
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

function rankedTexts(texts: readonly string[]): Float64Array {
  const rank = new Map(sortNatural([...new Set(texts)]).map((text, r) => [text, r]));
  return Float64Array.from(texts, (text) => rank.get(text) as number);
}
