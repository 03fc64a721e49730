import type { DedupeRule } from '../findings/dedupe-rule';
import type { TextForm, VersionForm } from '../findings/fault-parameters';
import type { KeySpace } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import type { Composition } from './change';
import type { Condition } from './condition';
import type { FileArrivals } from './file-arrivals';
import { giveBackRowFlags } from './spare-memory';
import type { ValueStep } from './values';

/** `files`: 1 by delta whose rows it is of; null: of all. */
export interface LeftOut extends Condition {
  readonly files: Uint8Array | null;
}

/**
 * A pipeline run being set up: every stage as data. A new pipeline is the right pipeline; each change makes it another.
 * `run` then runs it. Arrays are shared with the data set until a fault needs its own.
 */
export interface Pipeline {
  readonly dataset: Dataset;
  /** The table under judgement, for the faults that take something of it as given. */
  readonly observed: GroupedRows | null;
  /** arrive: the delta rows, grouped by the key as the pipeline sees it. */
  rows: GroupedRows;
  /** arrive: by row of `rows`, the key as its file has it, an id of the data set's keys. */
  keyRead: Int32Array;
  /** arrive: the keys by which `rows` are grouped. */
  keys: KeySpace;
  /** arrive: 1 where the row arrives; null: all do. Aligned with `rows`. */
  arrived: Uint8Array | null;
  /** arrive: 1 for a row that deletes its key, aligned with `rows`; null: none does. */
  deletes: Uint8Array | null;
  /** arrive: when each file comes; null: each once, in the data set's order. */
  arrivals: FileArrivals | null;
  /** read: by case column, the values as read, aligned with `rows`. */
  columns: (Float64Array | null)[];
  /** read: rank of the version as text, aligned with `rows`; null: from its plain decimal. */
  versionTextRank: Float64Array | null;
  /** dedupe */
  rule: DedupeRule;
  /** dedupe: how the version is read; null: as it is written. */
  versionForm: VersionForm | null;
  /** dedupe: which of several rows of the same rank and version counts. */
  ties: 'earlier' | 'later';
  /** dedupe: the parts of the key by which duplicates are removed; null: all. */
  dedupeBy: readonly number[] | null;
  /** dedupe: every arrived row stands in the table. */
  keepsDuplicates: boolean;
  /** compose: by case column, how its value is made of several rows, in order; empty: it is the winner's own. */
  readonly compositions: readonly Composition[][];
  /** load: by case column, what happens to its value, in order. */
  values: readonly ValueStep[][];
  /** load: how the keys of the finished table change, in order. */
  readonly keysAtLoad: TextForm[];
  /** load: winning rows that meet one of these are left out. */
  leftOut: LeftOut[];
  /** load: rows stand as often as the observed table has copies of them. */
  repeatsRows: boolean;
  /** load: rows of the observed table with these versions, newer than any delta row of their key, are taken as given. */
  takesNewerRows: { readonly min: number; readonly max: number } | null;
}

export function rightPipeline(dataset: Dataset, observed: GroupedRows | null): Pipeline {
  return {
    dataset,
    observed,
    rows: dataset.deltas,
    keyRead: dataset.deltas.key,
    keys: dataset.keys,
    arrived: null,
    arrivals: null,
    deletes: dataset.deltas.deletes,
    columns: [...dataset.deltas.columns],
    versionTextRank: dataset.deltas.versionTextRank,
    rule: dataset.rule,
    versionForm: null,
    ties: dataset.ties,
    dedupeBy: null,
    keepsDuplicates: false,
    compositions: dataset.columns.map(() => []),
    values: dataset.columns.map(() => []),
    keysAtLoad: [],
    leftOut: [],
    repeatsRows: false,
    takesNewerRows: null,
  };
}

/** Keeps a row only where it passes. @param passes 1 by row, of `rowFlags`; taken over. O(rows) */
export function dropRowsMutable(pipeline: Pipeline, passes: Uint8Array): void {
  const { rows, arrived } = pipeline;
  if (arrived === null && passes.includes(0)) {
    pipeline.arrived = passes;
    return;
  }
  if (arrived !== null) for (let r = 0; r < arrived.length; r++) if (passes[r] === 0) arrived[r] = 0;
  giveBackRowFlags(rows, passes);
}
