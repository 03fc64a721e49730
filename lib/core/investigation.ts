import { findBlindSpots } from './causes/blind-spots';
import { buildBridge } from './causes/bridge';
import { type ExplainedSide, explainSide } from './causes/explain-side';
import { planRepair } from './causes/repair';
import { sideFindings } from './causes/side-findings';
import { compareTables } from './compare/compare-tables';
import { exactSources, firstRows } from './compare/compared-side';
import type { ComparedSide, Comparison } from './compare/comparison';
import { gatherEvidence } from './compare/evidence';
import { readGrouped, readReplayed } from './compare/table-view';
import { formatUnits } from './decimal';
import type { Findings, Side } from './findings/findings';
import { describeInputs } from './findings/inputs';
import { gatherWarnings } from './findings/warnings';
import { replay } from './pipeline/replay';
import type { Replayed } from './pipeline/replayed';
import type { CaseColumn, CaseTables } from './table/case-tables';
import { buildDataset, type Dataset, type GroupedRows } from './table/dataset';

/** What an investigation knows besides the tables. */
export interface InvestigationContext {
  readonly labels: { readonly ours: string; readonly theirs: string };
  /** Names of the key columns. */
  readonly key: readonly string[];
  /** Rejected rows by file name. */
  readonly rejected: Readonly<Record<string, number>>;
  /** Called between units of work; throws to stop. */
  readonly tick?: (done: number) => void;
}

export interface Investigation {
  readonly findings: Findings;
  readonly comparison: Comparison;
  /** What the deltas should produce. */
  readonly expected: Replayed;
}

/** Compares, explains and proves. Deterministic: the same tables give the same findings. */
export function investigate(tables: CaseTables, context: InvestigationContext): Investigation {
  const dataset = buildDataset(tables);
  let done = 0;
  const tick = (): void => context.tick?.(++done);
  const expected = replay(dataset, []);
  const differences = compareTables(dataset, expected);
  const blindSpots = findBlindSpots(dataset, expected, tick);
  const ours = judgeSide(dataset, 'ours', expected, tick);
  const theirs = judgeSide(dataset, 'theirs', expected, tick);
  const measure = dataset.columns[0] as CaseColumn;
  const text = (units: bigint): string => formatUnits(units, measure.scale);
  const totals = {
    expected: readReplayed(dataset, expected, null).total(),
    ours: dataset.ours ? readGrouped(measure, dataset.ours).total() : null,
    theirs: dataset.theirs ? readGrouped(measure, dataset.theirs).total() : null,
  };
  const { compared, mismatched, onlyOurs, onlyTheirs, duplicatedOurs, duplicatedTheirs } = differences;
  const base: Findings = {
    schema: 'tieout.findings/1',
    labels: { ...context.labels },
    mapping: {
      key: context.key.length === 1 ? (context.key[0] as string) : [...context.key],
      measure: measure.name,
      version: dataset.columns[dataset.version]?.name ?? '',
      attributes: dataset.columns.filter((column) => column.role === 'attribute').map((column) => column.name),
    },
    columns: dataset.columns.map((column, c) => ({
      name: column.name,
      role: column.role,
      type: column.type,
      unit: column.unit,
      sign: column.sign,
      tolerance: formatUnits(Math.trunc(column.tolerance), column.scale),
      hidden: differences.hidden[c] ?? 0,
    })),
    inputs: describeInputs(tables, context.rejected),
    expected: {
      keys: expected.winner.reduce((keys, row) => keys + (row === -1 ? 0 : 1), 0),
      total: text(totals.expected),
    },
    gap: {
      ours: totals.ours === null ? null : text(totals.ours),
      theirs: totals.theirs === null ? null : text(totals.theirs),
      difference: totals.ours === null || totals.theirs === null ? null : text(totals.theirs - totals.ours),
    },
    keys: { compared, mismatched, onlyOurs, onlyTheirs, duplicatedOurs, duplicatedTheirs },
    sides: { ours: null, theirs: null },
    repair: [],
    evidence: {
      bridge: buildBridge(totals, ours?.explained ?? null, theirs?.explained ?? null, measure.scale),
      ...gatherEvidence({
        dataset,
        expected,
        differs: differences.differs,
        oursSources: ours?.sources ?? null,
        theirsSources: theirs?.sources ?? null,
      }),
    },
    warnings: [],
    premises: [],
    unread: [],
    missing: null,
    totals: [],
  };
  const oursFindings =
    ours && sideFindings({ dataset, observed: ours.observed, explained: ours.explained, blindSpots, base, tick });
  const theirsFindings =
    theirs && sideFindings({ dataset, observed: theirs.observed, explained: theirs.explained, blindSpots, base, tick });
  const repair = [
    ours &&
      oursFindings &&
      planRepair(dataset, 'ours', ours.observed, expected, ours.explained, oursFindings.rules.consistent),
    theirs &&
      theirsFindings &&
      planRepair(dataset, 'theirs', theirs.observed, expected, theirs.explained, theirsFindings.rules.consistent),
  ].filter((plan) => plan !== null);
  const findings: Findings = {
    ...base,
    sides: { ours: oursFindings, theirs: theirsFindings },
    repair,
    warnings: gatherWarnings(tables, dataset, base),
  };
  const comparison: Comparison = {
    dataset,
    expected: expected.winner,
    ours: ours && comparedSide(dataset, ours),
    theirs: theirs && comparedSide(dataset, theirs),
    differs: differences.differs,
  };
  return { findings, comparison, expected };
}

interface JudgedSide {
  readonly observed: GroupedRows;
  readonly explained: ExplainedSide;
  /** By row of `observed`: see `exactSources`. */
  readonly sources: Int32Array;
}

function judgeSide(dataset: Dataset, side: Side, expected: Replayed, tick: () => void): JudgedSide | null {
  const observed = dataset[side];
  if (!observed) return null;
  return {
    observed,
    explained: explainSide(dataset, side, observed, expected, tick),
    sources: exactSources(dataset, observed, expected),
  };
}

function comparedSide(dataset: Dataset, { observed, explained, sources }: JudgedSide): ComparedSide {
  const row = firstRows(dataset, observed);
  return {
    row,
    source: row.map((o) => (o === -1 ? -1 : (sources[o] as number))),
    cause: explained.cause,
    unexplained: explained.residual,
  };
}
