import { MISSING } from '../decimal';
import type { GroupedRows } from '../table/dataset';
import { keyGroups } from './key-groups';
import { columnIndex } from './lookups';
import type { Pipeline } from './pipeline';

/**
 * By file the place at which it comes, and by row the last place of a file with an arrived row of the same value in the
 * column, which may be one of the key's; an empty cell is a value like any other. Null where no file has the column.
 * O(rows)
 */
export function lastFilesOfValues(pipeline: Pipeline, column: string): LastFiles | null {
  const { rows, arrived, arrivals } = pipeline;
  if (arrived !== null || arrivals !== null) return findLastFiles(pipeline, column);
  const known = ofAllRows.get(rows) ?? new Map<string, LastFiles | null>();
  ofAllRows.set(rows, known);
  const found = known.get(column) ?? findLastFiles(pipeline, column);
  known.set(column, found);
  return found;
}

interface LastFiles {
  readonly places: Int32Array;
  readonly last: Int32Array;
}

/** Where every row arrives, each file in its place. */
const ofAllRows = new WeakMap<GroupedRows, Map<string, LastFiles | null>>();

function findLastFiles(pipeline: Pipeline, column: string): LastFiles | null {
  const values = valuesOf(pipeline, column);
  if (values === null) return null;
  const { places, lastOf } = lastPlaces(pipeline, values, 1);
  return { places, last: Int32Array.from(values, lastOf) };
}

const ranges = new WeakMap<Float64Array, readonly [least: number, most: number]>();

/** Of the values that are not empty. Cells never change, so each column is looked at once. */
function rangeOf(values: Float64Array): readonly [least: number, most: number] {
  const known = ranges.get(values);
  if (known) return known;
  let [least, most] = [Number.POSITIVE_INFINITY, MISSING];
  for (const value of values) {
    if (value !== MISSING && value < least) least = value;
    if (value > most) most = value;
  }
  ranges.set(values, [least, most]);
  return [least, most];
}

/** Values that lie together are looked up in place. */
const DENSE = 4;

/** Seen from every `step`th row: of a value the last place of a file with an arrived row of it; -1: none. */
function lastPlaces(
  { rows, arrived, arrivals, dataset }: Pipeline,
  values: Float64Array,
  step: number,
): { readonly places: Int32Array; readonly lastOf: (value: number) => number } {
  const places = arrivals?.last ?? Int32Array.from(dataset.files.keys());
  const [least, most] = rangeOf(values);
  if (most - least > DENSE * values.length + 1024) return inMap();
  // An empty cell stands first.
  const last = new Int32Array(most === MISSING ? 1 : most - least + 2).fill(-1);
  const at = (value: number) => (value === MISSING ? 0 : value - least + 1);
  for (let r = 0; r < rows.rows; r += step) {
    if (arrived !== null && arrived[r] === 0) continue;
    const place = places[rows.file[r] as number] as number;
    const slot = at(values[r] as number);
    if (place > (last[slot] as number)) last[slot] = place;
  }
  return { places, lastOf: (value) => last[at(value)] as number };

  function inMap() {
    const byValue = new Map<number, number>();
    for (let r = 0; r < rows.rows; r += step) {
      if (arrived !== null && arrived[r] === 0) continue;
      const place = places[rows.file[r] as number] as number;
      if (place > (byValue.get(values[r] as number) ?? -1)) byValue.set(values[r] as number, place);
    }
    return { places, lastOf: (value: number) => byValue.get(value) ?? -1 };
  }
}

/** Rows of which the last files are taken at a glance. */
const GLANCE = 20_000;

/**
 * Whether surely more than `most` of these rows have a later file with a row of the same value: seen from some rows alone, so
 * that it may be so although it is not seen. O(rows asked for)
 * @param asked rows of the pipeline; -1 is none
 */
export function replacesMoreThan(pipeline: Pipeline, column: string, asked: Int32Array, most: number): boolean {
  const { rows } = pipeline;
  const values = valuesOf(pipeline, column);
  if (values === null) return false;
  const { places, lastOf } = lastPlaces(pipeline, values, Math.max(1, Math.floor(rows.rows / GLANCE)));
  let replaced = 0;
  for (const r of asked) {
    if (r === -1 || (places[rows.file[r] as number] as number) >= lastOf(values[r] as number)) continue;
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
