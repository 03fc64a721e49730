import { MISSING, shortDecimal } from '../decimal';
import type { FaultOf } from '../findings/fault';
import { fraction } from '../pipeline/values';
import { MEASURE } from '../table/case-tables';
import { judgeFiles, residualPairs } from './cell-pairs';
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
  const pairs = residualPairs(clues, 'amounts');
  for (let i = 0; i < pairs.count; i++) {
    const [units, seen] = [pairs.units[i] as number, pairs.seen[i] as number];
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

/** Digits of a factor, and of one that a rounding has blurred. */
const MOST_DIGITS = 6;
const MOST_BLURRED_DIGITS = 3;
const EXACT = 1e-9;

function shortestFactor(units: number, seen: number, grid: number): string | null {
  const ratio = seen / units;
  const blur = Math.abs(seen) < TELLING_STEPS * grid ? 0 : grid / Math.abs(seen);
  // No text is made of a ratio that is surely no number of so few digits.
  const mantissa = mantissaOf(ratio);
  if (
    !isNearWhole(mantissa * 10 ** (MOST_DIGITS - 1), EXACT) &&
    !isNearWhole(mantissa * 10 ** (MOST_BLURRED_DIGITS - 1), blur)
  )
    return null;
  for (let digits = 1; digits <= MOST_DIGITS; digits++) {
    const isBlurred = digits <= MOST_BLURRED_DIGITS && blur > 0;
    if (!isNearWhole(mantissa * 10 ** (digits - 1), isBlurred ? Math.max(EXACT, blur) : EXACT)) continue;
    const factor = Number(ratio.toPrecision(digits));
    const off = Math.abs(factor * units - seen);
    const exact = off <= EXACT * Math.abs(seen);
    if (!exact && (!isBlurred || off > grid)) continue;
    const text = shortDecimal(factor.toFixed(12));
    return factor === 0 || factor === 1 || Number(text) !== factor ? null : text;
  }
  return null;
}

/** From 1 to 10, or hardly beyond. */
function mantissaOf(value: number): number {
  const size = Math.abs(value);
  return size / 10 ** Math.floor(Math.log10(size));
}

/** Whether it is, to a share of itself and what reckoning costs, a whole number. */
function isNearWhole(value: number, share: number): boolean {
  return Math.abs(value - Math.round(value)) <= (share * (1 + 1e-6) + 1e-12) * value;
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
