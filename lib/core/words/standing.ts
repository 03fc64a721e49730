import { addDecimals, isZeroDecimal, subtractDecimals } from '../decimal';
import { moduleOf } from '../faults/catalogue';
import type { Telling } from '../faults/fault-words';
import type { Cause, Findings, Side, SideFindings } from '../findings/findings';
import { numberWord } from '../phrases/phrases';
import { deltasOf, tellingOf } from './telling';

/**
 * How a table stands to the files. `right`: it equals the expected table. `proved`: its causes reproduce it exactly.
 * `as-read`, `holds`: the same as far as the files could be read, or under the reading that was chosen, so that nothing
 * is proved. `best`: its causes reproduce part of it. `unknown`: no fault was found.
 */
export interface Standing {
  readonly side: Side;
  readonly kind: 'right' | 'as-read' | 'proved' | 'holds' | 'best' | 'unknown';
  readonly found: SideFindings;
  readonly telling: Telling;
}

/** The tables that were given, ours first. */
export function standingsOf(findings: Findings): readonly Standing[] {
  return (['ours', 'theirs'] as const).flatMap((side) => {
    const found = findings.sides[side];
    if (!found) return [];
    const kind = kindOf(found, findings);
    return [{ side, kind, found, telling: tellingOf(findings, side) } satisfies Standing];
  });
}

function kindOf({ proved, exact: fits, unsettled, causes }: SideFindings, { missing }: Findings): Standing['kind'] {
  // Findings that were kept before there was `exact` say `proved` alone.
  const exact = fits || proved;
  const whole = missing === null && unsettled === 0;
  if (causes.length === 0) return !exact ? 'unknown' : proved && whole ? 'right' : 'as-read';
  return proved ? 'proved' : exact ? 'holds' : 'best';
}

/** It is not what the files should give, as far as they could be read. */
export function isWrong({ kind }: Standing): boolean {
  return kind !== 'right' && kind !== 'as-read';
}

/** Proved to differ from the files in how values are written alone. */
export function isRewritten({ kind, found }: Standing): boolean {
  return kind === 'proved' && found.causes.every((cause) => moduleOf(cause).writing);
}

/** What the sentences about the whole case count with. */
export interface Reckoning {
  readonly both: boolean;
  /** theirs - ours; with one table the same against the expected total: expected - ours, or theirs - expected. */
  readonly difference: string;
  /** Ours' causes first, then theirs', each in pipeline order. */
  readonly causes: readonly { readonly side: Side; readonly cause: Cause }[];
  readonly unexplained: { readonly keys: number; readonly amount: string };
  /** Keys that the tables do not hold alike, of all keys; with one table, keys that are not as expected. */
  readonly differing: number;
  readonly of: number;
}

/**
 * Sums over the sides that were given. Amounts are exact decimals in the measure's unit and signed so that, with two
 * tables, causes and unexplained add up to `difference`; counts are of keys, and `differing` is at most `of`. A key that
 * is unexplained on both sides counts twice in `unexplained.keys`. O(causes).
 */
export function reckon(findings: Findings): Reckoning {
  const standings = standingsOf(findings);
  const { compared, mismatched, onlyOurs, onlyTheirs } = findings.keys;
  const causes = standings.flatMap(({ side, found }) => found.causes.map((cause) => ({ side, cause })));
  const unexplained = standings.reduce(
    (sum, { found }) => ({
      keys: sum.keys + found.unexplained.keys,
      amount: addDecimals(sum.amount, found.unexplained.amount),
    }),
    { keys: 0, amount: '0' },
  );
  const both = standings.length === 2;
  const absent = both ? 0 : absentKeys(findings);
  const all = compared + onlyOurs + onlyTheirs + absent;
  return {
    both,
    difference: differenceOf(findings),
    causes,
    unexplained,
    differing: mismatched + onlyOurs + onlyTheirs + absent,
    of: Math.max(all, findings.expected.keys, unexplained.keys, ...causes.map(({ cause }) => cause.keys)),
  };
}

/** Expected keys that the only table given lacks. */
export function absentKeys({ expected, keys }: Findings): number {
  return Math.max(0, expected.keys - keys.compared);
}

function differenceOf({ gap, expected }: Findings): string {
  if (gap.difference !== null) return gap.difference;
  if (gap.ours !== null) return subtractDecimals(expected.total, gap.ours);
  return gap.theirs === null ? '0' : subtractDecimals(gap.theirs, expected.total);
}

/** All of the difference and every key of it is told by causes. */
export function allExplained({ unexplained }: Reckoning): boolean {
  return unexplained.keys === 0 && isZeroDecimal(unexplained.amount);
}

/** "the five files", or the name of the only one. */
export function theFiles(findings: Findings): string {
  const files = deltasOf(findings);
  return files.length === 1 ? (files[0] ?? 'the file') : `the ${numberWord(files.length)} files`;
}
