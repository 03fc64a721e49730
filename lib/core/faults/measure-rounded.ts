import { assertNever } from '../assert-never';
import { MISSING } from '../decimal';
import type { FaultOf } from '../findings/fault';
import type { Rounding } from '../findings/fault-parameters';
import { roundings } from '../findings/fault-parameters';
import { formatCount, groupDigits } from '../phrases/amounts';
import { inRowsFrom, list, plural, spoken, tableOf, withArticle } from '../phrases/phrases';
import { roundUnits } from '../pipeline/values';
import type { FaultModule } from './fault-module';
import type { FaultWords } from './fault-words';
import { judgeFiles, measurePairs } from './measure-pairs';
import { hasDecimals } from './switch-starts';

/** `measure-rounded`: the measure is cut or rounded to so many decimals in rows of the given files or of all; negative digits round to tens, hundreds. */
const words: FaultWords<'measure-rounded'> = {
  sentence: (fault, telling) =>
    `${telling.columns.measure} is ${rounded(fault)} in ${tableOf(telling)}${inRowsFrom(fault.files)}.`,
  replayed: (fault, { columns }) => `with ${columns.measure} ${rounded(fault)}${inRowsFrom(fault.files)}`,
  label: (fault, { columns }) =>
    `${columns.measure} ${fault.how === 'cut' ? 'cut' : 'rounded'} to ${places(fault.digits)}`,
  question: (fault, { columns }) =>
    `As which type, and with how many decimals, is ${columns.measure} read and stored${fault.files ? ` from ${list(fault.files)}` : ''}?`,
  mechanisms: (fault, { columns }) => [
    {
      code: 'type-too-coarse',
      mechanism: `the type that holds ${columns.measure} keeps only ${places(fault.digits)}`,
      lookAt: "the table's schema",
    },
    {
      code: 'step-rounds',
      mechanism: `a step rounds ${columns.measure} before it is stored`,
      lookAt: "the pipeline's queries",
    },
    {
      code: 'export-rounds',
      mechanism: 'only the export of the table rounds',
      lookAt: 'the query of the export',
    },
  ],
  wouldShow: (fault, { columns, entity }) =>
    `${withArticle(entity.one)} whose ${columns.measure} changes when it is ${rounded(fault)}${fault.files ? ` in a newest row from ${list(fault.files, 'or')}` : ''}`,
  forCustomer: (_, telling) => `${tableOf(telling)} shows ${spoken(telling.columns.measure)} rounded instead of exact.`,
};

const WAYS: Readonly<Record<Rounding, string>> = {
  cut: 'cut',
  'half-up': 'to the nearest, halves up',
  'half-even': 'to the nearest, halves to even',
  down: 'down',
  up: 'up',
};

function placesKept(digits: number): string {
  if (digits > 0) return `to ${digits} ${digits === 1 ? 'decimal' : 'decimals'}`;
  if (digits === 0) return 'to whole numbers';
  return `to ${['tens', 'hundreds', 'thousands'][-digits - 1] ?? formatCount(10 ** -digits)}`;
}

export const measureRounded: FaultModule<'measure-rounded'> = {
  code: 'measure-rounded',
  words,
  parameters: [
    { name: 'how', kind: 'choice', label: 'how', options: WAYS },
    { name: 'digits', kind: 'digits', label: 'to', from: -3, to: 3, text: placesKept },
    { name: 'files', kind: 'files', label: 'in rows from which files' },
  ],
  changes: ({ how, digits, files = null }) => [
    { change: 'load-value', column: { use: 'measure' }, to: { value: 'rounded', how, digits }, files },
  ],
  switch: {
    stage: 'load',
    frequent: true,
    text: ({ columns }) => `${columns.measure} is rounded`,
    start: (findings) => ({ fault: 'measure-rounded', how: 'cut', digits: hasDecimals(findings) ? 0 : -1 }),
  },
  /** The grids on which many changed values lie, and the ways of rounding to them that explain most. */
  suggest(clues) {
    const scale = clues.dataset.measure.scale;
    const pairs = [...measurePairs(clues, clues.residual)].filter(
      ({ units, seen }) => units !== seen && units !== MISSING,
    );
    const found: { count: number; fault: FaultOf<'measure-rounded'> }[] = [];
    for (let digits = scale; digits >= -4; digits--) {
      const step = 10 ** (scale - digits);
      const near = pairs.filter(({ units, seen }) => seen % step === 0 && Math.abs(units - seen) <= step);
      if (near.length < LEAST_ROWS) continue;
      for (const how of roundings) {
        const count = near.filter(({ units, seen }) => roundUnits(units, step, how) === seen).length;
        const judged = count < LEAST_ROWS ? null : judgeFiles(clues, (units) => roundUnits(units, step, how));
        if (judged)
          found.push({
            count,
            fault: { fault: 'measure-rounded', how, digits, ...(judged.all ? {} : { files: judged.names }) },
          });
      }
    }
    return found
      .sort((a, b) => b.count - a.count)
      .slice(0, 3)
      .map(({ fault }) => fault);
  },
  probes: (dataset) => (dataset.measure.scale === 0 ? [{ fault: 'measure-rounded', how: 'half-up', digits: 0 }] : []),
};

function rounded({ how, digits }: FaultOf<'measure-rounded'>): string {
  switch (how) {
    case 'cut':
      return `cut to ${places(digits)}`;
    case 'half-up':
      return `rounded half up to ${places(digits)}`;
    case 'half-even':
      return `rounded half to even to ${places(digits)}`;
    case 'down':
      return `rounded down to ${places(digits)}`;
    case 'up':
      return `rounded up to ${places(digits)}`;
    default:
      return assertNever(how);
  }
}

function places(digits: number): string {
  if (digits > 0) return plural(digits, 'decimal', 'decimals');
  if (digits === 0) return 'whole numbers';
  const named = ['tens', 'hundreds', 'thousands'][-digits - 1];
  return named ?? `multiples of ${groupDigits(`1${'0'.repeat(-digits)}`)}`;
}

/** Values that must change by a rounding before it is tried. */
const LEAST_ROWS = 3;
