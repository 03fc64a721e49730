import { MISSING } from '../decimal';
import type { Dataset, GroupedRows } from '../table/dataset';
import { withKeysAltered } from './alter-table';
import { applyChangeMutable } from './apply-change';
import type { PipelineChange } from './change';
import { composeColumns } from './compose';
import { KEY } from './condition';
import { areShared, chooseWinners, ownWinners } from './dedupe';
import { type Deduped, underOwnKeys, underPartOfKey } from './dedupe-by-part';
import { timesArrived } from './file-arrivals';
import { loadedRows } from './loaded-rows';
import { type Pipeline, rightPipeline } from './pipeline';
import { withRepeats } from './repeated-rows';
import type { Replayed } from './replayed';
import { giveBackKeyNumbers, giveBackRowFlags } from './spare-memory';
import { applyValueSteps, isRowWiseStep } from './values';

/**
 * Runs the pipeline arrive → read → dedupe → load with the changes, in their order. `observed` is the table under
 * judgement; only changes that take something of it as given read it. O(rows + keys) for each change. Pure and
 * deterministic.
 */
export function replayChanges(
  dataset: Dataset,
  changes: readonly PipelineChange[],
  observed: GroupedRows | null = null,
): Replayed {
  return run(pipelineWith(dataset, changes, observed));
}

/** What `tell` says of such a replay, which it must not keep: its memory serves the next one. */
export function replayOnTrial<T>(
  dataset: Dataset,
  changes: readonly PipelineChange[],
  observed: GroupedRows | null,
  tell: (replayed: Replayed) => T,
): T {
  const pipeline = pipelineWith(dataset, changes, observed);
  const { rows, arrived } = pipeline;
  const replayed = run(pipeline);
  const told = tell(replayed);
  if (replayed.rows === rows && !areShared(rows, replayed.winner)) giveBackKeyNumbers(rows, replayed.winner);
  if (arrived !== null) giveBackRowFlags(rows, arrived);
  return told;
}

/** The pipeline with the changes in place, before it runs. */
export function pipelineWith(
  dataset: Dataset,
  changes: readonly PipelineChange[],
  observed: GroupedRows | null,
): Pipeline {
  const pipeline = rightPipeline(dataset, observed);
  for (const change of changes) applyChangeMutable(change, pipeline);
  return pipeline;
}

/** Runs a pipeline that is set up; what it altered at the load is altered in it as well. */
export function run(pipeline: Pipeline): Replayed {
  const table = pipeline.keysAtLoad.reduce((so, form) => withKeysAltered(pipeline, so, form), runToLoad(pipeline));
  return pipeline.repeatsRows ? withRepeats(pipeline, table) : table;
}

function runToLoad(pipeline: Pipeline): Replayed {
  const given = pipeline.takesNewerRows ? newerRows(pipeline, pipeline.takesNewerRows) : null;
  if (pipeline.keepsDuplicates)
    return runKeepingDuplicates(pipeline, withoutDeleted(pipeline, chooseWinners(pipeline)), given);
  const { winner, composed } = dedupe(pipeline);
  pipeline.values.forEach((steps, c) => {
    if (steps.length > 0) composed[c] = loadedColumn(pipeline, winner, c, composed[c] ?? null);
  });
  return {
    rows: pipeline.rows,
    winner: pipeline.leftOut.length > 0 ? withoutLeftOut(pipeline, winner, composed) : winner,
    composed,
    values: pipeline.columns,
    standing: null,
    given,
  };
}

function dedupe(pipeline: Pipeline): Deduped {
  const part = underPartOfKey(pipeline);
  if (part !== null) return underOwnKeys(pipeline, part.source, dedupe({ ...part.pipeline, dedupeBy: null }));
  const winner = withoutDeleted(pipeline, chooseWinners(pipeline));
  return { winner, composed: composeColumns(pipeline, winner) };
}

