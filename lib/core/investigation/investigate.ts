import { findBlindSpots } from '../causes/blind-spots';
import { buildBridge } from '../causes/bridge';
import { type ExplainedSide, explainSide } from '../causes/explain-side';
import { type FoundPatterns, findPatterns } from '../causes/patterns';
import { planRepair } from '../causes/repair';
import { sideFindings } from '../causes/side-findings';
import { compareTables } from '../compare/compare-tables';
import { firstRows, sourcesOf } from '../compare/compared-side';
import type { ComparedSide, Comparison } from '../compare/comparison';
import { gatherEvidence } from '../compare/evidence';
import { readGrouped, readReplayed } from '../compare/table-view';
import { formatUnits } from '../decimal';
import { replay } from '../faults/replay';
import type { Findings, Side, SideFindings } from '../findings/findings';
import { arePersonal } from '../mask/personal-texts';
import type { Replayed } from '../pipeline/replayed';
import { casePremises, isInQuestion } from '../premises/case-premises';
import { totalsByCurrency } from '../premises/currency-totals';
import { withDoubts } from '../premises/doubts';
import type { InvestigationContext } from '../premises/investigation-context';
import { missingExport } from '../premises/missing-export';
import type { CaseColumn, CaseTables } from '../table/case-tables';
import { buildDataset, type Dataset, type GroupedRows } from '../table/dataset';
import { describeInputs } from './inputs';
import { unreadLines } from './unread';
import { gatherWarnings } from './warnings';

export interface Investigation {
  readonly findings: Findings;
  readonly comparison: Comparison;
  /** What the deltas should produce. */
  readonly expected: Replayed;
}

/**
 * Compares, explains and proves. Deterministic: the same tables give the same findings.
 * @param dataset of these tables, where it was built before
 */
export function investigate(
  tables: CaseTables,
  context: InvestigationContext,
  dataset: Dataset = buildDataset(tables),
): Investigation {
  const { uncertain = [] } = context;
  let done = 0;
  const tick = (): void => context.tick?.(++done);
  const expected = replay(dataset, []);
  const differences = compareTables(dataset, expected);
  const blindSpots = findBlindSpots(dataset, expected, tick);
  const ours = judgeSide(dataset, 'ours', expected, tick);
  const theirs = judgeSide(dataset, 'theirs', expected, tick);
  const unread = uncertain
    .filter((file) => dataset.files.some(({ name }) => name === file))
    .reduce((lines, file) => lines + (context.rejected[file] ?? 0), 0);
  const missing =
    context.completeness === undefined
      ? null
      : missingExport(dataset, [ours?.explained ?? null, theirs?.explained ?? null], context.completeness, unread);
  const measure = dataset.measure;
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
    columns: dataset.columns.flatMap((column, c) =>
      column.role === 'condition'
        ? []
        : [
            {
              name: column.name,
              role: column.role,
              type: column.type,
              unit: column.unit,
              sign: column.sign,
              ...(column.separated ? { separated: true } : {}),
              tolerance: formatUnits(Math.trunc(column.tolerance), column.scale),
              hidden: differences.hidden[c] ?? 0,
              ...(isPersonal(column) ? { personal: true } : {}),
            },
          ],
    ),
    conditions: dataset.columns.filter(({ role }) => role === 'condition').map(({ name, type }) => ({ name, type })),
    inputs: describeInputs(tables, dataset, context.rejected, context.encodings),
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
    unread: unreadLines(tables, context.rejected, context.unread ?? {}, uncertain),
    missing,
    totals: totalsByCurrency(dataset, expected, context.premises ?? []),
  };
  const told = (judged: JudgedSide | null): SideFindings | null =>
    judged &&
    sideFindings({
      dataset,
      observed: judged.observed,
      explained: judged.explained,
      patterns: judged.found.patterns,
      blindSpots,
      tick,
    });
  const found = { ours: told(ours), theirs: told(theirs) };
  const explained = { ours: ours?.explained ?? null, theirs: theirs?.explained ?? null };
  const premises = casePremises({ dataset, ...explained, found, differences, context, tick });
  const doubts = { uncertain, missing, open: isInQuestion(premises) };
  const doubted = (judged: JudgedSide | null, of: SideFindings | null): SideFindings | null =>
    judged && of && withDoubts(dataset, judged.observed, judged.explained, of, doubts);
  const sides = { ours: doubted(ours, found.ours), theirs: doubted(theirs, found.theirs) };
  const findings: Findings = {
    ...base,
    sides,
    repair: missing || doubts.open ? [] : repairs(dataset, expected, [ours, theirs], found),
    warnings: gatherWarnings(tables, dataset, base),
    premises,
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
  /** By row of `observed`: see `sourcesOf`. */
  readonly sources: Int32Array;
  readonly found: FoundPatterns;
}

function judgeSide(dataset: Dataset, side: Side, expected: Replayed, tick: () => void): JudgedSide | null {
  const observed = dataset[side];
  if (!observed) return null;
  const explained = explainSide(dataset, side, observed, expected, tick);
  return {
    observed,
    explained,
    found: findPatterns(dataset, observed, explained),
    sources: sourcesOf(dataset, observed, expected),
  };
}

function comparedSide(dataset: Dataset, { observed, explained, sources, found }: JudgedSide): ComparedSide {
  const row = firstRows(dataset, observed);
  return {
    row,
    source: row.map((o) => (o === -1 ? -1 : (sources[o] as number))),
    cause: explained.cause,
    unexplained: explained.residual,
    patterns: found.keys,
  };
}

function repairs(
  dataset: Dataset,
  expected: Replayed,
  judged: readonly (JudgedSide | null)[],
  found: { readonly ours: SideFindings | null; readonly theirs: SideFindings | null },
): Findings['repair'] {
  return judged.flatMap((side) => {
    const rules = side && found[side.explained.side]?.rules.consistent;
    const plan =
      side && rules && planRepair(dataset, side.explained.side, side.observed, expected, side.explained, rules);
    return plan ? [plan] : [];
  });
}

function isPersonal({ role, texts }: CaseColumn): boolean {
  return role === 'attribute' && arePersonal(texts ?? []);
}
