import { type Match, matchTables } from '../compare/match';
import { differingKeys } from '../compare/same-replay';
import { readGrouped, readReplayed } from '../compare/table-view';
import { ExactSum } from '../decimal';
import { replay } from '../faults/replay';
import type { Fault } from '../findings/fault';
import type { Side } from '../findings/findings';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset, GroupedRows } from '../table/dataset';
import { settledPart } from './key-subset';
import { type Attempt, searchCauses } from './search';

/** What was found on one side, before it is put into words. */
export interface ExplainedSide {
  readonly side: Side;
  readonly faults: readonly Fault[];
  readonly match: Match;
  /** The replay gives the table row for row, but for keys of which some line could not be read. */
  readonly exact: boolean;
  /** It does so, and no cause touches such a key. */
  readonly proved: boolean;
  /** Aligned with `faults`. `amount` is the cause's part of theirs - ours, in units. */
  readonly shares: readonly { readonly keys: number; readonly amount: bigint }[];
  readonly unexplained: { readonly keys: number; readonly amount: bigint };
  readonly equivalents: readonly (readonly Fault[])[];
  readonly singles: readonly Attempt[];
  /** Index of the first cause, in pipeline order, that touches the key; -1: none. By key id. */
  readonly cause: Int8Array;
  /** 1 where the replay with the causes does not give the side's rows of the key. By key id. */
  readonly residual: Uint8Array;
  /** The replay without causes: what the deltas should give. */
  readonly expected: Replayed;
  /** The replay with the causes. */
  readonly replayed: Replayed;
}

/**
 * Finds one side's causes and what each explains. A key that two causes touch counts for the first in the pipeline, with
 * its whole difference, so that the shares and what is unexplained add up to this side's part of the gap exactly.
 */
export function explainSide(
  dataset: Dataset,
  side: Side,
  observed: GroupedRows,
  expected: Replayed,
  tick: () => void,
): ExplainedSide {
  const part = settledPart(dataset, observed);
  const found = searchCauses(part?.dataset ?? dataset, part?.observed ?? observed, tick);
  const { faults } = found.best;
  const replayed = faults.length === 0 ? expected : replay(dataset, faults, observed);
  const residual = new Uint8Array(replayed.winner.length);
  const match = matchTables(dataset, replayed, observed, residual);
  const cause = firstCauses(dataset, observed, faults, expected, replayed);
  const open = (k: number) => dataset.unsettled?.[k] === 1;
  const exact = match.rows === match.of || residual.every((flag, k) => flag === 0 || open(k));
  return {
    side,
    faults,
    match,
    exact,
    proved:
      exact &&
      !(dataset.unsettled?.some((flag, k) => flag === 1 && (residual[k] === 1 || (cause[k] ?? -1) !== -1)) ?? false),
    ...sharesOf(dataset, side, observed, faults, { expected, replayed, cause, residual }),
    equivalents: found.exact.slice(1).map((attempt) => attempt.faults),
    singles: found.singles,
    cause: cause.slice(0, dataset.keys.count),
    residual: residual.slice(0, dataset.keys.count),
    expected,
    replayed,
  };
}

/**
 * Adds the causes one by one in pipeline order and notes for each key which of them first changes it, or shows only in
 * those after it.
 */
function firstCauses(
  dataset: Dataset,
  observed: GroupedRows,
  faults: readonly Fault[],
  expected: Replayed,
  replayed: Replayed,
): Int8Array {
  let before = expected;
  let cause = new Int8Array(expected.winner.length).fill(-1);
  faults.forEach((_, index) => {
    const last = index === faults.length - 1;
    const after = last ? replayed : replay(dataset, faults.slice(0, index + 1), observed);
    const differs = differingKeys(dataset, before, after);
    if (differs.length > cause.length) {
      const longer = new Int8Array(differs.length).fill(-1);
      longer.set(cause);
      cause = longer;
    }
    for (let k = 0; k < differs.length; k++) if (differs[k] === 1 && cause[k] === -1) cause[k] = index;
    before = after;
  });
  faults.forEach((_, index) => {
    if (cause.includes(index)) return;
    const others = faults.filter((_, other) => other !== index);
    claimMutable(cause, index, differingKeys(dataset, replay(dataset, others, observed), replayed));
  });
  return cause;
}

/** @param needed by key id, 1 where the table would be another without the cause */
function claimMutable(cause: Int8Array, index: number, needed: Uint8Array): void {
  for (let k = 0; k < cause.length; k++)
    if (needed[k] === 1 && (cause[k] === -1 || (cause[k] as number) > index)) cause[k] = index;
}

interface Tables {
  readonly expected: Replayed;
  readonly replayed: Replayed;
  readonly cause: Int8Array;
  readonly residual: Uint8Array;
}

function sharesOf(
  dataset: Dataset,
  side: Side,
  observed: GroupedRows,
  faults: readonly Fault[],
  { expected, replayed, cause, residual }: Tables,
): Pick<ExplainedSide, 'shares' | 'unexplained'> {
  const should = readReplayed(dataset, expected, null);
  const gives = readReplayed(dataset, replayed, observed);
  const holds = readGrouped(dataset.measure, observed);
  const sign = side === 'ours' ? 1n : -1n;
  const keys = faults.map(() => 0);
  /** Of expected less given. */
  const sums = faults.map(() => new ExactSum());
  const ids = Math.max(cause.length, replayed.winner.length);
  for (let k = 0; k < ids; k++) {
    const index = cause[k] ?? -1;
    if (index === -1) continue;
    keys[index] = (keys[index] as number) + 1;
    const known = k < expected.winner.length;
    const reached = k < replayed.winner.length;
    const a = known ? should.small(k) : 0;
    const b = reached ? gives.small(k) : 0;
    if (a !== null && b !== null) {
      sums[index]?.add(a);
      sums[index]?.add(-b);
    } else sums[index]?.addLarge((known ? should.of(k) : 0n) - (reached ? gives.of(k) : 0n));
  }
  const amounts = sums.map((sum) => sign * sum.total());
  const explained = amounts.reduce((sum, amount) => sum + amount, 0n);
  const part = sign * (should.total() - holds.total());
  let left = 0;
  for (let k = 0; k < residual.length; k++) left += residual[k] as number;
  return {
    shares: faults.map((_, index) => ({ keys: keys[index] as number, amount: amounts[index] as bigint })),
    unexplained: { keys: left, amount: part - explained },
  };
}
