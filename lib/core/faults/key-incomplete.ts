import { keyColumns } from '../findings/key-columns';
import { type KeyGroups, keyGroups } from '../pipeline/key-groups';
import type { KeySpace } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import type { FaultModule } from './fault-module';

/** `key-incomplete`: rows are de-duplicated by a part of the key, so that of all keys which share it one row stands. */
export const keyIncomplete: FaultModule<'key-incomplete'> = {
  code: 'key-incomplete',
  parameters: [{ name: 'columns', kind: 'key-columns', label: 'by which of its columns' }],
  changes: ({ columns }) => [{ change: 'dedupe-by', columns }],
  switch: {
    stage: 'dedupe',
    text: () => 'Duplicates are removed by a part of the key',
    start: ({ mapping }) => {
      const [first, ...others] = keyColumns(mapping);
      return first !== undefined && others.length > 0 ? { fault: 'key-incomplete', columns: [first] } : null;
    },
  },
  /** Parts that no two rows of the table share, and that keys which it lacks share with keys which it holds. */
  suggest(clues) {
    const { dataset, observed, replayed, pipeline } = clues;
    if (dataset.keyColumns.length < 2 || pipeline.dedupeBy !== null || pipeline.keepsDuplicates) return [];
    const lost = clues.residual.filter((k) => replayed.winner[k] !== -1 && !isHeld(observed, k));
    return partsThatCount(dataset, pipeline.keys, observed, lost)
      .slice(0, MOST_SUGGESTED)
      .map((parts) => named(dataset, parts));
  },
  /** Parts that tell all keys apart. */
  probes: (dataset) =>
    properParts(dataset)
      .filter((parts) => keyGroups(dataset.keys, parts).count === dataset.keys.count)
      .map((parts) => named(dataset, parts)),
};

/**
 * Parts of the key that no two of the table's keys share and that most of the lost keys share with one of these, likeliest
 * first. @param lost ids of keys that the table lacks
 */
export function partsThatCount(
  dataset: Dataset,
  keys: KeySpace,
  observed: GroupedRows,
  lost: Int32Array,
): readonly (readonly number[])[] {
  if (lost.length === 0) return [];
  return properParts(dataset)
    .map((parts) => ({ parts, shared: sharing(keyGroups(keys, parts), observed, lost) }))
    .filter(({ shared }) => shared * 2 >= lost.length)
    .sort((a, b) => b.shared - a.shared)
    .map(({ parts }) => parts);
}

/** Columns of a key of which every part is looked at. */
const MOST_COLUMNS = 4;
const MOST_SUGGESTED = 3;
/** Share of what stands in the table that may stand beside another row of its part: it came otherwise. */
const MOST_CROWDED = 0.1;

function named(
  { keyColumns: columns }: Dataset,
  parts: readonly number[],
): {
  fault: 'key-incomplete';
  columns: string[];
} {
  return { fault: 'key-incomplete', columns: parts.map((part) => columns[part] ?? '') };
}

/** Every part of the key that is less than all of it, the shortest first. */
function properParts({ keyColumns: columns }: Dataset): number[][] {
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return [];
  const all = columns.map((_, part) => part);
  return Array.from({ length: 2 ** all.length - 2 }, (_, n) => all.filter((part) => ((n + 1) >> part) & 1)).sort(
    (a, b) => a.length - b.length,
  );
}

function isHeld({ start }: GroupedRows, k: number): boolean {
  return k < start.length - 1 && start[k] !== start[k + 1];
}

/** How many of the lost keys share the part with one that the table holds; 0 where it holds several that do. */
function sharing(groups: KeyGroups, observed: GroupedRows, lost: Int32Array): number {
  const stand = new Int32Array(groups.count);
  let [held, crowded] = [0, 0];
  for (let k = 0; k < groups.of.length; k++) {
    if (!isHeld(observed, k)) continue;
    const group = groups.of[k] as number;
    held += 1;
    if (stand[group] !== 0) crowded += 1;
    stand[group] = 1;
  }
  if (crowded > MOST_CROWDED * held) return 0;
  return lost.reduce((sum, k) => sum + (stand[groups.of[k] as number] as number), 0);
}
