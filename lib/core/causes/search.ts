import { type Match, matchTables } from '../compare/match';
import { faultCodes, inPipelineOrder, moduleOf, pipelinePosition, suggestFaults } from '../faults/catalogue';
import { tryReplay } from '../faults/replay';
import type { Fault } from '../findings/fault';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset, GroupedRows } from '../table/dataset';
import { gatherClues } from './gather-clues';
import { subsetOfKeys } from './key-subset';
import { narrowRanges, tunings } from './tune';

/** Faults tried together, with how far their replay agrees with the table. */
export interface Attempt {
  /** In pipeline order. */
  readonly faults: readonly Fault[];
  readonly match: Match;
  /** Share of the table's rows that the replay takes as given, 0..1. */
  readonly given: number;
}

/** As much of an attempt as says what rows it gives. */
export interface RowAttempt {
  readonly faults: readonly Fault[];
  readonly match: Pick<Match, 'rows' | 'of'>;
}

export interface SearchResult {
  /** Every set of the smallest size that reproduces the table, the one to tell first at the head; empty when none does. */
  readonly exact: readonly Attempt[];
  /** Single faults that were tried and do not reproduce it, best first, one attempt for each set of parameters. */
  readonly singles: readonly Attempt[];
  /** The set that leaves least while each of its faults earns its place; no faults when none does. */
  readonly best: Attempt;
}

/** Causes at once on one side. */
const MOST_CAUSES = 3;
/** Attempts that each further cause is tried on. */
const WIDTH = [1, 14, 14];
/** Attempts whose parameters are read again once another cause is known. */
const REFITTED = 8;
/** Attempts whose thresholds are tried at other values of the range that the evidence leaves. */
const TUNED = 3;

/**
 * The smallest set of faults whose replay equals the observed table, guided by evidence: what the replay of the causes
 * so far leaves suggests the next ones with their parameters. Replays grow with the width, not with 2^files. On many
 * keys the search runs on a sample in which every kind of mismatch is present, and its outcome is fitted and judged on all.
 */
export function searchCauses(dataset: Dataset, observed: GroupedRows, tick: () => void = () => {}): SearchResult {
  const none = judge(dataset, observed, []);
  if (isExact(none)) return { exact: [none], singles: [], best: none };
  const sampled = subsetOfKeys(dataset, observed);
  if (sampled === null) return searchFrom(none, dataset, observed, MOST_GIVEN, tick);
  const smallNone = judge(sampled.dataset, sampled.observed, []);
  const small = searchFrom(smallNone, sampled.dataset, sampled.observed, 1, tick);
  const fitted = small.exact.map((attempt) => fitAll(dataset, observed, attempt.faults, tick));
  const exact = fitted
    .filter((attempt) => isExact(attempt) && attempt.given <= MOST_GIVEN)
    .map((attempt) => narrowed(dataset, observed, attempt));
  if (small.exact.length > 0 && exact.length === 0) return searchFrom(none, dataset, observed, MOST_GIVEN, tick);
  const singles = firstOfEachKind(small.singles, MOST_RULED_OUT)
    .filter((attempt) => !overstates(smallNone, none) || comesNear(attempt, smallNone, NEAR / 2))
    .map((attempt) => {
      tick();
      return judge(dataset, observed, attempt.faults);
    });
  const fittedBest = exact[0] ?? fitAll(dataset, observed, small.best.faults, tick);
  const best = fittedBest.given <= MOST_GIVEN ? fittedBest : none;
  return { exact, singles: byMatch(singles), best };
}

const MOST_RULED_OUT = 6;

/** Share of the mismatched rows that a fault with fitted parameters must clear up to be worth ruling out. */
export const NEAR = 0.05;

/** Whether it is worth saying of a fault that it is not the cause: it has no parameters, or clears up such a share of what differs. */
export function comesNear({ faults, match }: RowAttempt, none: Attempt, share: number): boolean {
  return (
    faults.every((fault) => Object.keys(fault).length === 1 || fault.fault === 'file-not-loaded') ||
    match.rows - none.match.rows >= share * residualOf(none)
  );
}

