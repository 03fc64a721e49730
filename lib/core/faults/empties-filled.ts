import { MISSING, shortDecimal } from '../decimal';
import type { CaseColumn } from '../table/case-tables';
import { plainText } from '../table/plain-text';
import { shiftedBy } from './before-shift';
import { judgeFiles } from './cell-pairs';
import { relationsOf } from './cell-relations';
import type { Clues } from './clues';
import { hasEmpty, togetherThenEach } from './columns-showing';
import type { FaultModule } from './fault-module';

/** `empties-filled`: in the given columns an empty cell stands as a value, such as 0. */
export const emptiesFilled: FaultModule<'empties-filled'> = {
  code: 'empties-filled',
  parameters: [
    { name: 'columns', kind: 'columns', label: 'which columns' },
    { name: 'value', kind: 'bound', column: 'columns', label: 'with' },
  ],
  changes: ({ columns, value }) =>
    columns.map((name) => ({
      change: 'load-value',
      column: { name },
      to: { value: 'filled', with: value },
      files: null,
    })),
  switch: {
    stage: 'load',
    text: () => 'Empty cells are filled',
    start: ({ mapping }) => ({
      fault: 'empties-filled',
      columns: [mapping.attributes[0] ?? mapping.measure],
      value: '0',
    }),
  },
  /** The value that stands where cells should be empty, and all columns that it fills throughout; then each of them alone. */
  suggest(clues) {
    const found = new Map<string, string[]>();
    for (const c of clues.compared) {
      if (c === clues.dataset.version || !hasEmpty(clues.pipeline.columns[c])) continue;
      const value = fillOf(clues, c);
      if (value !== null) found.set(value, [...(found.get(value) ?? []), clues.dataset.columns[c]?.name ?? '']);
    }
    return [...found].flatMap(([value, columns]) =>
      togetherThenEach(columns).map((own) => ({
        fault: 'empties-filled' as const,
        columns: own,
        value,
      })),
    );
  },
  probes: () => [],
};

/** Cells that must be filled with the same. */
const LEAST_ROWS = 2;

/** What fills the column's empty cells, in nearly all of those that show it; null: nothing does. */
function fillOf(clues: Clues, c: number): string | null {
  const [commonest] = [...relationsOf(clues, c).filled].sort((a, b) => b[1] - a[1]);
  if (!commonest || commonest[1] < LEAST_ROWS) return null;
  const [value] = commonest;
  const judged = judgeFiles(clues, (own) => (own === MISSING ? value : own), { least: LEAST_ROWS, column: c });
  const filled = value - shiftedBy(clues.pipeline.values[c] ?? []);
  const column = clues.dataset.columns[c] as CaseColumn;
  const text = plainText(column, filled);
  return judged?.all ? (column.type === 'number' ? shortDecimal(text) : text) : null;
}
