import { MISSING } from '../decimal';
import { applyFaultMutable, inPipelineOrder } from '../faults/catalogue';
import type { Fault } from '../findings/fault';
import type { Dataset, GroupedRows } from '../table/dataset';
import { composeColumns } from './compose';
import { meets } from './condition';
import { chooseWinners } from './dedupe';
import { type Draft, newDraft } from './draft';
import type { Replayed } from './replayed';
import { applyValueSteps } from './values';

/**
 * Runs the pipeline arrive → read → dedupe → load with the given faults, whatever their order. `observed` is the table
 * under judgement; only `rows-not-exported` reads it. O(rows + keys) for each fault. Pure and deterministic.
 */
export function replay(dataset: Dataset, faults: readonly Fault[], observed: GroupedRows | null = null): Replayed {
  return run(drafted(dataset, faults, observed));
}

/** The pipeline with the faults in place, before it runs. */
export function drafted(dataset: Dataset, faults: readonly Fault[], observed: GroupedRows | null): Draft {
  const draft = newDraft(dataset, observed);
  for (const fault of inPipelineOrder(faults)) applyFaultMutable(fault, draft);
  return draft;
}

export function run(draft: Draft): Replayed {
  const winner = chooseWinners(draft);
  leaveDeletedOutMutable(draft, winner);
  const given = draft.takesNewerRows ? newerRows(draft, draft.takesNewerRows) : null;
  if (draft.keepsDuplicates) return runKeepingDuplicates(draft, winner, given);
  const composed = composeColumns(draft, winner);
  if (draft.values.length > 0) composed[0] = loadedMeasure(draft, winner, composed[0] ?? null);
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
  const values = [...draft.columns];
  const measure = values[0];
  if (measure && draft.values.length > 0) {
    values[0] = measure.map((units, r) => applyValueSteps(draft.values, units, draft.rows.file[r] as number));
  }
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

function loadedMeasure(draft: Draft, winner: Int32Array, composed: Float64Array | null): Float64Array {
  const loaded = new Float64Array(winner.length).fill(MISSING);
  const measure = draft.columns[0] as Float64Array;
  const steps = draft.summed ? draft.values.filter((step) => step.kind !== 'scale') : draft.values;
  for (let k = 0; k < winner.length; k++) {
    const w = winner[k] as number;
    if (w === -1) continue;
    loaded[k] = applyValueSteps(
      steps,
      composed ? (composed[k] as number) : (measure[w] as number),
      draft.rows.file[w] as number,
    );
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
