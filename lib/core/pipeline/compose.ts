import { assertNever } from '../assert-never';
import { MISSING } from '../decimal';
import type { CaseColumn } from '../table/case-tables';
import type { GroupedRows } from '../table/dataset';
import type { Composition } from './change';
import { comparedVersions } from './dedupe';
import { comesLater, timesArrived } from './file-arrivals';
import type { Pipeline } from './pipeline';
import { applyValueSteps, isRowWiseStep } from './values';

/**
 * By case column, by key id: the values that are not simply those of the key's winning row; null where they are. Shared: not
 * to be written to.
 */
export function composeColumns(pipeline: Pipeline, winner: Int32Array): (Float64Array | null)[] {
  return pipeline.columns.map((column, c) => {
    let composed: Float64Array | null = null;
    if (!column) return composed;
    const compositions = pipeline.compositions[c] ?? [];
    const [only] = compositions;
    if (compositions.length === 1 && (only === 'largest' || only === 'first') && foldsAsRead(pipeline, c))
      return foldedOnce(only, pipeline, winner, c, column);
    for (const composition of compositions) composed = compose(composition, pipeline, winner, c, column, composed);
    return composed;
  });
}

/** By name and column, what folds come to of rows as they were read, all of which arrive. */
const remembered = new WeakMap<GroupedRows, Map<string, Float64Array | null>>();

/** Whether the folds of a key's rows depend on nothing that a change has made of them, whichever row wins. */
function foldsAsRead({ rows, columns, arrived, arrivals, deletes }: Pipeline, c: number): boolean {
  return arrived === null && arrivals === null && deletes === null && columns[c] === rows.columns[c];
}

function foldedOnce(
  composition: 'largest' | 'first',
  pipeline: Pipeline,
  winner: Int32Array,
  c: number,
  column: Float64Array,
): Float64Array | null {
  const known = remembered.get(pipeline.rows) ?? new Map<string, Float64Array | null>();
  remembered.set(pipeline.rows, known);
  const name = `${composition} ${c}`;
  const folded = known.get(name) ?? compose(composition, pipeline, winner, c, column, null);
  known.set(name, folded);
  return folded;
}

function compose(
  composition: Composition,
  pipeline: Pipeline,
  winner: Int32Array,
  c: number,
  column: Float64Array,
  composed: Float64Array | null,
): Float64Array | null {
  switch (composition) {
    case 'largest':
      return foldRows(pipeline, winner, column, (so, r) => ((column[r] as number) > (column[so] as number) ? r : so));
    case 'first': {
      const { rows, arrivals } = pipeline;
      const places = arrivals?.first ?? null;
      return foldRows(pipeline, winner, column, (so, r) => (comesLater(rows, places, r, so) ? so : r));
    }
    case 'sum':
      return sums(pipeline, winner, c, column);
    case 'newest-not-zero': {
      const zero = zeroOf(pipeline.dataset.columns[c]);
      return zero === null ? composed : newestOther(pipeline, winner, column, composed, zero);
    }
    case 'newest-not-empty':
      return newestOther(pipeline, winner, column, composed, MISSING);
    default:
      return assertNever(composition);
  }
}

/** @param fold which of two rows gives the value */
function foldRows(
  pipeline: Pipeline,
  winner: Int32Array,
  column: Float64Array,
  fold: (so: number, next: number) => number,
): Float64Array {
  const { rows, arrived } = pipeline;
  const folded = new Float64Array(winner.length).fill(MISSING);
  for (let k = 0; k < winner.length; k++) {
    if ((winner[k] as number) === -1) continue;
    let from = -1;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if (arrived !== null && arrived[r] === 0) continue;
      from = from === -1 ? r : fold(from, r);
    }
    if (from !== -1) folded[k] = column[from] as number;
  }
  return folded;
}

/** Where the winner's value is `blank`, the newest that is neither it nor empty; elsewhere, and without one, as it was. */
function newestOther(
  pipeline: Pipeline,
  winner: Int32Array,
  column: Float64Array,
  composed: Float64Array | null,
  blank: number,
): Float64Array | null {
  const { rows, arrived, arrivals } = pipeline;
  const places = arrivals?.last ?? null;
  const version = comparedVersions(pipeline);
  let result = composed;
  for (let k = 0; k < winner.length; k++) {
    const w = winner[k] as number;
    if (w === -1 || (composed ? composed[k] : column[w]) !== blank) continue;
    let newest = -1;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if ((arrived !== null && arrived[r] === 0) || column[r] === blank || column[r] === MISSING) continue;
      const apart = newest !== -1 && version !== null && version[r] !== version[newest];
      if (newest === -1) newest = r;
      else if (apart ? (version[r] as number) > (version[newest] as number) : comesLater(rows, places, r, newest))
        newest = r;
    }
    if (newest === -1) continue;
    result ??= byWinner(winner, column);
    result[k] = column[newest] as number;
  }
  return result;
}

/** Sum over the key's arrived rows, each scaled and without its sign as its own file is; an empty cell adds nothing. */
function sums(pipeline: Pipeline, winner: Int32Array, c: number, column: Float64Array): Float64Array {
  const { rows, arrived, arrivals } = pipeline;
  const steps = (pipeline.values[c] ?? []).filter(isRowWiseStep);
  const summed = new Float64Array(winner.length).fill(MISSING);
  for (let k = 0; k < winner.length; k++) {
    if ((winner[k] as number) === -1) continue;
    let sum = MISSING;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if ((arrived !== null && arrived[r] === 0) || column[r] === MISSING) continue;
      const file = rows.file[r] as number;
      const units = steps.length === 0 ? (column[r] as number) : applyValueSteps(steps, column[r] as number, file, r);
      if (units === MISSING) continue;
      const added = units * timesArrived(arrivals, file);
      sum = sum === MISSING ? added : sum + added;
    }
    summed[k] = sum;
  }
  return summed;
}

function byWinner(winner: Int32Array, column: Float64Array): Float64Array {
  const values = new Float64Array(winner.length).fill(MISSING);
  for (let k = 0; k < winner.length; k++)
    if ((winner[k] as number) !== -1) values[k] = column[winner[k] as number] as number;
  return values;
}

/** How a 0 is held in the column; null where none can occur. */
function zeroOf(column: CaseColumn | undefined): number | null {
  if (column?.type !== 'number') return null;
  if (!column.wide) return 0;
  const at = column.wide.indexOf(0n);
  return at === -1 ? null : at;
}
