import { addDecimals, formatUnits, subtractDecimals } from '@/lib/core/decimal';
import type { Fault, FaultOf } from '@/lib/core/findings/fault';
import type { Findings, SideFindings } from '@/lib/core/findings/findings';
import { formatShare } from '@/lib/core/phrases/amounts';
import { explainedShare } from '@/lib/core/words/figures';
import { apart } from '@/lib/core/words/mixed';
import { tellPattern } from '@/lib/core/words/patterns';
import { reckon } from '@/lib/core/words/standing';
import { tellFault } from '@/lib/core/words/tell-fault';
import { tellingOf } from '@/lib/core/words/telling';
import { canonicalNumber, numbersOf } from './numbers';

/**
 * The numbers that words make of the findings without standing in them, as canonical decimals: how many files, causes
 * and rows there are in all, rows told from 1, what is left of a count, and shares as `formatShare` rounds them.
 */
export function derivedNumbers(findings: Findings): string[] {
  const sides = [findings.sides.ours, findings.sides.theirs].filter((side) => side !== null);
  return [
    ...counts(findings, sides).map((count) => canonicalNumber(String(count))),
    ...amounts(findings, sides).map(canonicalNumber),
    ...[
      ...shares(findings, sides),
      ...toldOfFaults(findings, sides),
      ...toldPatterns(findings),
      apart(findings, 'difference') ?? '',
    ].flatMap((text) => numbersOf(text).flatMap((found) => found.readings.flat())),
  ];
}

function counts(findings: Findings, sides: readonly SideFindings[]): number[] {
  const { inputs, keys, evidence } = findings;
  const deltas = inputs.filter((input) => input.role === 'delta');
  const causes = sides.map((side) => side.causes.length);
  const sum = (of: readonly number[]) => of.reduce((total, count) => total + count, 0);
  const { differing, of, unexplained } = reckon(findings);
  return [
    differing,
    of,
    of - differing,
    unexplained.keys,
    inputs.length,
    deltas.length,
    inputs.length - deltas.length,
    sum(deltas.map((input) => input.rows)),
    sum(inputs.map((input) => input.rows)),
    sum(inputs.map((input) => input.rejected)),
    keys.mismatched + keys.onlyOurs + keys.onlyTheirs,
    keys.compared + keys.onlyOurs + keys.onlyTheirs,
    keys.onlyOurs + keys.onlyTheirs,
    Math.max(0, findings.expected.keys - keys.compared),
    keys.compared + keys.onlyOurs,
    keys.compared + keys.onlyTheirs,
    keys.compared - keys.mismatched,
    ...causes,
    sum(causes),
    ...sides.map((side) => sum(side.causes.map((cause) => cause.keys))),
    ...sides.flatMap((side) => [side, ...side.ruledOut].map(({ reproduced }) => reproduced.of - reproduced.rows)),
    ...sides.flatMap((side) => [side.equivalents.length, side.blindSpots.length, side.patterns.length]),
    ...toldFaults(sides).flatMap(namedFiles),
    ...evidence.filesWon.flatMap((won) => [won.ours, won.theirs].map((count) => Math.abs(won.expected - (count ?? 0)))),
    ...findings.repair.flatMap((repair) =>
      repair.outcomes.flatMap((outcome) => [outcome.of - outcome.right, outcome.files.length]),
    ),
  ];
}

/** How many files a fault names. */
function namedFiles(fault: Fault): number[] {
  return 'files' in fault && fault.files ? [fault.files.length] : [];
}

function amounts(findings: Findings, sides: readonly SideFindings[]): string[] {
  const { gap, expected } = findings;
  const explained = sides.map((side) => side.causes.reduce((sum, cause) => addDecimals(sum, cause.amount), '0'));
  const { difference, unexplained } = reckon(findings);
  return [
    difference,
    unexplained.amount,
    ...explained,
    ...sides.map((side, at) => addDecimals(explained[at] ?? '0', side.unexplained.amount)),
    explained.reduce(addDecimals, '0'),
    ...[gap.ours, gap.theirs].filter((total) => total !== null).map((total) => subtractDecimals(total, expected.total)),
  ];
}

function shares(findings: Findings, sides: readonly SideFindings[]): string[] {
  const { gap, keys, expected } = findings;
  const of = (part: string | number | null, whole: string | number | null) =>
    part === null || whole === null ? null : formatShare(String(part), String(whole));
  const parts = sides.flatMap((side) => [...side.causes, side.unexplained]);
  const reckoning = reckon(findings);
  return [
    explainedShare(reckoning),
    ...[gap.theirs, gap.ours, expected.total].map((total) => of(reckoning.difference, total)),
    ...[gap.theirs, gap.ours].map((total) => of(total && subtractDecimals(expected.total, total), expected.total)),
    of(gap.difference, gap.theirs),
    of(gap.difference, gap.ours),
    of(gap.difference, expected.total),
    of(keys.mismatched, keys.compared),
    of(keys.mismatched + keys.onlyOurs + keys.onlyTheirs, keys.compared + keys.onlyOurs + keys.onlyTheirs),
    ...parts.flatMap((part) => [
      of(part.amount, gap.difference),
      of(part.amount, gap.theirs),
      of(part.amount, gap.ours),
      of(part.keys, keys.compared),
      of(part.keys, keys.mismatched),
      of(part.keys, expected.keys),
    ]),
    ...sides.flatMap((side) => [side, ...side.ruledOut].map(({ reproduced }) => of(reproduced.rows, reproduced.of))),
  ].filter((share) => share !== null);
}

/** What sets unexplained keys apart: rows of a file are told from 1. */
function toldPatterns(findings: Findings): string[] {
  return (['ours', 'theirs'] as const).flatMap((side) =>
    (findings.sides[side]?.patterns ?? []).map((pattern) => tellPattern(pattern, tellingOf(findings, side))),
  );
}

/** Every fault that is told of. */
function toldFaults(sides: readonly SideFindings[]): Fault[] {
  return sides.flatMap((side) => [
    ...side.causes,
    ...side.equivalents.flat(),
    ...side.distinguishingFaults,
    ...side.blindSpotFaults,
    ...side.ruledOut.flatMap((tried) => tried.causes),
  ]);
}

/** What the words of faults count from their parameters, or invent for an example ("999" counts as newer than "1000"). */
function toldOfFaults(findings: Findings, sides: readonly SideFindings[]): string[] {
  const telling = tellingOf(findings, 'ours');
  return toldFaults(sides).flatMap((fault) => {
    const words = tellFault(fault, telling);
    return [
      ...[words.sentence, words.replayed, words.label, words.question, words.wouldShow],
      ...words.mechanisms.flatMap(({ mechanism, lookAt }) => [mechanism, lookAt]),
      ...(fault.fault === 'measure-wrapped' ? ends(fault) : []),
    ];
  });
}

/** What a listing reckons with for an integer of so many bits: its turn, half of it, and the largest that it holds. */
function ends({ bits, digits }: FaultOf<'measure-wrapped'>): string[] {
  const turn = 2n ** BigInt(bits);
  return [turn, turn / 2n, turn / 2n - 1n].map((units) => formatUnits(units, digits));
}
