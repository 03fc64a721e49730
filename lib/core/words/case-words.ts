import { isZeroDecimal } from '../decimal';
import type { Cause, Findings, Side } from '../findings/findings';
import { formatAmount, formatCount } from '../phrases/amounts';
import { plural } from '../phrases/phrases';
import type { Entity } from './entity';
import { mixedUnits, NOT_ADDED } from './mixed';
import { labelOf } from './tell-fault';
import { tellingOf, unitOf } from './telling';

/** How a case's figures are written in charts, rows and timeline. */
export interface CaseWords {
  /** "$4,742,481", "−$12.50": a decimal in the measure's unit. */
  amount(decimal: string): string;
  /** The same, with its sign always: "+$1", "−$1", "$0". */
  signed(decimal: string): string;
  /** A sum over rows as an amount, or that it is not added up where they are in several currencies. */
  total(decimal: string): string;
  /** Whether amounts are added up at all. */
  readonly added: boolean;
  /** "10,000" */
  count(count: number): string;
  /** "1 user", "1,841 users" */
  keys(count: number): string;
  /** A cause in a few words: "delta3.csv, no effect". */
  cause(cause: Cause, side: Side): string;
  readonly ours: string;
  readonly theirs: string;
  readonly entity: Entity;
  /** The version column's name. */
  readonly version: string;
  /** The measure's currency sign or "%", or null. */
  readonly unit: string | null;
}

export function caseWords(findings: Findings): CaseWords {
  const unit = unitOf(findings);
  const telling = { ours: tellingOf(findings, 'ours'), theirs: tellingOf(findings, 'theirs') };
  const { entity } = telling.ours;
  const amount = (decimal: string) => formatAmount(decimal, unit);
  const added = mixedUnits(findings) === null;
  return {
    amount,
    signed: (decimal) => (decimal.startsWith('-') || isZeroDecimal(decimal) ? amount(decimal) : `+${amount(decimal)}`),
    added,
    total: (decimal) => (added ? amount(decimal) : NOT_ADDED),
    count: formatCount,
    keys: (keys) => plural(keys, entity.one, entity.many),
    cause: (cause, side) => labelOf(cause, telling[side]),
    ours: findings.labels.ours,
    theirs: findings.labels.theirs,
    entity,
    version: telling.ours.columns.version,
    unit,
  };
}
