import { isZeroDecimal, negateDecimal, subtractDecimals } from '../decimal';
import { filesArriving } from '../faults/catalogue';
import type { Evidence, Findings, Side } from '../findings/findings';
import { formatCount } from '../phrases/amounts';
import { capitalised, formatVersion, list, numberWord, plural, possessive } from '../phrases/phrases';
import { explainedShare } from './figures';
import { inUnits, mixedUnits } from './mixed';
import { allExplained, type Reckoning, reckon, standingsOf } from './standing';
import { tellWholeGap } from './tell-fault';
import { tellingOf } from './telling';

/** The charts' titles: each states what the chart shows, true for every shape of findings, without a full stop. */

/** "delta3.csv is the whole gap". */
export function bridgeTitle(findings: Findings): string {
  const units = mixedUnits(findings);
  if (units !== null) return `Amounts ${inUnits(units)} have no total to bridge`;
  const reckoning = reckon(findings);
  const { both, difference, causes, unexplained, differing } = reckoning;
  const { amount, entity } = tellingOf(findings, 'ours');
  const gap = both ? 'gap' : 'difference';
  const [first] = causes;
  if (isZeroDecimal(difference)) {
    const subject = both ? 'The totals agree' : 'The total is as expected';
    if (differing === 0) return subject;
    return `${subject} although ${plural(differing, entity.one, entity.many)} ${differing === 1 ? 'differs' : 'differ'}`;
  }
  if (!first) return `The ${gap} of ${amount(difference)} is not explained`;
  if (allExplained(reckoning)) {
    if (causes.length > 1) return `${capitalised(numberWord(causes.length))} causes add up to the whole ${gap}`;
    return tellWholeGap(first.cause, tellingOf(findings, first.side), gap);
  }
  if (isZeroDecimal(unexplained.amount)) return `The whole ${gap} is explained, but not every row`;
  const share = explainedShare(reckoning);
  return share === null
    ? `${amount(unexplained.amount)} of the ${gap} is not explained`
    : `${capitalised(share)} of the ${gap} is explained`;
}

/** "AIQ holds no row from delta3.csv; 1,841 are expected". Rows that equal none of any file come first where they weigh most. */
export function filesWonTitle(findings: Findings): string {
  const sides = standingsOf(findings).map(({ side }) => side);
  const stories = sides.flatMap((side) => filesWonStories(findings, side));
  const [first, ...rest] = stories;
  if (!first) {
    const whose = sides.length === 2 ? 'Both tables hold' : `${findings.labels[sides[0] ?? 'ours']} holds`;
    return `${whose} as many rows from each file as expected`;
  }
  return rest.reduce((top, story) => (story.rows > top.rows ? story : top), first).text;
}

function filesWonStories(findings: Findings, side: Side): { text: string; rows: number }[] {
  const label = findings.labels[side];
  const files = findings.evidence.filesWon.map((won) => ({
    file: won.file,
    expected: won.expected,
    held: won[side] ?? 0,
  }));
  const strangers = findings.evidence.fromNoFile[side] ?? 0;
  const holes = files.filter(({ expected, held }) => held === 0 && expected > 0);
  const missing = holes.reduce((sum, { expected }) => sum + expected, 0);
  const furthest = files.reduce<(typeof files)[number] | null>(
    (top, file) => (Math.abs(file.expected - file.held) > (top ? Math.abs(top.expected - top.held) : 0) ? file : top),
    null,
  );
  return [
    ...(strangers === 0
      ? []
      : [
          {
            rows: strangers,
            text: `${formatCount(strangers)} of ${possessive(label)} rows ${strangers === 1 ? 'equals' : 'equal'} no row of any file`,
          },
        ]),
    ...(missing === 0
      ? []
      : [
          {
            rows: missing,
            text: `${label} holds no row from ${list(
              holes.map(({ file }) => file),
              'or',
            )}; ${formatCount(missing)} ${missing === 1 ? 'is' : 'are'} expected`,
          },
        ]),
    ...(missing > 0 || !furthest
      ? []
      : [
          {
            rows: Math.abs(furthest.expected - furthest.held),
            text: `${label} holds ${plural(furthest.held, 'row', 'rows')} from ${furthest.file}; ${formatCount(furthest.expected)} ${furthest.expected === 1 ? 'is' : 'are'} expected`,
          },
        ]),
  ];
}

