import type { KeySpace } from '../../table/case-tables';
import { naturalRanks } from './natural-ranks';
import { type SortColumn, sortIds } from './sort-ids';

/**
 * The keys' order as a double by key id: that of their first parts, among equal ones that of the next, and so on, each
 * in natural order ("a2" before "a10"). Parts that are a shared prefix and a plain number are ordered by that number,
 * others by their letters.
 */
export function keyOrder(keys: KeySpace): Float64Array {
  if (keys.count === 0) return new Float64Array();
  const { length } = keys.parts(0);
  if (length === 1) {
    const texts = partOf(keys, 0);
    return numberedTexts(texts) ?? naturalRanks(texts);
  }
  const columns = Array.from({ length }, (_, p) => {
    const texts = partOf(keys, p);
    return numberedTexts(texts) ?? rankedTexts(texts);
  });
  return orderOfAll(keys.count, columns);
}

function partOf(keys: KeySpace, p: number): string[] {
  return Array.from({ length: keys.count }, (_, id) => keys.parts(id)[p] as string);
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
  const [first = ''] = texts;
  const prefix = /^\D*/.exec(first)?.[0] ?? '';
  const order = new Float64Array(texts.length);
  let padded = false;
  let oneWidth = true;
  for (let id = 0; id < texts.length; id++) {
    const text = texts[id] as string;
    const digits = text.length - prefix.length;
    if (digits < 1 || digits > 15 || !text.startsWith(prefix)) return null;
    let number = 0;
    for (let i = prefix.length; i < text.length; i++) {
      const digit = text.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) return null;
      number = number * 10 + digit;
    }
    padded ||= digits > 1 && text[prefix.length] === '0';
    oneWidth &&= text.length === first.length;
    order[id] = number;
  }
  return padded && !oneWidth ? null : order;
}

/** The natural order of texts of which some are the same. */
function rankedTexts(texts: readonly string[]): Float64Array {
  const places = new Map<string, number>();
  for (const text of texts) if (!places.has(text)) places.set(text, places.size);
  const ranks = naturalRanks([...places.keys()]);
  return Float64Array.from(texts, (text) => ranks[places.get(text) as number] as number);
}
