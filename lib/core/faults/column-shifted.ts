import { formatUnits, shortDecimal } from '../decimal';
import { writeMinutes } from '../duration';
import type { FaultOf } from '../findings/fault';
import { minuteUnits } from '../pipeline/values';
import type { CaseColumn } from '../table/case-tables';
import { judgeFiles, ODDS } from './cell-pairs';
import { relationsOf } from './cell-relations';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';

/** `column-shifted`: every value of the column, a number or a date, is off by one constant, as where a time zone is lost. */
export const columnShifted: FaultModule<'column-shifted'> = {
  code: 'column-shifted',
  parameters: [
    { name: 'column', kind: 'shifting', by: 'by', label: 'which column' },
    { name: 'by', kind: 'shift', column: 'column', label: 'by' },
  ],
  changes: ({ column, by }) => [
    { change: 'load-value', column: { name: column }, to: { value: 'shifted', by }, files: null },
  ],
  besides: (fault, other) => fault.column !== other.column,
  switch: {
    stage: 'load',
    text: () => 'A column is off by a constant',
    start: ({ columns, mapping }) => {
      const date = columns.find(({ type }) => type === 'date');
      return { fault: 'column-shifted', column: date?.name ?? mapping.measure, by: date ? 'PT1H' : '1' };
    },
  },
  /** Of each column the constant by which its cells differ, where next to none stands as it should. */
  suggest: (clues) =>
    clues.compared.flatMap((c): FaultOf<'column-shifted'>[] => {
      const column = clues.dataset.columns[c];
      const by = column ? shiftOf(clues, c, column) : null;
      return column && by !== null ? [{ fault: 'column-shifted', column: column.name, by }] : [];
    }),
  probes: () => [],
};

/** Cells that must be off by the same: two may be by chance. */
const LEAST_ROWS = 3;

function shiftOf(clues: Clues, c: number, column: CaseColumn): string | null {
  const { shift } = relationsOf(clues, c);
  if (!shift || shift.cells < LEAST_ROWS) return null;
  const { by: off } = shift;
  const judged = judgeFiles(clues, (units) => units + off, { least: LEAST_ROWS, column: c });
  if (!judged || judged.support < ODDS * judged.against) return null;
  if (column.type === 'date') return writeMinutes(off / minuteUnits(column.scale));
  // What is added before a factor counts as often as that says, unless rows have been added up by then.
  const summed = clues.pipeline.compositions[c]?.includes('sum');
  const before = (clues.pipeline.values[c] ?? []).reduce(
    (units, step) => (step.kind === 'scale' && !summed ? (units * step.denominator) / step.numerator : units),
    off,
  );
  if (!Number.isInteger(before)) return null;
  return shortDecimal(formatUnits(before, column.scale));
}
