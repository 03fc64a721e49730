import { MISSING } from '../decimal';
import { rowsByGroup } from './key-groups';
import type { Pipeline } from './pipeline';
import { gather, gatherSteps, type Regrouped } from './regroup';
import { keyNumbers } from './spare-memory';

/** One row a key, and by case column the values that are not its own: see `Replayed`. */
export interface Deduped {
  readonly winner: Int32Array;
  readonly composed: (Float64Array | null)[];
}

/** The pipeline with its rows under the part of their keys by which it removes duplicates; null where that is the whole key. */
export function underPartOfKey(
  pipeline: Pipeline,
): { readonly pipeline: Pipeline; readonly source: Int32Array } | null {
  if (pipeline.dedupeBy === null) return null;
  const grouped = rowsByGroup(pipeline.rows, pipeline.keys, pipeline.dedupeBy);
  return { pipeline: regrouped(pipeline, grouped), source: grouped.source };
}

function regrouped(pipeline: Pipeline, { rows, source }: Regrouped): Pipeline {
  const { arrived, deletes, rows: before } = pipeline;
  return {
    ...pipeline,
    rows,
    keyRead: gather(pipeline.keyRead, source),
    arrived: arrived && gather(arrived, source),
    deletes: deletes && gather(deletes, source),
    values: gatherSteps(pipeline.values, source),
    columns: pipeline.columns.map((column, c) =>
      column === before.columns[c] ? (rows.columns[c] ?? null) : column && gather(column, source),
    ),
    versionTextRank:
      pipeline.versionTextRank === before.versionTextRank
        ? rows.versionTextRank
        : pipeline.versionTextRank && gather(pipeline.versionTextRank, source),
  };
}

/** Of all keys that are one in that part the row that won stands, under its own key. O(rows) */
export function underOwnKeys({ rows }: Pipeline, source: Int32Array, { winner: wins, composed }: Deduped): Deduped {
  const winner = keyNumbers(rows).fill(-1);
  const values = composed.map((column) => column && new Float64Array(winner.length).fill(MISSING));
  for (let group = 0; group < wins.length; group++) {
    const won = wins[group] as number;
    if (won === -1) continue;
    const r = source[won] as number;
    const k = rows.key[r] as number;
    winner[k] = r;
    composed.forEach((column, c) => {
      const own = values[c];
      if (column && own) own[k] = column[group] as number;
    });
  }
  return { winner, composed: values };
}