/** A key whose row marks a delete is not in the table. */
function withoutDeleted({ rows, deletes }: Pipeline, winner: Int32Array): Int32Array {
  if (deletes === null) return winner;
  const left = ownWinners(rows, winner);
  for (let k = 0; k < left.length; k++) if (left[k] !== -1 && deletes[left[k] as number] === 1) left[k] = -1;
  return left;
}

function runKeepingDuplicates(pipeline: Pipeline, winner: Int32Array, given: Int32Array | null): Replayed {
  const standing = pipeline.arrived ?? new Uint8Array(pipeline.rows.rows).fill(1);
  const values = pipeline.columns.map((column, c) => column && loadedRows(pipeline, c));
  const left = standing.slice();
  if (pipeline.arrivals !== null)
    for (let r = 0; r < left.length; r++)
      left[r] = (left[r] as number) * timesArrived(pipeline.arrivals, pipeline.rows.file[r] as number);
  const { key, file } = pipeline.rows;
  for (const { column, meets, files } of pipeline.leftOut) {
    const cells = column === KEY ? key : values[column];
    if (!cells) continue;
    for (let r = 0; r < left.length; r++)
      if ((files === null || files[file[r] as number] === 1) && meets(cells[r] as number)) left[r] = 0;
  }
  return {
    rows: pipeline.rows,
    winner,
    composed: values.map(() => null),
    values,
    standing: left,
    given,
  };
}

/** By key id. To a sum, what is row-wise has been done already. */
function loadedColumn(
  pipeline: Pipeline,
  winner: Int32Array,
  c: number,
  composed: Float64Array | null,
): Float64Array | null {
  const column = pipeline.columns[c];
  if (!column) return null;
  const all = pipeline.values[c] ?? [];
  const steps = pipeline.compositions[c]?.includes('sum') ? all.filter((step) => !isRowWiseStep(step)) : all;
  const loaded = new Float64Array(winner.length).fill(MISSING);
  for (let k = 0; k < winner.length; k++) {
    const w = winner[k] as number;
    if (w === -1) continue;
    const units = composed ? (composed[k] as number) : (column[w] as number);
    loaded[k] = applyValueSteps(steps, units, pipeline.rows.file[w] as number, w);
  }
  return loaded;
}

function withoutLeftOut(
  pipeline: Pipeline,
  winner: Int32Array,
  composed: readonly (Float64Array | null)[],
): Int32Array {
  const left = ownWinners(pipeline.rows, winner);
  const { file } = pipeline.rows;
  for (const { column, meets, files } of pipeline.leftOut) {
    const byKey = composed[column] ?? null;
    const byRow = pipeline.columns[column] ?? null;
    for (let k = 0; k < left.length; k++) {
      const w = left[k] as number;
      if (w === -1 || (files !== null && files[file[w] as number] !== 1)) continue;
      const value = column === KEY ? k : byKey ? (byKey[k] as number) : byRow ? (byRow[w] as number) : MISSING;
      if (meets(value)) left[k] = -1;
    }
  }
  return left;
}

/** By key: the observed row with a version in the range that is newer than every delta row of its key would be in the table, if it has any. */
function newerRows(pipeline: Pipeline, { min, max }: { readonly min: number; readonly max: number }): Int32Array {
  const { observed, dataset } = pipeline;
  const given = new Int32Array(pipeline.rows.start.length - 1).fill(-1);
  const theirs = observed?.columns[dataset.version];
  const ours = pipeline.columns[dataset.version] && loadedRows(pipeline, dataset.version);
  if (!observed || !theirs || !ours) return given;
  for (let k = 0; k < dataset.keys.count; k++) {
    let newest = MISSING;
    for (let r = pipeline.rows.start[k] as number; r < (pipeline.rows.start[k + 1] as number); r++)
      newest = Math.max(newest, ours[r] as number);
    for (let o = observed.start[k] as number; o < (observed.start[k + 1] as number); o++) {
      const version = theirs[o] as number;
      if (version > newest && version >= min && version <= max) given[k] = o;
    }
  }
  return given;
}