/** Whether the sample has no more of the rows that agree than of those that do not: what clears up few there does so everywhere. */
function overstates(sample: Attempt, all: Attempt): boolean {
  return sample.match.rows * residualOf(all) <= all.match.rows * residualOf(sample);
}

/** Share of the table that may be taken as given: an explanation that assumes most of it explains nothing. */
const MOST_GIVEN = 0.5;

/** @param none no fault, which may give the table already where it is one of some keys */
function searchFrom(
  none: Attempt,
  dataset: Dataset,
  observed: GroupedRows,
  mostGiven: number,
  tick: () => void,
): SearchResult {
  if (isExact(none)) return { exact: [none], singles: [], best: none };
  const tried = new Map<string, Attempt>();
  let frontier: Attempt[] = [none];
  let singles: Attempt[] = [];
  const levels: Attempt[][] = [];
  for (let size = 1; size <= MOST_CAUSES; size++) {
    const grown = new Map<string, Attempt>();
    const add = (faults: readonly Fault[]): void => {
      if (faults.length !== size) return;
      const key = keyOf(faults);
      const attempt = tried.get(key) ?? judge(dataset, observed, faults);
      tried.set(key, attempt);
      if (attempt.given <= mostGiven) grown.set(key, attempt);
    };
    for (const attempt of frontier) {
      tick();
      for (const faults of extensions(dataset, observed, attempt)) add(faults);
    }
    const ranked = (): Attempt[] => byCells([...grown.values()]);
    if (size > 1 && !ranked().some(isExact)) {
      for (const attempt of ranked().slice(0, REFITTED)) {
        tick();
        for (const faults of refits(dataset, observed, attempt)) add(faults);
      }
    }
    if (!ranked().some(isExact)) {
      for (const attempt of ranked().slice(0, TUNED)) {
        tick();
        for (const faults of tunings(attempt.faults)) add(faults);
      }
    }
    const attempts = ranked();
    levels.push(attempts);
    const exact = attempts.filter(isExact);
    if (size === 1) singles = byMatch(attempts.filter((attempt) => !isExact(attempt)));
    if (exact.length > 0) {
      const told = inTellingOrder(distinctSets(exact)).map((attempt) => narrowed(dataset, observed, attempt));
      return { exact: told, singles, best: told[0] as Attempt };
    }
    frontier = spread(attempts, WIDTH[size] ?? 0);
  }
  const believed = ({ faults }: Attempt) => faults.every((fault) => isBelieved(dataset, observed, faults, fault));
  return { exact: [], singles, best: frugalBest(none, levels, believed) };
}

/** Rows that a table alone knows are given, whatever they are: beside other causes they must be what those leave as well. */
function isBelieved(dataset: Dataset, observed: GroupedRows, faults: readonly Fault[], fault: Fault): boolean {
  if (!moduleOf(fault).ahead || faults.length === 1) return true;
  const others = faults.filter((other) => other !== fault);
  return suggestFaults(fault.fault, gatherClues(dataset, observed, others)).length > 0;
}

/** The attempt's faults with one more, or with its lost files completed. */
function extensions(dataset: Dataset, observed: GroupedRows, attempt: Attempt): Fault[][] {
  const clues = gatherClues(dataset, observed, attempt.faults);
  return faultCodes.flatMap((code) => suggestFaults(code, clues).map((fault) => withFault(attempt.faults, fault)));
}

/** The faults with another: beside those of its code where a pipeline can have both, else in their place. */
function withFault(faults: readonly Fault[], fault: Fault): Fault[] {
  const stays = (other: Fault): boolean =>
    other.fault !== fault.fault || (moduleOf(fault).besides?.(fault, other) ?? false);
  return inPipelineOrder([...faults.filter(stays), fault]);
}

