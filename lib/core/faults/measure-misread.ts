import { MISSING } from '../decimal';
import type { FaultOf } from '../findings/fault';
import { type Misreading, misreadings } from '../findings/fault-parameters';
import type { Findings } from '../findings/findings';
import { misreadAmount } from '../pipeline/misread-amount';
import type { AmountWriting } from '../table/amount-writing';
import { judgeFiles, residualPairs } from './cell-pairs';
import type { FaultModule } from './fault-module';
import { hasDecimals } from './switch-starts';

const WAYS: Readonly<Record<Misreading, string>> = {
  'thousands-cut': 'it ends at what separates thousands',
  'comma-dropped': 'without its decimal comma',
  'point-dropped': 'without its decimal point',
};

/** `measure-misread`: the measure is what a wrong reading of its text gives, in rows of the given files or of all. */
export const measureMisread: FaultModule<'measure-misread'> = {
  code: 'measure-misread',
  parameters: [
    { name: 'how', kind: 'choice', label: 'how it is read', options: WAYS },
    { name: 'files', kind: 'files', label: 'in rows from which files' },
  ],
  changes: ({ how, files = null }) => [
    { change: 'load-value', column: { use: 'measure' }, to: { value: 'misread', how }, files },
  ],
  switch: {
    stage: 'load',
    text: ({ columns }) => `${columns.measure} is misread`,
    start: (findings) => {
      const how = likeliest(findings);
      return how && { fault: 'measure-misread', how };
    },
  },
  /** The readings that give what stands in the table, where files write amounts in one way. */
  suggest(clues) {
    const { measure, files } = clues.dataset;
    if (measure.wide) return [];
    const found: FaultOf<'measure-misread'>[] = [];
    for (const how of misreadings) {
      if (!files.some(({ amounts }) => amounts && canShow(how, amounts, measure.scale))) continue;
      const becomes = (units: number, file: number): number => {
        const writing = files[file]?.amounts;
        return writing && units !== MISSING ? misreadAmount(how, writing, units, measure.scale) : units;
      };
      let shows = 0;
      const { count, file, units, seen } = residualPairs(clues, 'amounts');
      for (let i = 0; i < count; i++)
        if (units[i] !== seen[i] && becomes(units[i] as number, file[i] as number) === seen[i]) shows++;
      const judged = shows < LEAST_ROWS ? null : judgeFiles(clues, becomes, { least: LEAST_ROWS });
      if (judged) found.push({ fault: 'measure-misread', how, ...(judged.all ? {} : { files: judged.names }) });
    }
    return found;
  },
  probes: () => [],
};

/** Amounts that must be misread: one or two may have another cause. */
const LEAST_ROWS = 3;

/** Points after which as many decimals stand everywhere do in their absence what a factor does, which is the plainer word. */
function canShow(how: Misreading, { decimal, separator, decimals }: AmountWriting, scale: number): boolean {
  if (how === 'thousands-cut') return separator !== null;
  if (decimal === ',') return how === 'comma-dropped';
  return how === 'point-dropped' && (separator !== null || decimals < scale);
}

/** As the findings say that amounts are written; null: nothing says that one can be misread. */
function likeliest(findings: Findings): Misreading | null {
  const { premises, mapping } = findings;
  const written = premises.find((premise) => premise.code === 'numbers' && premise.column === mapping.measure);
  if (written?.code === 'numbers' && written.decimal === ',') return 'comma-dropped';
  if (hasDecimals(findings)) return 'point-dropped';
  return written ? 'thousands-cut' : null;
}
