import { MISSING } from '../../decimal';
import type { Side } from '../../findings/findings';
import type { CaseColumn } from '../../table/case-tables';
import type { GroupedRows } from '../../table/dataset';
import type { Comparison } from '../comparison';
import { type Amounts, amountsOfRows, subtractAmounts, totalsOfTable } from './amounts';
import { KeyTexts } from './key-texts';

/** The rows of one table, or of the expected one, by key id. */
export interface Standing {
  readonly rows: GroupedRows;
  /** The key's row, the first where it has several; -1: none. */
  readonly row: Int32Array;
  /** The delta row that it equals; -1: none. */
  readonly source: Int32Array;
}

export type Standpoint = Side | 'expected';

/** A comparison as the row table reads it. Whatever costs a pass over the keys is computed when first asked for, and kept. */
export interface RowView {
  readonly comparison: Comparison;
  readonly measure: CaseColumn;
  /** Null where the table was not given. */
  standing(of: Standpoint): Standing | null;
  /** The side's table, or the expected one where that table was not given. */
  compared(side: Side): Standing;
  /** Totals of the measure by key; all missing where the table was not given. */
  amounts(of: Standpoint): Amounts;
  /** The same of `compared`. */
  comparedAmounts(side: Side): Amounts;
  /** theirs - ours of `comparedAmounts`. */
  difference(): Amounts;
  /** A column's cells by key id, of the key's first row; MISSING: no row, or an empty cell. */
  cells(of: Standpoint, column: number): Float64Array;
  /** Index of the delta that the row comes from, by key id; MISSING: no row, or no delta has it. */
  files(of: Standpoint): Float64Array;
  /** Keys that differ. */
  differing(): number;
  /** The keys' texts, to be searched. */
  keyTexts(): KeyTexts;
  /** What is computed under this name, when it is first asked for. */
  keep<T>(name: string, compute: () => T): T;
}

export function createRowView(comparison: Comparison): RowView {
  const { dataset } = comparison;
  const { measure } = dataset;
  const keys = dataset.keys.count;
  const kept = new Map<string, unknown>();
  function keep<T>(name: string, compute: () => T): T {
    if (!kept.has(name)) kept.set(name, compute());
    return kept.get(name) as T;
  }

  const expected: Standing = { rows: dataset.deltas, row: comparison.expected, source: comparison.expected };
  const standings: Record<Standpoint, Standing | null> = {
    expected,
    ours: dataset.ours &&
      comparison.ours && { rows: dataset.ours, row: comparison.ours.row, source: comparison.ours.source },
    theirs: dataset.theirs &&
      comparison.theirs && { rows: dataset.theirs, row: comparison.theirs.row, source: comparison.theirs.source },
  };

  const view: RowView = {
    comparison,
    measure,
    keep,
    standing: (of) => standings[of],
    compared: (side) => standings[side] ?? expected,
    amounts: (of) =>
      keep(`amounts ${of}`, () => {
        const standing = standings[of];
        if (standing === null) return new Float64Array(keys).fill(MISSING);
        const read = of === 'expected' ? amountsOfRows : totalsOfTable;
        return read(measure, standing.rows, standing.row);
      }),
    comparedAmounts: (side) => view.amounts(standings[side] ? side : 'expected'),
    difference: () =>
      keep('difference', () => subtractAmounts(view.comparedAmounts('theirs'), view.comparedAmounts('ours'))),
    cells: (of, column) => keep(`cells ${of} ${column}`, () => cellsByKey(standings[of], column, keys)),
    files: (of) => keep(`files ${of}`, () => filesByKey(standings[of], dataset.deltas, keys)),
    differing: () => keep('differing', () => comparison.differs.reduce((count, differs) => count + differs, 0)),
    keyTexts: () => keep('key texts', () => new KeyTexts(dataset.keys)),
  };
  return view;
}

function cellsByKey(standing: Standing | null, column: number, keys: number): Float64Array {
  const byKey = new Float64Array(keys).fill(MISSING);
  const cells = standing?.rows.columns[column];
  if (!standing || !cells) return byKey;
  for (let k = 0; k < keys; k++) {
    const row = standing.row[k] as number;
    if (row >= 0) byKey[k] = cells[row] as number;
  }
  return byKey;
}

function filesByKey(standing: Standing | null, deltas: GroupedRows, keys: number): Float64Array {
  const byKey = new Float64Array(keys).fill(MISSING);
  if (!standing) return byKey;
  for (let k = 0; k < keys; k++) {
    const source = standing.source[k] as number;
    if (source >= 0) byKey[k] = deltas.file[source] as number;
  }
  return byKey;
}
