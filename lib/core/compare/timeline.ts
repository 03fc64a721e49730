import type { Side } from '../findings/findings';
import type { Key } from '../key';
import { type Dataset, type GroupedRows, sourceLine } from '../table/dataset';
import { likenessTo } from './compared-side';
import type { Comparison } from './comparison';
import type { RowSide } from './rows/row-query';
import { causesOfKey, rowSide } from './rows/row-reader';

export interface Timeline {
  readonly key: Key;
  /** Every delta row of the key in version order. */
  readonly versions: readonly {
    readonly file: string;
    readonly fileIndex: number;
    /** 1-based physical line in that file. */
    readonly line: number;
    readonly version: string;
    readonly measure: string;
    readonly attributes: readonly (string | null)[];
    /** Names of the columns, the version's too, whose value differs from the row above; none in the first row. */
    readonly changed: readonly string[];
    readonly tookBy: readonly ('expected' | 'ours' | 'theirs')[];
  }[];
  /** What each table holds where no delta row equals it; a key that a table has twice may stand here twice. */
  readonly unmatched: readonly { readonly side: Side; readonly row: RowSide }[];
  readonly causes: readonly { readonly side: Side; readonly cause: number }[];
}

/**
 * The life of key k. Versions stand in version order, equal ones and those of a case without a version column in arrival
 * order. A table row that equals several delta rows counts for the one that the comparison names as its source.
 * O(rows of the key, squared).
 */
export function timelineOf(comparison: Comparison, k: number): Timeline {
  const { dataset, expected } = comparison;
  const { deltas } = dataset;
  const tables = (['ours', 'theirs'] as const).map((side) => tableRows(comparison, side, k));
  const rows = inVersionOrder(dataset, k);
  return {
    key: dataset.keys.parts(k),
    versions: rows.map((row, i) => {
      const { measure, version, attributes } = rowSide(dataset, deltas, row, row);
      const fileIndex = deltas.file[row] as number;
      const above = rows[i - 1];
      return {
        file: dataset.files[fileIndex]?.name ?? '',
        fileIndex,
        line: sourceLine(dataset, row),
        version: version ?? '',
        measure,
        attributes,
        changed: above === undefined ? [] : changedColumns(dataset, above, row),
        tookBy: [
          ...(expected[k] === row ? (['expected'] as const) : []),
          ...tables.filter(({ taken }) => taken.includes(row)).map(({ side }) => side),
        ],
      };
    }),
    unmatched: tables.flatMap(({ side, unmatched }) => unmatched.map((row) => ({ side, row }))),
    causes: causesOfKey(comparison, k),
  };
}

function rowsOfKey({ start }: GroupedRows, k: number): number[] {
  const from = start[k] as number;
  return Array.from({ length: (start[k + 1] as number) - from }, (_, i) => from + i);
}

function inVersionOrder({ deltas, version }: Dataset, k: number): number[] {
  const rows = rowsOfKey(deltas, k);
  const cells = deltas.columns[version];
  if (!cells) return rows;
  return rows.sort((a, b) => order(cells[a] as number, cells[b] as number) || a - b);
}

/** MISSING, an infinity, cannot be subtracted from itself. */
function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function changedColumns({ columns, deltas }: Dataset, above: number, row: number): string[] {
  return columns.filter((_, c) => deltas.columns[c]?.[above] !== deltas.columns[c]?.[row]).map(({ name }) => name);
}

/** Which delta rows a table's rows of key k were taken from, and those that equal none. */
function tableRows(
  comparison: Comparison,
  side: Side,
  k: number,
): { side: Side; taken: number[]; unmatched: RowSide[] } {
  const { dataset } = comparison;
  const table = dataset[side];
  const compared = comparison[side];
  const taken: number[] = [];
  const unmatched: RowSide[] = [];
  if (!table || !compared || (compared.row[k] as number) < 0) return { side, taken, unmatched };
  const likeness = likenessTo(dataset, table);
  const deltaRows = rowsOfKey(dataset.deltas, k);
  for (const row of rowsOfKey(table, k)) {
    const source =
      row === compared.row[k]
        ? (compared.source[k] as number)
        : (deltaRows.find((r) => likeness(row, r) !== null && !taken.includes(r)) ?? -1);
    if (source >= 0) taken.push(source);
    else unmatched.push(rowSide(dataset, table, row, -1));
  }
  return { side, taken, unmatched };
}
