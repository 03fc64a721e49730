import { MISSING } from '../decimal';
import { keyGroups } from './key-groups';
import { columnIndex } from './lookups';
import type { Pipeline } from './pipeline';

/**
 * By file the place at which it comes, and by row the last place of a file with an arrived row of the same value in the
 * column, which may be one of the key's; an empty cell is a value like any other. Null where no file has the column.
 * O(rows)
 */
export function lastFilesOfValues(
  pipeline: Pipeline,
  column: string,
): { readonly places: Int32Array; readonly last: Int32Array } | null {
  const { rows, arrived, dataset } = pipeline;
  const values = valuesOf(pipeline, column);
  if (values === null) return null;
  const places = pipeline.arrivals?.last ?? Int32Array.from(dataset.files.keys());
  const byValue = new Map<number, number>();
  for (let r = 0; r < rows.rows; r++) {
    if (arrived !== null && arrived[r] === 0) continue;
    const place = places[rows.file[r] as number] as number;
    const value = values[r] as number;
    if (place > (byValue.get(value) ?? -1)) byValue.set(value, place);
  }
  return { places, last: Int32Array.from(values, (value) => byValue.get(value) ?? -1) };
}

/** Rows of which the last files are taken at a glance. */
const GLANCE = 20_000;

/**
 * Whether surely more than `most` of these rows have a later file with a row of the same value: seen from some rows alone, so
 * that it may be so although it is not seen. O(rows asked for)
 * @param asked rows of the pipeline; -1 is none
 */
export function replacesMoreThan(pipeline: Pipeline, column: string, asked: Int32Array, most: number): boolean {
  const { rows, arrived, dataset } = pipeline;
  const values = valuesOf(pipeline, column);
  if (values === null) return false;
  const places = pipeline.arrivals?.last ?? Int32Array.from(dataset.files.keys());
  const byValue = new Map<number, number>();
  for (let r = 0, step = Math.max(1, Math.floor(rows.rows / GLANCE)); r < rows.rows; r += step) {
    if (arrived !== null && arrived[r] === 0) continue;
    const place = places[rows.file[r] as number] as number;
    const value = values[r] as number;
    if (place > (byValue.get(value) ?? -1)) byValue.set(value, place);
  }
  let replaced = 0;
  for (const r of asked) {
    if (r === -1 || (places[rows.file[r] as number] as number) >= (byValue.get(values[r] as number) ?? -1)) continue;
    if (++replaced > most) return true;
  }
  return false;
}

/** The column's cells by row, or a number for each text of a part of the key. */
function valuesOf({ dataset, rows, keyRead }: Pipeline, column: string): Float64Array | null {
  const part = dataset.keyColumns.indexOf(column);
  if (part === -1) return rows.columns[columnIndex(dataset, column)] ?? null;
  const { of } = keyGroups(dataset.keys, [part]);
  return Float64Array.from(keyRead, (k) => of[k] ?? MISSING);
}
