import { MISSING } from '../decimal';
import type { Dataset, GroupedRows } from '../table/dataset';
import { applyChangeMutable } from './apply-change';
import type { PipelineChange } from './change';
import { composeColumns } from './compose';
import { meets } from './condition';
import { chooseWinners } from './dedupe';
import { type Draft, newDraft } from './draft';
import type { Replayed } from './replayed';
import { applyValueSteps, isRowWiseStep } from './values';

/**
 * Runs the pipeline arrive → read → dedupe → load with the changes, in their order. `observed` is the table under
 * judgement; only the change that takes rows of it as given reads it. O(rows + keys) for each change. Pure and
 * deterministic.
 */
export function replayChanges(
  dataset: Dataset,
  changes: readonly PipelineChange[],
  observed: GroupedRows | null = null,
): Replayed {
  return run(drafted(dataset, changes, observed));
}

/** The pipeline with the changes in place, before it runs. */
export function drafted(dataset: Dataset, changes: readonly PipelineChange[], observed: GroupedRows | null): Draft {
  const draft = newDraft(dataset, observed);
  for (const change of changes) applyChangeMutable(change, draft);
  return draft;
}

export function run(draft: Draft): Replayed {
  const winner = chooseWinners(draft);
  leaveDeletedOutMutable(draft, winner);
  const given = draft.takesNewerRows ? newerRows(draft, draft.takesNewerRows) : null;
  if (draft.keepsDuplicates) return runKeepingDuplicates(draft, winner, given);
  const composed = composeColumns(draft, winner);
  draft.values.forEach((steps, c) => {
    if (steps.length > 0) composed[c] = loadedColumn(draft, winner, c, composed[c] ?? null);
  });
  if (draft.leftOut.length > 0) leaveOutMutable(draft, winner, composed);
  return {
    rows: draft.rows,
    winner,
    composed,
    values: draft.columns,
    standing: null,
    given,
  };
}

/** A key whose row marks a delete is not in the table. */
function leaveDeletedOutMutable({ rows }: Draft, winner: Int32Array): void {
  const { deletes } = rows;
  if (deletes === null) return;
  for (let k = 0; k < winner.length; k++) if (winner[k] !== -1 && deletes[winner[k] as number] === 1) winner[k] = -1;
}

function runKeepingDuplicates(draft: Draft, winner: Int32Array, given: Int32Array | null): Replayed {
  const standing = draft.arrived ?? new Uint8Array(draft.rows.rows).fill(1);
  const values = draft.columns.map((column, c) => {
    const steps = draft.values[c] ?? [];
    if (!column || steps.length === 0) return column;
    return column.map((units, r) => applyValueSteps(steps, units, draft.rows.file[r] as number));
  });
  const left = standing.slice();
  for (const condition of draft.leftOut) {
    const column = values[condition.column];
    if (column) for (let r = 0; r < left.length; r++) if (meets(condition, column[r] as number)) left[r] = 0;
  }
  return {
    rows: draft.rows,
    winner,
    composed: values.map(() => null),
    values,
    standing: left,
    given,
  };
}

/** By key id. To a sum, what is row-wise has been done already. */
function loadedColumn(draft: Draft, winner: Int32Array, c: number, composed: Float64Array | null): Float64Array | null {
  const column = draft.columns[c];
  if (!column) return null;
  const all = draft.values[c] ?? [];
  const steps = draft.compositions[c]?.includes('sum') ? all.filter((step) => !isRowWiseStep(step)) : all;
  const loaded = new Float64Array(winner.length).fill(MISSING);
  for (let k = 0; k < winner.length; k++) {
    const w = winner[k] as number;
    if (w === -1) continue;
    const units = composed ? (composed[k] as number) : (column[w] as number);
    loaded[k] = applyValueSteps(steps, units, draft.rows.file[w] as number);
  }
  return loaded;
}

function leaveOutMutable(draft: Draft, winner: Int32Array, composed: readonly (Float64Array | null)[]): void {
  for (const condition of draft.leftOut) {
    const byKey = composed[condition.column] ?? null;
    const byRow = draft.columns[condition.column] ?? null;
    for (let k = 0; k < winner.length; k++) {
      const w = winner[k] as number;
      if (w === -1) continue;
      const value = byKey ? (byKey[k] as number) : byRow ? (byRow[w] as number) : MISSING;
      if (meets(condition, value)) winner[k] = -1;
    }
  }
}

/** By key: the observed row with a version in the range that is newer than every delta row of its key, if it has any. */
function newerRows(draft: Draft, { min, max }: { readonly min: number; readonly max: number }): Int32Array {
  const { observed, dataset } = draft;
  const given = new Int32Array(draft.rows.start.length - 1).fill(-1);
  const theirs = observed?.columns[dataset.version];
  const ours = draft.rows.columns[dataset.version];
  if (!observed || !theirs || !ours) return given;
  for (let k = 0; k < dataset.keys.count; k++) {
    let newest = MISSING;
    for (let r = draft.rows.start[k] as number; r < (draft.rows.start[k + 1] as number); r++)
      newest = Math.max(newest, ours[r] as number);
    for (let o = observed.start[k] as number; o < (observed.start[k + 1] as number); o++) {
      const version = theirs[o] as number;
      if (version > newest && version >= min && version <= max) given[k] = o;
    }
  }
  return given;
}
