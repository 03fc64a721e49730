import { parseUnits } from '../decimal';
import type { FaultModule } from './fault-module';
import { fileMask } from './lookups';
import { judgeFiles, measurePairs } from './measure-evidence';
import type { View } from './view';
import type { FaultOf } from '../findings/fault';
import { formatAmount } from '../words/amounts';
import { inRowsFrom, list, spoken, tableOf, withArticle } from '../words/phrases';
import type { FaultWords } from './fault-words';

/** `measure-scaled`: the measure is multiplied by the factor in rows of the given files or of all, e.g. cents taken for dollars. */
export const words: FaultWords<'measure-scaled'> = {
  sentence: (fault, telling) => {
    const { measure } = telling.columns;
    const what = isReversed(fault)
      ? `${measure} has the opposite sign`
      : `${measure} is ${times(fault)} what it should be`;
    return `${what} in ${tableOf(telling)}${inRowsFrom(fault.files)}.`;
  },
  replayed: (fault, { columns }) =>
    `with ${columns.measure} multiplied by ${factorOf(fault)}${inRowsFrom(fault.files)}`,
  label: (fault, { columns }) =>
    isReversed(fault) ? `${columns.measure}, sign reversed` : `${columns.measure} × ${factorOf(fault)}`,
  question: (fault, { columns }) =>
    `${isReversed(fault) ? 'With which sign' : 'In which unit'} is ${columns.measure} exported${fault.files ? ` in ${list(fault.files)}` : ''}, and which does the load expect?`,
  mechanisms: (fault, { columns }) =>
    isReversed(fault)
      ? [
          {
            mechanism: `the load takes ${columns.measure} for an outgoing amount`,
            evidence: 'the load query',
          },
          {
            mechanism: 'debit and credit are marked the other way round',
            evidence: "the export's description of its columns",
          },
        ]
      : [
          {
            mechanism: `${columns.measure} is read in another unit than it is exported in, as cents for dollars`,
            evidence: "the export's description of its columns",
          },
          {
            mechanism: 'a decimal or thousands separator is misread',
            evidence: "the loader's number format and the file as uploaded",
          },
          {
            mechanism: `a step converts ${columns.measure}, or converts it twice`,
            evidence: "the pipeline's queries",
          },
        ],
  wouldShow: (fault, { columns, entity }) =>
    `${withArticle(entity.one)} whose ${columns.measure} is not 0${fault.files ? ` in a newest row from ${list(fault.files, 'or')}` : ''}`,
  forCustomer: (fault, telling) => {
    const what = spoken(telling.columns.measure);
    const whom = fault.files ? `some ${telling.entity.many}` : `all ${telling.entity.many}`;
    return isReversed(fault)
      ? `${tableOf(telling)} shows ${what} with the opposite sign for ${whom}.`
      : `${tableOf(telling)} shows ${what} at ${times(fault)} its true value for ${whom}.`;
  },
};

export const measureScaled: FaultModule<'measure-scaled'> = {
  code: 'measure-scaled',
  words,
  applyMutable(fault, draft) {
    const { numerator, denominator } = fraction(fault.factor);
    draft.values.push({
      kind: 'scale',
      numerator,
      denominator,
      files: fileMask(draft.dataset, fault.files),
    });
  },
  /** The commonest ratios between what stands in the table and what should, and the files that have it throughout. */
  suggest(view) {
    return commonFactors(view).flatMap((factor): FaultOf<'measure-scaled'>[] => {
      const { numerator, denominator } = fraction(factor);
      const files = judgeFiles(view, (units, seen) => (units * numerator) / denominator === seen);
      const near = judgeFiles(
        view,
        (units, seen) =>
          Math.abs((units * numerator) / denominator - seen) <= 10 ** (view.dataset.columns[0]?.scale ?? 0),
      );
      const found = [files, near].filter((judged) => judged !== null);
      return found.map((judged) => ({
        fault: 'measure-scaled',
        factor,
        ...(judged.all ? {} : { files: judged.names }),
      }));
    });
  },
  probes: () => [],
};

function isReversed({ factor }: FaultOf<'measure-scaled'>): boolean {
  return /^-1(\.0+)?$/.test(factor);
}

function factorOf({ factor }: FaultOf<'measure-scaled'>): string {
  return formatAmount(factor, null);
}

function times(fault: FaultOf<'measure-scaled'>): string {
  return `${factorOf(fault)} times`;
}

/** "0.01" as 1 / 100. */
function fraction(factor: string): { numerator: number; denominator: number } {
  const places = factor.includes('.') ? factor.length - factor.indexOf('.') - 1 : 0;
  return {
    numerator: Number(parseUnits(factor, places)),
    denominator: 10 ** places,
  };
}

const MOST_FACTORS = 3;

/**
 * Ratios as short decimals, commonest first. Rounding after the scaling blurs small values, so each ratio counts by the
 * shortest decimal that gives the seen value to within one unit of the measure.
 */
function commonFactors(view: View): string[] {
  const counts = new Map<string, number>();
  for (const { units, seen } of measurePairs(view, view.residual)) {
    if (units === 0 || seen === 0 || units === seen) continue;
    const factor = shortestFactor(units, seen, 10 ** (view.dataset.columns[0]?.scale ?? 0));
    if (factor !== null) counts.set(factor, (counts.get(factor) ?? 0) + 1);
  }
  return [...counts.entries()]
    .filter(([, count]) => count >= 3)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_FACTORS)
    .map(([factor]) => factor);
}

function shortestFactor(units: number, seen: number, blur: number): string | null {
  const ratio = seen / units;
  for (let digits = 1; digits <= 6; digits++) {
    const rounded = Number(ratio.toPrecision(digits));
    if (rounded === 0 || rounded === 1) continue;
    const scaled = rounded * units;
    if (
      Math.abs(scaled - seen) < Math.min(0.51 * blur, 1e-6 * Math.abs(seen) + 1e-6) ||
      (digits <= 3 && Math.abs(scaled - seen) <= blur && Math.abs(seen) > 50 * blur)
    ) {
      const text = rounded.toFixed(12).replace(/\.?0+$/, '');
      return Number(text) === rounded ? text : null;
    }
  }
  return null;
}