/** Each fault's parameters read again from what the others leave. */
function refits(dataset: Dataset, observed: GroupedRows, attempt: Attempt): Fault[][] {
  return attempt.faults.flatMap((fault) => {
    const others = attempt.faults.filter((other) => other !== fault);
    const clues = gatherClues(dataset, observed, others);
    return suggestFaults(fault.fault, clues).map((fitted) => withFault(others, fitted));
  });
}

/** The same kinds of fault with parameters fitted on all keys, in pipeline order, each on what the earlier leave. */
function fitAll(dataset: Dataset, observed: GroupedRows, faults: readonly Fault[], tick: () => void): Attempt {
  let best = judge(dataset, observed, faults);
  for (let round = 0; round < 2 && !isExact(best); round++) {
    for (const fault of best.faults) {
      tick();
      const others = best.faults.filter((other) => other !== fault);
      const clues = gatherClues(dataset, observed, others);
      for (const fitted of suggestFaults(fault.fault, clues)) {
        const attempt = judge(dataset, observed, withFault(others, fitted));
        if (attempt.faults.length === best.faults.length && attempt.match.cells > best.match.cells) best = attempt;
      }
    }
  }
  return best;
}

export function judge(dataset: Dataset, observed: GroupedRows, faults: readonly Fault[]): Attempt {
  return tryReplay(dataset, faults, observed, (replayed) => ({
    faults,
    match: matchTables(dataset, replayed, observed),
    given: shareGiven(dataset, replayed, observed),
  }));
}

/** Share of the table's rows that the replay takes from it as given. */
function shareGiven(dataset: Dataset, { given }: Replayed, observed: GroupedRows): number {
  if (given === null) return 0;
  let taken = 0;
  for (let k = 0; k < dataset.keys.count; k++) if (given[k] !== -1) taken += 1;
  return taken / Math.max(1, observed.rows);
}

function narrowed(dataset: Dataset, observed: GroupedRows, attempt: Attempt): Attempt {
  return { ...attempt, faults: narrowRanges(attempt.faults, (faults) => isExact(judge(dataset, observed, faults))) };
}

function isExact({ match }: Attempt): boolean {
  return match.rows === match.of;
}

/** One name for a set of faults, whatever its order; the range of equal parameters is no part of it. */
export function keyOf(faults: readonly Fault[]): string {
  return inPipelineOrder(faults)
    .map((fault) => JSON.stringify({ ...fault, equivalentRange: undefined }))
    .sort()
    .join('+');
}

function byCells(attempts: Attempt[]): Attempt[] {
  return attempts.sort((a, b) => b.match.cells - a.match.cells || b.match.rows - a.match.rows || tellingOrder(a, b));
}

function byMatch(attempts: Attempt[]): Attempt[] {
  return attempts.sort((a, b) => b.match.rows - a.match.rows || tellingOrder(a, b));
}

/** The best attempts, of which no one kind of fault takes more than a few places. */
function spread(attempts: readonly Attempt[], width: number): Attempt[] {
  const places = new Map<string, number>();
  const chosen: Attempt[] = [];
  for (const attempt of attempts) {
    if (chosen.length === width) break;
    const kinds = attempt.faults.map((fault) => fault.fault).join('+');
    const taken = places.get(kinds) ?? 0;
    if (taken === MOST_OF_A_KIND) continue;
    places.set(kinds, taken + 1);
    chosen.push(attempt);
  }
  return chosen;
}

const MOST_OF_A_KIND = 2;

function firstOfEachKind(attempts: readonly Attempt[], most: number): Attempt[] {
  const kinds = new Set<string>();
  return attempts
    .filter(({ faults: [fault] }) => fault && !kinds.has(fault.fault) && kinds.add(fault.fault))
    .slice(0, most);
}

function inTellingOrder(attempts: Attempt[]): Attempt[] {
  return attempts.sort(tellingOrder);
}

