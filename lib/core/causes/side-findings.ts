import { formatUnits } from '../decimal';
import type { Fault } from '../findings/fault';
import type { Cause, SideFindings, Tried } from '../findings/findings';
import type { Pattern } from '../findings/pattern';
import type { Dataset, GroupedRows } from '../table/dataset';
import type { ExplainedSide } from './explain-side';
import { inferRules } from './rules';
import { comesNear, judge, keyOf, NEAR, type RowAttempt } from './search';
import { tellingKeys } from './telling-keys';
import { matchesWithoutEachFile } from './without-each-file';

interface SideInput {
  readonly dataset: Dataset;
  readonly observed: GroupedRows;
  readonly explained: ExplainedSide;
  readonly blindSpots: readonly Fault[];
  readonly patterns: readonly Pattern[];
  readonly tick: () => void;
}

/** One side's explanation as the contract has it. */
export function sideFindings(input: SideInput): SideFindings {
  const { dataset, observed, explained, blindSpots, patterns, tick } = input;
  const { faults, match, shares, unexplained, equivalents } = explained;
  const scale = dataset.measure.scale;
  return {
    proved: explained.proved,
    causes: faults.map(
      (fault, index): Cause => ({
        ...fault,
        keys: shares[index]?.keys ?? 0,
        amount: formatUnits(shares[index]?.amount ?? 0n, scale),
      }),
    ),
    reproduced: { rows: match.rows, of: match.of },
    unexplained: { keys: unexplained.keys, amount: formatUnits(unexplained.amount, scale) },
    equivalents: equivalents.map((set) => [...set]),
    distinguishingFaults: distinguish(faults, equivalents),
    distinguishingKeys: tellingKeys(dataset, observed, explained.expected, faults, equivalents).map((key) => [...key]),
    blindSpots: [...new Set(blindSpots.map((fault) => fault.fault))],
    blindSpotFaults: [...blindSpots],
    ruledOut: ruledOut(input),
    rules: inferRules(dataset, observed, faults, tick),
    patterns: [...patterns],
    exact: explained.exact,
    unsettled: 0,
  };
}

/** For each equivalent set the faults that are not common to both, each once. */
function distinguish(faults: readonly Fault[], equivalents: readonly (readonly Fault[])[]): Fault[] {
  const apart = equivalents.flatMap((set) => {
    const mine = faults.filter((fault) => !set.some((other) => keyOf([other]) === keyOf([fault])));
    const other = set.filter((fault) => !faults.some((own) => keyOf([own]) === keyOf([fault])));
    return [...mine, ...other];
  });
  return [...new Map(apart.map((fault) => [keyOf([fault]), fault])).values()];
}

/** Losing one file alone is tried for as many files at most. */
const MOST_FILES = 12;

/**
 * The single faults that came nearest without reproducing the table, best first; nothing where nothing is wrong. A fault
 * that these files would not show is no news here: it is a blind spot.
 */
function ruledOut({ dataset, observed, explained, blindSpots, tick }: SideInput): Tried[] {
  if (explained.proved && explained.faults.length === 0) return [];
  const none = judge(dataset, observed, []);
  const tried = new Map<string, RowAttempt>(explained.singles.map((attempt) => [keyOf(attempt.faults), attempt]));
  const without = matchesWithoutEachFile(dataset, observed, none.match);
  dataset.files.slice(0, MOST_FILES).forEach(({ name }, f) => {
    const faults: Fault[] = [{ fault: 'file-not-loaded', files: [name] }];
    const match = without[f];
    if (match && !tried.has(keyOf(faults))) tried.set(keyOf(faults), { faults, match });
  });
  tick();
  const causes = new Set([
    keyOf(explained.faults),
    ...explained.equivalents.map(keyOf),
    ...blindSpots.map((fault) => keyOf([fault])),
  ]);
  return [...tried.entries()]
    .filter(
      ([key, attempt]) => !causes.has(key) && attempt.match.rows < attempt.match.of && comesNear(attempt, none, NEAR),
    )
    .map(([, { faults, match }]) => ({ causes: [...faults], reproduced: { rows: match.rows, of: match.of } }))
    .sort((a, b) => b.reproduced.rows / b.reproduced.of - a.reproduced.rows / a.reproduced.of);
}
