import type { BoundTable, CaseTables } from './case-tables';
import type { Dataset, GroupedRows, SourceFile } from './dataset';

/**
 * The tables that a dataset was built from, file by file and in file order: `buildDataset` of them is the dataset again.
 * A delta without a column that another delta has holds MISSING in it. O(rows × columns)
 */
export function ungroup(dataset: Dataset): CaseTables {
  const { keys, keyColumns, delimiter, columns, deltas, files, rule, ties, deleteMarks, unsettled, tableFiles } =
    dataset;
  const table = (side: 'ours' | 'theirs') => {
    const [rows, file] = [dataset[side], tableFiles[side]];
    return (rows && file && tablesOf(rows, [file])[0]) ?? null;
  };
  return {
    keys,
    keyColumns,
    delimiter,
    columns,
    deltas: tablesOf(deltas, files),
    ours: table('ours'),
    theirs: table('theirs'),
    rule,
    ties,
    ...(deleteMarks === null ? {} : { deleteMarks }),
    unsettled,
  };
}

function tablesOf(rows: GroupedRows, files: readonly SourceFile[]): BoundTable[] {
  const key = inFileOrder(rows, files, rows.key);
  const columns = rows.columns.map((column) => column && inFileOrder(rows, files, column));
  const deletes = rows.deletes && inFileOrder(rows, files, rows.deletes);
  const offset = rows.versionOffset && inFileOrder(rows, files, rows.versionOffset);
  const textRank = rows.versionTextRank && inFileOrder(rows, files, rows.versionTextRank);
  return files.map(({ name, ...file }, f) => ({
    ...file,
    file: name,
    key: Int32Array.from(key[f] ?? []),
    columns: columns.map((column) => column?.[f] ?? null),
    deletes: deletes && Uint8Array.from(deletes[f] ?? []),
    versionTextRank: textRank?.[f] ?? null,
    versionOffset: offset?.[f] ?? null,
  }));
}

/** By file, then by row of the file. @param cells aligned with the grouped rows */
function inFileOrder(rows: GroupedRows, files: readonly SourceFile[], cells: ArrayLike<number>): Float64Array[] {
  const values = files.map((file) => new Float64Array(file.rows));
  for (let r = 0; r < rows.rows; r++) {
    const own = values[rows.file[r] as number];
    if (own) own[rows.at[r] as number] = cells[r] as number;
  }
  return values;
}
