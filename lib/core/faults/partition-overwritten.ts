import type { Findings } from '../findings/findings';
import { lastFilesOfValues, replacesMoreThan } from '../pipeline/last-file-of-value';
import type { Dataset } from '../table/dataset';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';

/** `partition-overwritten`: each file replaces whole partitions: of every value of the column only the rows of the last file that holds it count. */
export const partitionOverwritten: FaultModule<'partition-overwritten'> = {
  code: 'partition-overwritten',
  parameters: [{ name: 'column', kind: 'partition', label: 'of which column' }],
  changes: ({ column }) => [{ change: 'keep-rows', where: { test: 'last-file-of-value', column } }],
  switch: {
    stage: 'arrive',
    text: () => 'Each file replaces whole partitions',
    start: (findings) => {
      const [column] = partitionColumns(findings);
      return column === undefined ? null : { fault: 'partition-overwritten', column };
    },
  },
  /** Columns by which rows that should stand and do not would have been replaced, and those that stand would not. */
  suggest(clues) {
    const { dataset, residual, replayed, source } = clues;
    if (dataset.files.length < 2) return [];
    const lost = residual.filter((k) => replayed.winner[k] !== -1 && replayed.winner[k] !== source[k]);
    if (lost.length === 0) return [];
    return columnsOf(dataset)
      .map((column) => ({ column, gain: gainOf(clues, column, lost) }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain)
      .slice(0, MOST_SUGGESTED)
      .map(({ column }) => ({ fault: 'partition-overwritten', column }));
  },
  /** Columns of words, by which tables are divided. */
  probes: ({ columns, files }) =>
    files.length < 2
      ? []
      : columns
          .filter(({ type, role }) => type === 'text' && role === 'attribute')
          .map(({ name }) => ({ fault: 'partition-overwritten', column: name })),
};

const MOST_SUGGESTED = 3;
/** Of the lost rows so many must be replaced, for each row that stands and would be. */
const ODDS = 4;

/** By what tables are divided: any mapped column but the measure, and parts of the key, not all of it. */
export function partitionColumns({ mapping, columns, conditions }: Findings): readonly string[] {
  const parts = typeof mapping.key === 'string' ? [] : mapping.key;
  const own = [...columns.filter(({ role }) => role !== 'measure'), ...conditions].toSorted(
    (a, b) => rankOf(a.type) - rankOf(b.type),
  );
  return [...own.map(({ name }) => name), ...parts];
}

function rankOf(type: 'number' | 'date' | 'text'): number {
  return ['text', 'date', 'number'].indexOf(type);
}

function columnsOf({ columns, keyColumns }: Dataset): string[] {
  const parts = keyColumns.length > 1 ? keyColumns : [];
  return [...columns.filter(({ role }) => role !== 'measure').map(({ name }) => name), ...parts];
}

/** Lost rows that it explains; 0 where it would have replaced too many that stand, or explains too few. */
function gainOf({ pipeline, source, replayed }: Clues, column: string, lost: Int32Array): number {
  if (replacesMoreThan(pipeline, column, source, lost.length / ODDS)) return 0;
  const found = lastFilesOfValues(pipeline, column);
  if (found === null) return 0;
  const { file } = pipeline.rows;
  const isReplaced = (r: number) => found.places[file[r] as number] !== found.last[r];
  const replaced = lost.reduce((sum, k) => sum + Number(isReplaced(replayed.winner[k] as number)), 0);
  if (replaced * 2 < lost.length) return 0;
  let wronged = 0;
  for (const s of source) if (s !== -1 && isReplaced(s)) wronged += 1;
  return Math.max(0, replaced - wronged * ODDS);
}
