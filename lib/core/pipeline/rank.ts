import { assertNever } from '../assert-never';
import { MISSING } from '../decimal';
import type { DedupeRule } from '../findings/dedupe-rule';
import { type CaseColumn, MEASURE } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { plainText } from '../table/plain-text';

/** Rows as a rule looks at them: delta rows as a pipeline reads them, or those of a table. */
export interface RankedRows {
  /** By case column; null where the rows have none of it. */
  readonly columns: readonly (Float64Array | null)[];
  readonly arrival: Int32Array;
  /** See `BoundTable.versionTextRank`. */
  readonly versionTextRank: Float64Array | null;
}

/** How rows of a key stand to each other under a rule. */
export interface Ranks {
  /** By row; the larger wins after multiplication with `sign`. */
  readonly rank: Float64Array | Int32Array;
  readonly sign: 1 | -1;
  /** By row, what decides between equal ranks: the larger wins; null: nothing but arrival does. */
  readonly version: Float64Array | null;
}

/**
 * The ranks of several groups of rows under one rule, comparable with each other; a later group arrives after an earlier
 * one. Rows without a version have an empty one, which is smaller than any. O(rows), O(rows + distinct × log distinct)
 * where versions are compared as texts.
 */
export function ranksOf(dataset: Dataset, groups: readonly RankedRows[], rule: DedupeRule): Ranks[] {
  const versions = groups.map(({ columns, arrival }) =>
    dataset.version === -1 ? null : (columns[dataset.version] ?? new Float64Array(arrival.length).fill(MISSING)),
  );
  const by = (rank: (g: number) => Float64Array | Int32Array, sign: 1 | -1): Ranks[] =>
    groups.map((_, g) => ({ rank: rank(g), sign, version: versions[g] ?? null }));
  const arrivals = (): Int32Array[] => {
    let before = 0;
    return groups.map(({ arrival }, g) => {
      const own = before === 0 ? arrival : arrival.map((at) => at + before);
      if (g < groups.length - 1) before += 1 + arrival.reduce((last, at) => Math.max(last, at), 0);
      return own;
    });
  };
  const arrived = (sign: 1 | -1): Ranks[] => {
    const ranks = arrivals();
    return by((g) => ranks[g] as Int32Array, sign);
  };
  const versioned = (sign: 1 | -1): Ranks[] =>
    dataset.version === -1 ? arrived(sign) : by((g) => versions[g] as Float64Array, sign);
  switch (rule) {
    case 'largest-version':
      return versioned(1);
    case 'smallest-version':
      return versioned(-1);
    case 'first-arrival':
      return arrived(-1);
    case 'last-arrival':
      return arrived(1);
    case 'largest-measure':
      return by((g) => groups[g]?.columns[MEASURE] as Float64Array, 1);
    case 'largest-version-as-text': {
      if (dataset.version === -1) return arrived(1);
      const ranks = groups.some(({ versionTextRank }) => versionTextRank)
        ? groups.map(
            ({ versionTextRank, arrival }) => versionTextRank ?? new Float64Array(arrival.length).fill(MISSING),
          )
        : plainTextRanks(dataset.columns[dataset.version] as CaseColumn, versions as Float64Array[]);
      return by((g) => ranks[g] as Float64Array, 1);
    }
    default:
      return assertNever(rule);
  }
}

/** Whether row r outranks row s of the same key; where ranks and versions are the same, `later` says whether r does. */
export function outranks(a: Ranks, r: number, b: Ranks, s: number, later: boolean): boolean {
  const x = (a.rank[r] as number) * a.sign;
  const y = (b.rank[s] as number) * b.sign;
  if (x !== y) return x > y;
  const v = a.version === null ? 0 : (a.version[r] as number);
  const w = b.version === null ? 0 : (b.version[s] as number);
  return v !== w ? v > w : later;
}

const remembered = new WeakMap<Float64Array, Float64Array>();

/** Ranks by code unit of the versions' plain texts; those of a single group are kept for the same array. */
function plainTextRanks(column: CaseColumn, groups: readonly Float64Array[]): Float64Array[] {
  const [only] = groups;
  const known = groups.length === 1 && only && remembered.get(only);
  if (known) return [known];
  const ranks = digitRanks(column, groups) ?? sortedRanks(column, groups);
  if (groups.length === 1 && only) remembered.set(only, ranks[0] as Float64Array);
  return ranks;
}

/** Digits that a rank below can hold exactly. */
const MOST_DIGITS = 13;

/**
 * Ranks of natural numbers by their digits, without sorting: the digits as a fraction, and of equal fractions the shorter
 * first ("1" before "10" before "11"). Null when some version is another kind of number. O(rows).
 */
function digitRanks(column: CaseColumn, groups: readonly Float64Array[]): Float64Array[] | null {
  if (column.type !== 'number' || column.scale !== 0 || column.wide) return null;
  let most = 0;
  for (const versions of groups) {
    for (const version of versions) {
      if (version === MISSING) continue;
      if (version < 0) return null;
      if (version > most) most = version;
    }
  }
  const digits = String(most).length;
  if (digits > MOST_DIGITS) return null;
  const powers = Array.from({ length: digits + 1 }, (_, power) => 10 ** power);
  return groups.map((versions) => {
    const ranks = new Float64Array(versions.length);
    for (let r = 0; r < ranks.length; r++) {
      const version = versions[r] as number;
      let length = 1;
      while (length < digits && version >= (powers[length] as number)) length += 1;
      ranks[r] = version === MISSING ? MISSING : version * (powers[digits - length] as number) * 16 + length;
    }
    return ranks;
  });
}

function sortedRanks(column: CaseColumn, groups: readonly Float64Array[]): Float64Array[] {
  const texts = new Map<number, string>();
  for (const versions of groups)
    for (const version of versions) if (!texts.has(version)) texts.set(version, plainText(column, version));
  const order = [...texts.entries()].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
  const rank = new Map(order.map(([version], index) => [version, index]));
  return groups.map((versions) => versions.map((version) => rank.get(version) as number));
}
