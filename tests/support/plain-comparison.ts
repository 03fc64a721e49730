import type { ComparedSide, Comparison } from '@/lib/core/compare/comparison';
import type { CaseTables } from '@/lib/core/table/case-tables';
import { buildDataset, type Dataset, type GroupedRows } from '@/lib/core/table/dataset';

/**
 * A comparison made key by key with plain loops, for tests that must not lean on the search. No cause is found; whatever
 * differs from the expected row is unexplained.
 */
export function plainComparison(tables: CaseTables): Comparison {
  const dataset = buildDataset(tables);
  const ids = Array.from({ length: dataset.keys.count }, (_, k) => k);
  const expected = Int32Array.from(ids, (k) => expectedRow(dataset, k));
  const sides = (['ours', 'theirs'] as const).map(
    (side) => dataset[side] && comparedSide(dataset, dataset[side], expected),
  );
  const [ours = null, theirs = null] = sides;
  const bags = (side: 'ours' | 'theirs') => {
    const table = dataset[side];
    return (k: number) => {
      const own = table ? rowsOf(table, k) : ([expected[k]] as number[]).filter((row) => row >= 0);
      return own.map((row) => cellsOf(dataset, table ?? dataset.deltas, row));
    };
  };
  const a = bags('ours');
  const b = bags('theirs');
  const differs = Uint8Array.from(ids, (k) => (sameBag(dataset, a(k), b(k)) ? 0 : 1));
  return { dataset, expected, ours, theirs, differs };
}

function rowsOf(rows: GroupedRows, k: number): number[] {
  return Array.from(rows.key, (_, row) => row).filter((row) => rows.key[row] === k);
}

function expectedRow(dataset: Dataset, k: number): number {
  const { deltas, version } = dataset;
  let best = -1;
  for (const row of rowsOf(deltas, k)) {
    const newer = best === -1 || (deltas.columns[version]?.[row] ?? 0) >= (deltas.columns[version]?.[best] ?? 0);
    if (newer) best = row;
  }
  return best;
}

function comparedSide(dataset: Dataset, table: GroupedRows, expected: Int32Array): ComparedSide {
  const row = Int32Array.from(expected, (_, k) => rowsOf(table, k)[0] ?? -1);
  const source = Int32Array.from(row, (first, k) =>
    first === -1
      ? -1
      : (rowsOf(dataset.deltas, k).find((delta) =>
          sameRow(dataset, cellsOf(dataset, table, first), cellsOf(dataset, dataset.deltas, delta)),
        ) ?? -1),
  );
  const unexplained = Uint8Array.from(row, (first, k) =>
    first === -1 ? (expected[k] === -1 ? 0 : 1) : source[k] === expected[k] ? 0 : 1,
  );
  return { row, source, cause: new Int8Array(row.length).fill(-1), unexplained, patterns: unexplained };
}

/** Null: the table lacks the column. */
type Cells = readonly (number | null)[];

function cellsOf(dataset: Dataset, rows: GroupedRows, row: number): Cells {
  return dataset.columns.map((_, c) => rows.columns[c]?.[row] ?? null);
}

function sameRow(dataset: Dataset, a: Cells, b: Cells): boolean {
  return dataset.columns.every(({ tolerance }, c) => {
    const left = a[c] ?? null;
    const right = b[c] ?? null;
    return left === null || right === null || left === right || Math.abs(left - right) <= tolerance;
  });
}

function sameBag(dataset: Dataset, a: readonly Cells[], b: readonly Cells[]): boolean {
  if (a.length !== b.length) return false;
  const left = [...a];
  for (const row of b) {
    const at = left.findIndex((other) => sameRow(dataset, other, row));
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return true;
}
