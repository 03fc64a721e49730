import { isZeroDecimal, negateDecimal, subtractDecimals } from '../decimal';
import type { Findings, Side } from '../findings/findings';
import { formatAmount, formatCount, formatShare } from '../phrases/amounts';
import { capitalised, list, plural } from '../phrases/phrases';
import { apart, inUnits, mixedUnits, NOT_ADDED, type Summed } from './mixed';
import { allExplained, type Reckoning, reckon, type Standing, standingsOf, theFiles } from './standing';
import { tellingOf, unitOf } from './telling';

/** One of the figures under the verdict. `kind` says which colour it takes. */
export interface Figure {
  readonly kind: 'ours' | 'theirs' | 'expected' | 'gap' | 'keys';
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** Theirs, ours, the gap and the keys that differ; with one table, that table, the expected one and what differs. */
export function figuresOf(findings: Findings): readonly Figure[] {
  const reckoning = reckon(findings);
  const { entity } = tellingOf(findings, 'ours');
  const tables = (['theirs', 'ours'] as const).flatMap((side) => tableFigure(findings, side));
  const expected: Figure = {
    kind: 'expected',
    label: 'Expected',
    ...summed(findings, 'expected', findings.expected.total, `from ${theFiles(findings)}`),
  };
  return [
    ...tables,
    ...(reckoning.both ? [] : [expected]),
    {
      kind: 'gap',
      label: reckoning.both ? 'Gap' : 'Difference',
      ...summed(findings, 'difference', reckoning.difference, gapNote(findings, reckoning)),
    },
    {
      kind: 'keys',
      label: `${capitalised(entity.many)} that differ`,
      value: formatCount(reckoning.differing),
      note: `of ${formatCount(reckoning.of)}${presenceNote(findings, reckoning)}`,
    },
  ];
}

/** A sum as a figure; where the amounts cannot be added up, what they are in, and the sum of each. */
function summed(findings: Findings, of: Summed, total: string, note: string): Pick<Figure, 'value' | 'note'> {
  const units = mixedUnits(findings);
  if (units === null) return { value: formatAmount(total, unitOf(findings)), note };
  return {
    value: inUnits(units),
    note: [apart(findings, of) ?? NOT_ADDED, note].filter((text) => text !== '').join('; '),
  };
}

function tableFigure(findings: Findings, side: Side): Figure[] {
  const total = findings.gap[side];
  if (total === null) return [];
  const kind = standingsOf(findings).find((standing) => standing.side === side)?.kind;
  return [
    {
      kind: side,
      label: findings.labels[side],
      ...summed(findings, side, total, tableNote(findings, kind, total)),
    },
  ];
}

function tableNote(findings: Findings, kind: Standing['kind'] | undefined, total: string): string {
  if (kind === 'right') return 'as expected from the files';
  if (kind === 'as-read') return 'as the files here give it';
  return mixedUnits(findings) === null ? distance(findings, total) : '';
}

function distance(findings: Findings, total: string): string {
  const short = subtractDecimals(findings.expected.total, total);
  if (isZeroDecimal(short)) return 'the expected total, but not the expected rows';
  const word = short.startsWith('-') ? 'over' : 'short';
  return `${formatShare(magnitude(short), magnitude(findings.expected.total)) ?? formatAmount(magnitude(short), unitOf(findings))} ${word}`;
}

function gapNote(findings: Findings, reckoning: Reckoning): string {
  if (mixedUnits(findings) !== null) return explainedKeys(findings, reckoning);
  const larger = reckoning.both && reckoning.difference.startsWith('-') && !isZeroDecimal(reckoning.difference);
  return `${larger ? `${findings.labels.ours} is larger; ` : ''}${explainedNote(findings, reckoning)}`;
}

/** What of the difference is explained, counted in keys. */
function explainedKeys(findings: Findings, { differing, unexplained, causes }: Reckoning): string {
  if (differing === 0) return '';
  if (findings.missing) return 'open until the file is here';
  if (unexplained.keys === 0) return 'all of it explained';
  const { one, many } = tellingOf(findings, 'ours').entity;
  return causes.length === 0 ? 'none of it explained' : `${plural(unexplained.keys, one, many)} unexplained`;
}

function explainedNote(findings: Findings, reckoning: Reckoning): string {
  const { difference, unexplained, causes } = reckoning;
  if (isZeroDecimal(difference)) return 'the totals agree';
  if (findings.missing) return 'open until the file is here';
  if (allExplained(reckoning)) return 'all of it explained';
  if (causes.length === 0) return 'none of it explained';
  if (isZeroDecimal(unexplained.amount)) return 'all of it explained, but not every row';
  const share = explainedShare(reckoning);
  return share === null
    ? `${formatAmount(unexplained.amount, unitOf(findings))} unexplained`
    : `${share} of it explained`;
}

/** The part of the difference that the causes tell, where it is a part: above nothing and below all. Else null. */
export function explainedShare({ difference, unexplained }: Reckoning): string | null {
  const explained = subtractDecimals(difference, unexplained.amount);
  const sameWay = (a: string, b: string) =>
    a.startsWith('-') === b.startsWith('-') && !isZeroDecimal(a) && !isZeroDecimal(b);
  return sameWay(explained, difference) && sameWay(unexplained.amount, difference)
    ? formatShare(explained, difference)
    : null;
}

function presenceNote({ keys, labels }: Findings, { both }: Reckoning): string {
  if (!both) return ', against what the files give';
  const only = [
    keys.onlyOurs > 0 ? `${formatCount(keys.onlyOurs)} only in ${labels.ours}` : '',
    keys.onlyTheirs > 0 ? `${formatCount(keys.onlyTheirs)} only in ${labels.theirs}` : '',
  ].filter((text) => text !== '');
  return only.length === 0 ? '; none missing on either side' : `; ${list(only)}`;
}

function magnitude(decimal: string): string {
  return decimal.startsWith('-') ? negateDecimal(decimal) : decimal;
}
