import { assertNever } from '../assert-never';
import { MISSING } from '../decimal';
import type { CaseColumn } from '../table/case-tables';
import { plainText } from '../table/plain-text';
import type { Draft } from './draft';

/**
 * The row that stands for each key: the arrived row of the highest rank. Equal ranks go to the larger version, then to
 * the later arrival, or the earlier where ties are broken so. By key id of `draft.rows`; -1: no row arrived. O(rows).
 */
export function chooseWinners(draft: Draft): Int32Array {
  const { rows, arrived } = draft;
  const keys = rows.start.length - 1;
  const winners = new Int32Array(keys);
  const { rank, sign } = ranking(draft);
  const version = draft.dataset.version === -1 ? null : (draft.columns[draft.dataset.version] ?? null);
  const later = draft.ties === 'later';
  for (let k = 0; k < keys; k++) {
    let best = -1;
    let highest = 0;
    const end = rows.start[k + 1] as number;
    for (let r = rows.start[k] as number; r < end; r++) {
      if (arrived !== null && arrived[r] === 0) continue;
      const own = (rank[r] as number) * sign;
      if (best === -1 || own > highest) {
        best = r;
        highest = own;
      } else if (own === highest) {
        const here = version === null ? 0 : (version[r] as number);
        const there = version === null ? 0 : (version[best] as number);
        if (here > there || (here === there && later)) best = r;
      }
    }
    winners[k] = best;
  }
  return winners;
}

/** Whether row `a` outranks row `b` of the same key, with b's ties broken as the draft breaks them. */
export function outranks(draft: Draft): (a: number, b: number) => boolean {
  const { rank, sign } = ranking(draft);
  const version = draft.dataset.version === -1 ? null : (draft.columns[draft.dataset.version] ?? null);
  return (a, b) => {
    const x = (rank[a] as number) * sign;
    const y = (rank[b] as number) * sign;
    if (x !== y) return x > y;
    const v = version === null ? 0 : (version[a] as number);
    const w = version === null ? 0 : (version[b] as number);
    return v !== w ? v > w : (draft.ties === 'later') === a > b;
  };
}

function ranking(draft: Draft): {
  rank: Float64Array | Int32Array;
  sign: 1 | -1;
} {
  const version =
    draft.dataset.version === -1 ? draft.rows.arrival : (draft.columns[draft.dataset.version] ?? draft.rows.arrival);
  switch (draft.rule) {
    case 'largest-version':
      return { rank: version, sign: 1 };
    case 'smallest-version':
      return { rank: version, sign: -1 };
    case 'first-arrival':
      return { rank: draft.rows.arrival, sign: -1 };
    case 'last-arrival':
      return { rank: draft.rows.arrival, sign: 1 };
    case 'largest-measure':
      return { rank: draft.columns[0] ?? draft.rows.arrival, sign: 1 };
    case 'largest-version-as-text':
      return { rank: draft.versionTextRank ?? textRanks(draft), sign: 1 };
    default:
      return assertNever(draft.rule);
  }
}

const rememberedRanks = new WeakMap<Float64Array, Float64Array>();

/** Rank by code unit of each version's plain text. O(rows + distinct × log distinct); kept for the same array. */
function textRanks(draft: Draft): Float64Array {
  const column = draft.dataset.columns[draft.dataset.version] as CaseColumn;
  const versions = draft.columns[draft.dataset.version] as Float64Array;
  const known = rememberedRanks.get(versions);
  if (known) return known;
  const ranks = digitRanks(column, versions) ?? sortedRanks(column, versions);
  rememberedRanks.set(versions, ranks);
  return ranks;
}

/** Digits that a rank below can hold exactly. */
const MOST_DIGITS = 13;

/**
 * Ranks of natural numbers by their digits, without sorting: the digits as a fraction, and of equal fractions the shorter
 * first ("1" before "10" before "11"). Null when some version is another kind of number. O(rows).
 */
function digitRanks(column: CaseColumn, versions: Float64Array): Float64Array | null {
  if (column.type !== 'number' || column.scale !== 0 || column.wide) return null;
  let most = 0;
  for (const version of versions) {
    if (version === MISSING) continue;
    if (version < 0) return null;
    if (version > most) most = version;
  }
  const digits = String(most).length;
  if (digits > MOST_DIGITS) return null;
  const powers = Array.from({ length: digits + 1 }, (_, power) => 10 ** power);
  return versions.map((version) => {
    if (version === MISSING) return version;
    let length = 1;
    while (length < digits && version >= (powers[length] as number)) length += 1;
    return version * (powers[digits - length] as number) * 16 + length;
  });
}

function sortedRanks(column: CaseColumn, versions: Float64Array): Float64Array {
  const texts = new Map<number, string>();
  for (const version of versions) if (!texts.has(version)) texts.set(version, plainText(column, version));
  const order = [...texts.entries()].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
  const rank = new Map(order.map(([version], index) => [version, index]));
  return versions.map((version) => rank.get(version) as number);
}
