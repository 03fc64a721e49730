import { formatUnits } from '../decimal';
import type { Evidence } from '../findings/findings';
import type { ExplainedSide } from './explain-side';

interface Totals {
  /** In units; null where the table was not given. */
  readonly theirs: bigint | null;
  readonly expected: bigint;
  readonly ours: bigint | null;
}

/**
 * From theirs to ours by way of expected: the customer's causes undone, then the vendor's causes applied. A step's
 * amount is what it adds to the total; what is unexplained is a step of its own, so that the last total is ours exactly.
 */
export function buildBridge(
  totals: Totals,
  ours: ExplainedSide | null,
  theirs: ExplainedSide | null,
  scale: number,
): Evidence['bridge'] {
  const steps: Evidence['bridge'] = [];
  let total = totals.theirs ?? totals.expected;
  const stand = (kind: 'theirs' | 'expected' | 'ours'): void => {
    steps.push({ kind, side: null, cause: null, keys: 0, amount: '0', total: formatUnits(total, scale) });
  };
  const change = (side: ExplainedSide, cause: number | null, keys: number, amount: bigint): void => {
    total -= amount;
    steps.push({
      kind: cause === null ? 'unexplained' : 'cause',
      side: side.side,
      cause,
      keys,
      amount: formatUnits(-amount, scale),
      total: formatUnits(total, scale),
    });
  };
  const changes = (side: ExplainedSide): void => {
    side.shares.forEach((share, index) => {
      change(side, index, share.keys, share.amount);
    });
    if (side.faults.length > 0 || side.unexplained.keys > 0 || side.unexplained.amount !== 0n)
      change(side, null, side.unexplained.keys, side.unexplained.amount);
  };
  if (totals.theirs !== null) stand('theirs');
  if (theirs) changes(theirs);
  if (totals.theirs === null || totals.ours === null || steps.length > 1) stand('expected');
  if (ours) changes(ours);
  if (totals.ours !== null) stand('ours');
  return steps;
}
