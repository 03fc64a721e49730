import type { FaultOf } from '../findings/fault';
import type { Rounding } from '../findings/fault-parameters';
import { roundings } from '../findings/fault-parameters';
import { formatCount } from '../phrases/amounts';
import { roundUnits } from '../pipeline/values';
import { judgeFiles, residualPairs } from './cell-pairs';
import type { FaultModule } from './fault-module';
import { hasDecimals } from './switch-starts';

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

/** `measure-rounded`: the measure is cut or rounded to so many decimals in rows of the given files or of all; negative digits round to tens, hundreds. */
export const measureRounded: FaultModule<'measure-rounded'> = {
  code: 'measure-rounded',
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
    const { count: pairs, units, seen } = residualPairs(clues, 'amounts');
    const near = new Int32Array(pairs);
    const ways: { count: number; fault: FaultOf<'measure-rounded'> }[] = [];
    for (let digits = scale; digits >= -4; digits--) {
      const step = 10 ** (scale - digits);
      let found = 0;
      for (let i = 0; i < pairs; i++) {
        const off = Math.abs((units[i] as number) - (seen[i] as number));
        if (off > 0 && off <= step && (seen[i] as number) % step === 0) near[found++] = i;
      }
      if (found < LEAST_ROWS) continue;
      for (const how of roundings) {
        let count = 0;
        for (let n = 0; n < found; n++) {
          const i = near[n] as number;
          if (roundUnits(units[i] as number, step, how) === seen[i]) count++;
        }
        const judged = count < LEAST_ROWS ? null : judgeFiles(clues, (units) => roundUnits(units, step, how));
        if (judged)
          ways.push({
            count,
            fault: { fault: 'measure-rounded', how, digits, ...(judged.all ? {} : { files: judged.names }) },
          });
      }
    }
    return ways
      .sort((a, b) => b.count - a.count)
      .slice(0, 3)
      .map(({ fault }) => fault);
  },
  probes: (dataset) => (dataset.measure.scale === 0 ? [{ fault: 'measure-rounded', how: 'half-up', digits: 0 }] : []),
};

/** Values that must change by a rounding before it is tried. */
const LEAST_ROWS = 3;
