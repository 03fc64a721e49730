import { MISSING } from '../../decimal';

/** What to sort by: a double for each key id; none is NaN or -0. */
export interface SortColumn {
  readonly values: Float64Array;
  readonly descending: boolean;
}

/** Bits that one pass sorts by at most: its counts stay in the processor's nearest cache. */
const DIGIT = 11;
/** The widest range of whole numbers that is sorted by their distance from the least. */
const MAX_RANGE = 2 ** 52;
const WORD = 2 ** 32;

/**
 * The ids by the first column, equal ones by the next, and so on; ids equal in all of them keep the order given.
 * Returns a new array. A radix sort with as many passes as the column's range needs: O(ids × columns).
 */
export function sortIds(ids: Int32Array, columns: readonly SortColumn[]): Int32Array {
  let sorted: Int32Array = ids.slice();
  for (const column of [...columns].reverse()) sorted = sortByColumnMutable(sorted, column);
  return sorted;
}

/** The ids given are overwritten. */
function sortByColumnMutable(ids: Int32Array, column: SortColumn): Int32Array {
  const span = wholeSpan(ids, column.values);
  return span === null ? sortByBitsMutable(ids, column) : sortByDistanceMutable(ids, column, span);
}

/** From the least of the ids' values, MISSING apart, to the largest; null unless all are whole numbers near each other. */
interface Span {
  readonly least: number;
  readonly range: number;
}

function wholeSpan(ids: Int32Array, values: Float64Array): Span | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (let i = 0; i < ids.length; i++) {
    const value = values[ids[i] as number] as number;
    if (value === MISSING) continue;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value !== Math.floor(value)) whole = false;
  }
  if (least > most) return { least: 0, range: 0 };
  return whole && most - least < MAX_RANGE ? { least, range: most - least } : null;
}

/** By how far each value lies above the least, MISSING below all. */
function sortByDistanceMutable(
  ids: Int32Array,
  { values, descending }: SortColumn,
  { least, range }: Span,
): Int32Array {
  const top = range + 1;
  const words = new Uint32Array(ids.length);
  const distance = (id: number): number => {
    const value = values[id] as number;
    const up = value === MISSING ? 0 : value - least + 1;
    return descending ? top - up : up;
  };
  // An array of words keeps the lowest 32 bits of what is written to it.
  for (let i = 0; i < ids.length; i++) words[i] = distance(ids[i] as number);
  const byLow = sortByWordsMutable(ids, words, Math.min(top, WORD - 1));
  if (top < WORD) return byLow;
  const high = new Uint32Array(ids.length);
  for (let i = 0; i < ids.length; i++) high[i] = Math.floor(distance(byLow[i] as number) / WORD);
  return sortByWordsMutable(byLow, high, Math.floor(top / WORD));
}

/** By the doubles' bits as two words whose unsigned order is theirs: the sign bit flipped, a negative's every bit. */
function sortByBitsMutable(ids: Int32Array, { values, descending }: SortColumn): Int32Array {
  // Typed arrays hold doubles little-endian wherever JavaScript runs today.
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const direction = descending ? 0xffffffff : 0;
  const words = new Uint32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const at = (ids[i] as number) * 2;
    const flip = (bits[at + 1] as number) < 0x80000000 ? 0 : 0xffffffff;
    words[i] = (bits[at] as number) ^ flip ^ direction;
  }
  const byLow = sortByWordsMutable(ids, words, WORD - 1);
  const high = new Uint32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const word = bits[(byLow[i] as number) * 2 + 1] as number;
    high[i] = (word < 0x80000000 ? word ^ 0x80000000 : ~word) ^ direction;
  }
  return sortByWordsMutable(byLow, high, WORD - 1);
}

/** Ids, each with the word that it is sorted by. */
interface Tagged {
  readonly ids: Int32Array;
  readonly words: Uint32Array;
}

/** Stable, least significant digit first. The ids and the words given are overwritten. @param most no word is larger */
function sortByWordsMutable(ids: Int32Array, words: Uint32Array, most: number): Int32Array {
  const bits = 32 - Math.clz32(most);
  const passes = Math.ceil(bits / DIGIT);
  const digit = Math.ceil(bits / Math.max(1, passes));
  const free = new Int32Array(2 ** digit);
  let from: Tagged = { ids, words };
  let to: Tagged = { ids: new Int32Array(ids.length), words: new Uint32Array(ids.length) };
  for (let pass = 0; pass < passes; pass++) {
    if (!placeDigits(from.words, pass * digit, free)) continue;
    moveMutable(from, to, pass * digit, free);
    [from, to] = [to, from];
  }
  return from.ids;
}

/** Writes where the first word of each digit goes; false where all words have the same one. */
function placeDigits(words: Uint32Array, shift: number, free: Int32Array): boolean {
  const mask = free.length - 1;
  free.fill(0);
  for (let i = 0; i < words.length; i++) {
    const digit = ((words[i] as number) >>> shift) & mask;
    free[digit] = (free[digit] as number) + 1;
  }
  if (words.length === 0 || free[((words[0] as number) >>> shift) & mask] === words.length) return false;
  let place = 0;
  for (let d = 0; d < free.length; d++) {
    const count = free[d] as number;
    free[d] = place;
    place += count;
  }
  return true;
}

function moveMutable(from: Tagged, to: Tagged, shift: number, free: Int32Array): void {
  const mask = free.length - 1;
  const { ids, words } = from;
  const { ids: toIds, words: toWords } = to;
  for (let i = 0; i < ids.length; i++) {
    const word = words[i] as number;
    const digit = (word >>> shift) & mask;
    const place = free[digit] as number;
    free[digit] = place + 1;
    toIds[place] = ids[i] as number;
    toWords[place] = word;
  }
}