/**
 * The plainer set first: fewer parameters, then the faults whose evidence is direct, then catalogue order, fault by fault;
 * among equal kinds the shorter parameters.
 */
function tellingOrder(a: Attempt, b: Attempt): number {
  const plainer = weightOf(a.faults) - weightOf(b.faults) || directness(b.faults) - directness(a.faults);
  if (plainer !== 0) return plainer;
  for (let i = 0; i < Math.max(a.faults.length, b.faults.length); i++) {
    const x = a.faults[i];
    const y = b.faults[i];
    if (!x || !y) return x ? 1 : -1;
    const order = pipelinePosition(x) - pipelinePosition(y) || JSON.stringify(x).length - JSON.stringify(y).length;
    if (order !== 0) return order;
  }
  return keyOf(a.faults) < keyOf(b.faults) ? -1 : 1;
}

/** Of how many separate claims the faults consist. */
function weightOf(faults: readonly Fault[]): number {
  return faults.reduce((sum, fault) => sum + (moduleOf(fault).claims?.(fault) ?? 1), 0);
}

/** Faults that only ever touch keys which show them. */
function directness(faults: readonly Fault[]): number {
  return faults.filter((fault) => moduleOf(fault).direct).length;
}

/** Without the sets that differ from an earlier one only in parameters of the same faults on the same files. */
function distinctSets(attempts: readonly Attempt[]): Attempt[] {
  const seen = new Set<string>();
  return inTellingOrder([...attempts]).filter(({ faults }) => {
    const kind = faults
      .map(
        (fault) =>
          `${fault.fault}:${'files' in fault ? String(fault.files) : ''}${'column' in fault ? fault.column : ''}${fault.fault === 'key-incomplete' ? String(fault.columns) : ''}${'where' in fault ? JSON.stringify(fault.where) : ''}`,
      )
      .join('+');
    return !seen.has(kind) && seen.add(kind);
  });
}

/** Share of what is left that a further cause of an incomplete explanation must clear up. */
const EARNED_SHARE = 0.1;
/** Rows that it must clear up at least: a chance fit of a few rows is no explanation. */
const EARNED_ROWS = 4;

/**
 * The set that leaves least while each of its claims earns its place. None reproduces fewer rows than the sets before it:
 * an explanation that gives fewer rows than no fault at all explains nothing.
 */
function frugalBest(
  none: Attempt,
  levels: readonly (readonly Attempt[])[],
  believed: (attempt: Attempt) => boolean,
): Attempt {
  let best = none;
  for (const attempts of levels) {
    const earning = attempts.filter((attempt) => {
      const claims = weightOf(attempt.faults) - weightOf(best.faults);
      const cleared = residualOf(best) - residualOf(attempt);
      return (
        gainsRows(attempt, best) &&
        cleared >= EARNED_ROWS * Math.max(1, claims) &&
        cleared >= EARNED_SHARE * residualOf(best) &&
        attempt.faults.every((fault) => moduleOf(fault).plausible?.(fault) ?? true) &&
        believed(attempt)
      );
    });
    const next = earning.reduce<Attempt | null>(
      (top, attempt) => (top === null || residualOf(attempt) < residualOf(top) ? attempt : top),
      null,
    );
    if (next !== null) best = next;
  }
  return best;
}

/** Share of the rows that must agree before rows are left out by their place alone. */
const NEARLY_ALL = 0.9;

/** It gives more rows of the table, or as many without leaving rows out by their place alone, unless nearly all then agree. */
function gainsRows({ match, faults }: Attempt, best: Attempt): boolean {
  if (match.rows !== best.match.rows) return match.rows > best.match.rows;
  return match.rows >= NEARLY_ALL * match.of || faults.every((fault) => !moduleOf(fault).byPlace?.(fault));
}

function residualOf(attempt: Attempt): number {
  return attempt.match.of - attempt.match.rows;
}
