import { MISSING, shortDecimal } from '../decimal';
import type { FaultOf } from '../findings/fault';
import { fraction } from '../pipeline/values';
import { MEASURE } from '../table/case-tables';
import { judgeFiles, measurePairs } from './cell-pairs';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';
import { valuesThatShow } from './showing-values';

/**
 * `measure-scaled`: the measure is multiplied by the factor, in rows of the given files or of all, in those that hold a value
 * in a column or in all, e.g. cents taken for dollars.
 */
export const measureScaled: FaultModule<'measure-scaled'> = {
  code: 'measure-scaled',
  parameters: [
    { name: 'factor', kind: 'decimal', label: 'by' },
    { name: 'files', kind: 'files', label: 'in rows from which files' },
    { name: 'where', kind: 'where', labels: ['in rows by', 'that hold'] },
  ],
  changes: ({ factor, files = null, where }) => [
    {
      change: 'load-value',
      column: { use: 'measure' },
      to: { value: 'times', factor },
      files,
      where: where ? { test: 'compares', column: { name: where.column }, operator: '=', value: where.value } : null,
    },
  ],
  claims: ({ where }) => (where ? 2 : 1),
  besides: () => true,
  switch: {
    stage: 'load',
    frequent: true,
    text: ({ columns }) => `${columns.measure} is multiplied`,
    start: () => ({ fault: 'measure-scaled', factor: '100' }),
  },
  /**
   * The commonest ratios between what stands in the table and what should, and the files that have it throughout: to the
   * unit, and to the grid on which the table's values lie, for a rounding may follow. Where no files hold all such values,
   * the value of another column that does.
   */
  suggest(clues) {
    const grid = gridOf(clues);
    return commonFactors(clues, grid).flatMap(([factor, cells]): FaultOf<'measure-scaled'>[] => {
      const { numerator, denominator } = fraction(factor);
      const becomes = (units: number): number => (units * numerator) / denominator;
      const least = leastRows(clues);
      const found = [judgeFiles(clues, becomes, { least }), judgeFiles(clues, becomes, { least, blur: grid })].filter(
        (judged) => judged !== null,
      );
      const byFiles = found.map(
        (judged): FaultOf<'measure-scaled'> => ({
          fault: 'measure-scaled',
          factor,
          ...(judged.all ? {} : { files: judged.names }),
        }),
      );
      if (found.some(({ all }) => all) || cells < LEAST_SHARE * clues.residual.length) return byFiles;
      const most = Math.max(least - 1, ...found.map(({ support }) => support));
      return [
        ...byFiles,
        ...valuesThatShow(clues, becomes, { blur: grid, above: most }).map(
          (where): FaultOf<'measure-scaled'> => ({ fault: 'measure-scaled', factor, where }),
        ),
      ];
    });
  },
  probes: () => [],
};

const MOST_FACTORS = 3;
/** Of the keys that differ, those that must do so by a factor before it is looked for a value that they hold. */
const LEAST_SHARE = 0.005;

/** Cells that are no chance where they agree: three, or two where nothing else is wrong. */
function leastRows({ residual }: Clues): number {
  return residual.length === 2 ? 2 : 3;
}

/** Ratios as short decimals, with how many cells have each, commonest first: the shortest decimal that gives the seen value to within the grid. */
function commonFactors(clues: Clues, grid: number): [factor: string, cells: number][] {
  const counts = new Map<string, number>();
  for (const { units, seen } of measurePairs(clues, clues.residual)) {
    if (units === 0 || seen === 0 || units === seen) continue;
    const factor = shortestFactor(units, seen, grid);
    if (factor !== null) counts.set(factor, (counts.get(factor) ?? 0) + 1);
  }
  return [...counts.entries()]
    .filter(([, count]) => count >= leastRows(clues))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_FACTORS);
}

/** A value of fewer grid steps than this says too little of a ratio that a rounding has blurred. */
const TELLING_STEPS = 50;

function shortestFactor(units: number, seen: number, grid: number): string | null {
  const ratio = seen / units;
  for (let digits = 1; digits <= 6; digits++) {
    const factor = Number(ratio.toPrecision(digits));
    const off = Math.abs(factor * units - seen);
    const exact = off <= 1e-9 * Math.abs(seen);
    if (!exact && (digits > 3 || off > grid || Math.abs(seen) < TELLING_STEPS * grid)) continue;
    const text = shortDecimal(factor.toFixed(12));
    return factor === 0 || factor === 1 || Number(text) !== factor ? null : text;
  }
  return null;
}

/** The largest power of ten, in units, of which nearly every value of the table is a multiple; at least one unit. */
function gridOf(clues: Clues): number {
  const seen = clues.observed.columns[MEASURE];
  const scale = clues.dataset.measure.scale;
  if (!seen) return 1;
  for (let step = 10 ** (scale + 3); step > 1; step /= 10) {
    let on = 0;
    let of = 0;
    for (const value of seen) {
      if (value === MISSING || value === 0) continue;
      of += 1;
      if (value % step === 0) on += 1;
    }
    if (of > 0 && on >= 0.98 * of) return step;
  }
  return 1;
}
