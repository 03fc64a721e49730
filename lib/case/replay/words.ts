import { isZeroDecimal, negateDecimal } from '@/lib/core/decimal';
import type { Findings, Side } from '@/lib/core/findings/findings';
import { formatAmount, formatCount } from '@/lib/core/phrases/amounts';
import { list, numberWord, plural, possessive } from '@/lib/core/phrases/phrases';
import { mixedUnits } from '@/lib/core/words/mixed';
import { tellFault } from '@/lib/core/words/tell-fault';
import { tellingOf, unitOf } from '@/lib/core/words/telling';
import type { ReplayMatch, ReplayOutcome } from '@/lib/engine/investigator';
import type { ReplaySetting } from './setting';

/** How far a replay is from one side's table. */
export interface ToldMatch {
  readonly side: Side;
  readonly exact: boolean;
  /** "8,159 of 10,000 rows" */
  readonly rows: string;
  /** Share of the rows that are reproduced, 0..1; 1 only when all are. */
  readonly share: number;
  /** The replay's total minus the table's, with its sign, and which is larger: "−$18, less than AIQ's total"; empty where no total can be told. */
  readonly difference: string;
}

/** What a replay gave, as a sentence without a full stop: "Running the pipeline again without delta3.csv gives AIQ's table exactly". */
export function replaySentence({ faults, ours, theirs }: ReplayOutcome, findings: Findings): string {
  const matches = [
    ...(ours ? [{ side: 'ours' as const, match: ours }] : []),
    ...(theirs ? [{ side: 'theirs' as const, match: theirs }] : []),
  ];
  const nearest = Math.min(...matches.map(({ match }) => missing(match)));
  const near = matches.filter(({ match }) => missing(match) === nearest).map(({ side }) => side);
  const tables =
    near.length === 2 ? 'both tables' : list(near.map((side) => `${possessive(findings.labels[side])} table`));
  const gives =
    nearest === 0
      ? `gives ${tables} exactly`
      : `falls ${plural(nearest, 'row', 'rows')} short of ${near.length === 2 ? 'either table' : tables}`;
  return `Running the pipeline ${settingWords(faults, findings)} ${gives}`;
}

/** Beyond so many, a title that names them all is no longer read. */
const TOLD_IN_FULL = 3;

/** To follow "Running the pipeline": "as it should run", "again without delta3.csv". */
function settingWords(faults: ReplaySetting, findings: Findings): string {
  if (faults.length === 0) return 'as it should run';
  if (faults.length > TOLD_IN_FULL) return `again with these ${numberWord(faults.length)} faults`;
  const parts = faults.map((fault) => tellFault(fault, tellingOf(findings, 'ours')).replayed);
  return `again ${parts.some((part) => /,(?!\d)/.test(part)) ? `${parts.join(', and ')},` : list(parts)}`;
}

export function tellMatch(match: ReplayMatch, side: Side, findings: Findings): ToldMatch {
  const difference = negateDecimal(match.difference);
  const exact = missing(match) === 0;
  return {
    side,
    exact,
    rows: `${formatCount(match.rows)} of ${plural(match.of, 'row', 'rows')}`,
    share: exact ? 1 : Math.min(0.995, match.rows / match.of),
    difference:
      mixedUnits(findings) === null
        ? differenceWords(difference, possessive(findings.labels[side]), unitOf(findings))
        : '',
  };
}

function differenceWords(difference: string, whose: string, unit: string | null): string {
  const amount = formatAmount(difference, unit);
  if (isZeroDecimal(difference)) return `${amount}, the same as ${whose} total`;
  return difference.startsWith('-') ? `${amount}, less than ${whose} total` : `+${amount}, more than ${whose} total`;
}

function missing({ rows, of }: ReplayMatch): number {
  return of - rows;
}