/** "All of the gap lies in batches 4,501 to 6,000". */
export function gapByVersionTitle(findings: Findings): string {
  const reckoning = reckon(findings);
  const { both, difference, differing } = reckoning;
  const { amount, columns, entity } = tellingOf(findings, 'ours');
  const gap = both ? 'gap' : 'difference';
  const bins = findings.evidence.gapByVersion.filter((bin) => bin.keys > 0 || !isZeroDecimal(bin.amount));
  const [first] = bins;
  const last = bins.at(-1);
  if (findings.evidence.gapByVersion.length === 0) return `The files have no version to show the ${gap} by`;
  if (!first || !last)
    return differing === 0 ? `No ${entity.one} differs` : `The ${gap} lies in ${entity.many} that are in no file`;
  const range = onlyMissingFile(findings, reckoning) ?? withinFiles(findings, first.from, last.to);
  const where = versionSpan(columns.version, range.from, range.to);
  const outside = findings.evidence.gapOutsideVersions;
  const mixed = mixedUnits(findings) !== null;
  if (!mixed && !isZeroDecimal(outside.amount)) {
    const inside = subtractDecimals(difference, outside.amount);
    return `${amount(inside)} of the ${gap} lies in ${where}, and ${amount(outside.amount)} in ${entity.many} that are in no file`;
  }
  if (!mixed && !isZeroDecimal(difference))
    return isWide(findings, first, last) ? `The ${gap} is spread over ${where}` : `All of the ${gap} lies in ${where}`;
  const keys = bins.reduce((total, bin) => total + bin.keys, 0);
  return `${plural(keys, entity.one, entity.many)} ${keys === 1 ? 'differs' : 'differ'} in ${where}${mixed ? '' : ', and the totals agree'}`;
}

type Bin = Evidence['gapByVersion'][number];

/** From the first bin that differs to the last there is most of the axis: nothing lies anywhere in particular. */
function isWide({ evidence: { gapByVersion: bins } }: Findings, first: Bin, last: Bin): boolean {
  return bins.indexOf(last) - bins.indexOf(first) + 1 > bins.length / 2 && bins.length > 1;
}

/** Bins are round and may reach past the versions that there are. Versions that are no numbers stay as they are. */
function withinFiles({ evidence: { fileVersions } }: Findings, from: string, to: string): { from: string; to: string } {
  const bounds = fileVersions.flatMap(({ min, max }) => [min, max]);
  if (![from, to, ...bounds].every((version) => /^-?\d+(\.\d+)?$/.test(version))) return { from, to };
  const less = (a: string, b: string) => subtractDecimals(a, b).startsWith('-');
  const least = bounds.reduce((low, bound) => (less(bound, low) ? bound : low), bounds[0] ?? from);
  const most = bounds.reduce((high, bound) => (less(high, bound) ? bound : high), bounds[0] ?? to);
  return { from: less(from, least) ? least : from, to: less(most, to) ? most : to };
}

/** Where one missing file is proved to be all there is, its own version range is exact and the bins' is not. */
function onlyMissingFile(findings: Findings, reckoning: Reckoning): { from: string; to: string } | null {
  const [only] = reckoning.causes;
  if (!only || reckoning.causes.length > 1 || !allExplained(reckoning)) return null;
  const missing = filesArriving(only.cause, 'none');
  if (missing.length !== 1) return null;
  const versions = findings.evidence.fileVersions.find(({ file }) => file === missing[0]);
  return versions ? { from: versions.min, to: versions.max } : null;
}

function versionSpan(column: string, from: string, to: string): string {
  const { one, many } = versionNoun(column);
  return from === to ? `${one} ${formatVersion(from)}` : `${many} ${formatVersion(from)} to ${formatVersion(to)}`;
}

/** "batch", "batches" of "batch_id"; a name that makes no plural stays as it is. */
export function versionNoun(column: string): { readonly one: string; readonly many: string } {
  const noun = /^([a-z]+)[_\s-](?:id|no|number)$/i.exec(column)?.[1]?.toLowerCase();
  const one = noun ?? (/^(?:version|batch|revision|sequence)$/i.test(column) ? column.toLowerCase() : null);
  if (one === null) return { one: column, many: column };
  return { one, many: /(?:s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s` };
}

/** "Half of the 1,841 users are short by $2,668 or more": short or over is said of ours, or of the only table given. */
export function spreadTitle(findings: Findings): string {
  const units = mixedUnits(findings);
  if (units !== null) return `Differences ${inUnits(units)} have no common axis`;
  const { keys, median, min, max } = findings.evidence.gapSpread;
  const { amount, columns, entity } = tellingOf(findings, 'ours');
  const users = plural(keys, entity.one, entity.many);
  if (keys === 0 || median === null || min === null || max === null) return `No ${entity.one} to compare differs`;
  if (isZeroDecimal(min) && isZeroDecimal(max)) {
    return `${users} ${keys === 1 ? 'differs' : 'differ'}, but not in ${columns.measure}`;
  }
  const oneWay = !min.startsWith('-') || max.startsWith('-') || isZeroDecimal(max);
  if (!oneWay || isZeroDecimal(median))
    return `The ${users} differ by ${amount(min)} to ${amount(max)}, with a median of ${amount(median)}`;
  const negative = median.startsWith('-');
  const size = amount(negative ? negateDecimal(median) : median);
  const how = negative === (findings.sides.ours !== null) ? 'over' : 'short';
  if (keys === 1) return `1 ${entity.one} is ${how} by ${size}`;
  if (isZeroDecimal(subtractDecimals(min, max))) return `All ${users} are ${how} by ${size}`;
  return `Half of the ${users} are ${how} by ${size} or more`;
}
