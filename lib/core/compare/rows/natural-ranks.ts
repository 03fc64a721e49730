import { compareCodeUnits } from '../../natural-order';
import { sortIds } from './sort-ids';

/** As few texts as this are sorted by insertion. */
const FEW = 64;
/** A double tells whole numbers below this apart, with room to spare. */
const WORD = 2 ** 51;

/**
 * The place of each text among all in natural order, see `compareNatural`. No two texts are the same.
 * A radix sort of as many letters at a time as a double holds, so it costs little more than reading the texts.
 */
export function naturalRanks(texts: readonly string[]): Float64Array {
  const letters = naturalLetters(texts);
  const order = new Int32Array(texts.length);
  for (let t = 0; t < order.length; t++) order[t] = t;
  const words = new Float64Array(texts.length);
  const ranges: (readonly [from: number, to: number, depth: number])[] = [[0, texts.length, 0]];
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const [from, to, known] = range;
    const within = order.subarray(from, to);
    const depth = within.length > FEW ? letters.shared(within, known) : known;
    for (let i = 0; i < within.length; i++) words[within[i] as number] = letters.word(within[i] as number, depth);
    sortMutable(within, words);
    for (let start = 0, end = 0; start < within.length; start = end) {
      const word = words[within[start] as number] as number;
      while (end < within.length && words[within[end] as number] === word) end++;
      if (end - start === 1) continue;
      if (letters.ends(word))
        within.subarray(start, end).sort((a, b) => compareCodeUnits(texts[a] as string, texts[b] as string));
      else ranges.push([from + start, from + end, depth + letters.perWord]);
    }
  }
  const ranks = new Float64Array(texts.length);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank] as number] = rank;
  return ranks;
}

function sortMutable(ids: Int32Array, words: Float64Array): void {
  if (ids.length > FEW) {
    ids.set(sortIds(ids, [{ values: words, descending: false }]));
    return;
  }
  for (let i = 1; i < ids.length; i++) {
    const id = ids[i] as number;
    const word = words[id] as number;
    let at = i;
    for (; at > 0 && (words[ids[at - 1] as number] as number) > word; at--) ids[at] = ids[at - 1] as number;
    ids[at] = id;
  }
}

/** Each text as letters whose order is the natural order of the texts. */
interface Letters {
  /** How many letters a word holds. */
  readonly perWord: number;
  /** The letters from `depth` on as the digits of one whole number; 0 stands for each that is not there. */
  word(text: number, depth: number): number;
  /** Whether a text of this word has no letter after it. */
  ends(word: number): boolean;
  /** How many letters all of these texts begin with; at least `depth`, which is known. */
  shared(texts: Int32Array, depth: number): number;
}

function naturalLetters(texts: readonly string[]): Letters {
  const ascii = texts.every(isAscii);
  // In lower case a text may be longer.
  const lower = ascii ? texts : texts.map((text) => text.toLowerCase());
  const letters = new Uint16Array(texts.reduce((longest, text) => Math.max(longest, text.length), 0) * 6 + 3);
  const { places, distinct } = alphabetOf(lower);
  const base = distinct + 1;
  const perWord = Math.floor(Math.log(WORD) / Math.log(base));
  return {
    perWord,
    word(t, depth) {
      const end = writeLetters(lower[t] as string, letters, depth + perWord);
      let word = 0;
      for (let at = depth; at < depth + perWord; at++)
        word = word * base + (at < end ? (places[letters[at] as number] as number) : 0);
      return word;
    },
    ends: (word) => word % base === 0,
    shared(of, depth) {
      const first = new Uint16Array(letters.length);
      let shared = writeLetters(lower[of[0] as number] as string, first, first.length);
      for (let i = 1; i < of.length && shared > depth; i++) {
        const end = writeLetters(lower[of[i] as number] as string, letters, shared);
        let at = depth;
        while (at < shared && at < end && letters[at] === first[at]) at++;
        shared = at;
      }
      return shared;
    },
  };
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** The place of each letter, from 1, among those that may be written of the texts. */
function alphabetOf(texts: readonly string[]): { readonly places: Uint32Array; readonly distinct: number } {
  const places = new Uint32Array(2 ** 16);
  let longestRun = 1;
  for (const text of texts) {
    let run = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      places[lowerUnit(unit)] = 1;
      run = isDigit(unit) ? run + 1 : 0;
      if (run > longestRun) longestRun = run;
    }
  }
  places[ZERO] = 1;
  places.fill(1, 0, longestRun + 1);
  let distinct = 0;
  for (let unit = 0; unit < places.length; unit++) if (places[unit] === 1) places[unit] = ++distinct;
  return { places, distinct };
}

const ZERO = 48;

/**
 * Writes the first letters of a text in lower case: its code units, and before each run of digits a zero and how many
 * they are. A run is written whole, so they may be more than `most`.
 * @returns how many were written
 */
function writeLetters(text: string, letters: Uint16Array, most: number): number {
  let to = 0;
  /** Where the length of the run stands that is being written; -1: none is. */
  let run = -1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isDigit(unit)) {
      if (to >= most) break;
      letters[to++] = lowerUnit(unit);
      run = -1;
    } else if (run === -1) {
      if (to >= most) break;
      letters[to] = ZERO;
      letters[to + 1] = 1;
      letters[to + 2] = unit;
      run = to + 1;
      to += 3;
    } else if (letters[run] === 1 && letters[run + 1] === ZERO) {
      // A leading zero gives way.
      letters[run + 1] = unit;
    } else {
      letters[run] = (letters[run] as number) + 1;
      letters[to++] = unit;
    }
  }
  return to;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= ZERO + 9;
}

/** Of ASCII's letters. */
function lowerUnit(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}
