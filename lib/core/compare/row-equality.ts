import type { CaseColumn } from '../table/case-tables';
import type { GroupedRows } from '../table/dataset';
import { isTransitive, sameCell } from '../table/equal';

/** How far each of a pipeline's rows is the row that a table holds for its key. */
export interface RowEquality {
  /** Columns that both have: what rows are compared in. */
  readonly width: number;
  /** By row: in how many of these it equals the first row that the table holds for its key; 0 where it holds none. */
  readonly equal: Uint8Array | Uint16Array;
  /** By row: 1 where it equals one of the rows that the table holds for its key, whichever. Worked out when first asked for */
  readonly held: () => Uint8Array;
}

interface Remembered extends RowEquality {
  readonly columns: readonly CaseColumn[];
}

interface ComparedColumn {
  readonly column: CaseColumn;
  /** By delta row, and by row of the table. */
  readonly held: Float64Array;
  readonly seen: Float64Array;
}

const remembered = new WeakMap<GroupedRows, WeakMap<GroupedRows, Remembered>>();

/**
 * One byte a row, worked out once for each table and grouping of the rows: whatever a replay keeps of rows as they were
 * read needs no look at cells. O(rows × columns) the first time.
 */
export function rowEquality(columns: readonly CaseColumn[], rows: GroupedRows, observed: GroupedRows): RowEquality {
  const ofTable = remembered.get(observed) ?? new WeakMap<GroupedRows, Remembered>();
  remembered.set(observed, ofTable);
  const known = ofTable.get(rows);
  if (known?.columns === columns) return known;
  const compared = columns.flatMap((column, c): ComparedColumn[] => {
    const [held, seen] = [rows.columns[c], observed.columns[c]];
    return held && seen ? [{ column, held, seen }] : [];
  });
  const equal = compared.length > 255 ? new Uint16Array(rows.rows) : new Uint8Array(rows.rows);
  for (const { column, held, seen } of compared) addEqualMutable(equal, rows, held, observed, seen, column);
  let held: Uint8Array | null = null;
  const found: Remembered = {
    width: compared.length,
    equal,
    held: () => (held ??= heldAnywhere(rows, observed, compared, equal)),
    columns,
  };
  ofTable.set(rows, found);
  return found;
}

function heldAnywhere(
  rows: GroupedRows,
  observed: GroupedRows,
  compared: readonly ComparedColumn[],
  equal: RowEquality['equal'],
): Uint8Array {
  const found = new Uint8Array(rows.rows);
  const keys = Math.min(rows.start.length, observed.start.length) - 1;
  for (let k = 0; k < keys; k++) {
    const [from, to] = [observed.start[k] as number, observed.start[k + 1] as number];
    const end = rows.start[k + 1] as number;
    for (let r = rows.start[k] as number; from < to && r < end; r++) {
      if (equal[r] === compared.length) found[r] = 1;
      else for (let o = from + 1; o < to && found[r] === 0; o++) if (isSame(compared, r, o)) found[r] = 1;
    }
  }
  return found;
}

function isSame(compared: readonly ComparedColumn[], r: number, o: number): boolean {
  for (let c = 0; c < compared.length; c++) {
    const { column, held, seen } = compared[c] as ComparedColumn;
    if (held[r] !== seen[o] && !sameCell(column, held[r] as number, seen[o] as number)) return false;
  }
  return true;
}

function addEqualMutable(
  equal: RowEquality['equal'],
  rows: GroupedRows,
  held: Float64Array,
  observed: GroupedRows,
  seen: Float64Array,
  column: CaseColumn,
): void {
  const exact = isTransitive([column]);
  const keys = Math.min(rows.start.length, observed.start.length) - 1;
  for (let k = 0; k < keys; k++) {
    const o = observed.start[k] as number;
    if (o === observed.start[k + 1]) continue;
    const cell = seen[o] as number;
    const end = rows.start[k + 1] as number;
    for (let r = rows.start[k] as number; r < end; r++)
      if (held[r] === cell || (!exact && sameCell(column, held[r] as number, cell)))
        equal[r] = (equal[r] as number) + 1;
  }
}
