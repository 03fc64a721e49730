import { matchTables } from '../compare/match';
import { ABSENT, type Clues, SEEN } from '../faults/clues';
import { pipelineWith } from '../faults/replay';
import type { Fault } from '../findings/fault';
import { outranking } from '../pipeline/dedupe';
import { underPartOfKey } from '../pipeline/dedupe-by-part';
import { timesArrived } from '../pipeline/file-arrivals';
import { loadedRows } from '../pipeline/loaded-rows';
import type { Pipeline } from '../pipeline/pipeline';
import { copiesOf } from '../pipeline/repeated-rows';
import { run } from '../pipeline/replay';
import type { CaseColumn } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { isTransitive, sameCell } from '../table/equal';

/** Replays the faults and reads the evidence that remains: O(rows × columns). */
export function gatherClues(dataset: Dataset, observed: GroupedRows, faults: readonly Fault[]): Clues {
  const pipeline = pipelineWith(dataset, faults, observed);
  const replayed = run(pipeline);
  const mismatched = new Uint8Array(replayed.winner.length);
  matchTables(dataset, replayed, observed, mismatched);
  const compared = dataset.columns.flatMap((_, c) => (observed.columns[c] && pipeline.columns[c] ? [c] : []));
  const loaded = loadedRows(pipeline, 0);
  const { source, tied } = findSources(pipeline, observed, replayed.winner, compared, loaded);
  return {
    dataset,
    observed,
    faults,
    pipeline,
    replayed,
    compared,
    residual: Int32Array.from(marked(mismatched)),
    source,
    effect: effects(pipeline, observed, source, tied, compared),
    loaded,
  };
}

function* marked(flags: Uint8Array): Generator<number> {
  for (let k = 0; k < flags.length; k++) if (flags[k] === 1) yield k;
}

/** Whether the column's value is made of several rows, so that a cell says nothing of one. */
function isComposed({ compositions }: Pipeline, c: number): boolean {
  return compositions[c]?.some((from) => from === 'largest' || from === 'first' || from === 'sum') ?? false;
}

/**
 * The arrived row that the key's observed row came from: the one of its version that shares most other cells, else the
 * one that shares most cells. Cells that this replay makes of several rows say nothing. Ties go to the replay's winner,
 * then to the later row. -1 when none shares a cell;
 * `tied`: another row shares as many.
 */
function findSources(
  pipeline: Pipeline,
  observed: GroupedRows,
  winner: Int32Array,
  compared: readonly number[],
  loaded: Float64Array,
): { source: Int32Array; tied: Uint8Array } {
  const keys = pipeline.dataset.keys.count;
  const { version } = pipeline.dataset;
  const source = new Int32Array(winner.length).fill(-1);
  const tied = new Uint8Array(winner.length);
  const { rows, arrived } = pipeline;
  const cells = compared
    .filter((c) => c === version || !isComposed(pipeline, c))
    .map((c) => ({
      seen: observed.columns[c] as Float64Array,
      held: c === 0 ? loaded : loadedRows(pipeline, c),
      column: pipeline.dataset.columns[c] as CaseColumn,
      exact: isTransitive([pipeline.dataset.columns[c] as CaseColumn]),
      weight: c === version ? compared.length : 1,
    }));
  for (let k = 0; k < keys; k++) {
    const o = observed.start[k] as number;
    if (observed.start[k + 1] !== o + 1 && !isRepeated(pipeline, observed, k)) continue;
    let best = 0;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if (arrived !== null && arrived[r] === 0) continue;
      let score = 0;
      for (const { seen, held, weight, column, exact } of cells)
        if (seen[o] === held[r] || (!exact && sameCell(column, seen[o] as number, held[r] as number))) score += weight;
      if (score === 0 || score < best) continue;
      tied[k] = score === best ? 1 : 0;
      if (score > best || source[k] !== winner[k]) source[k] = r;
      best = score;
    }
  }
  return { source, tied };
}

/** Whether the replay repeats the row that stands for the key: its copies are one row then. */
function isRepeated({ repeatsRows }: Pipeline, observed: GroupedRows, k: number): boolean {
  return repeatsRows && copiesOf(observed, k) > 1;
}

/** What each arrived row's trace in the table says of it; where two rows could be its source they say nothing. */
function effects(
  pipeline: Pipeline,
  observed: GroupedRows,
  source: Int32Array,
  tied: Uint8Array,
  compared: readonly number[],
): Uint8Array {
  const { rows, arrived } = pipeline;
  const effect = new Uint8Array(rows.rows);
  if (!pipeline.keepsDuplicates && underPartOfKey(pipeline) !== null)
    return effectsByPart(pipeline, observed, source, tied, effect);
  const beats = outranking(pipeline);
  const keys = rows.start.length - 1;
  const isLike = likeness(pipeline, observed, compared);
  for (let k = 0; k < keys; k++) {
    const rowsHeld =
      k < pipeline.dataset.keys.count ? (observed.start[k + 1] as number) - (observed.start[k] as number) : 0;
    const held = rowsHeld > 1 && isRepeated(pipeline, observed, k) ? 1 : rowsHeld;
    if (held > 1 || pipeline.keepsDuplicates) {
      rowByRow(pipeline, observed, k, held, isLike, effect);
      continue;
    }
    const s = source[k] as number;
    if (held === 1 && s === -1) continue;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if (r === s || (arrived !== null && arrived[r] === 0)) continue;
      if (held === 0 ? afterDelete(pipeline, k, r, beats) : tied[k] === 0 && beats(r, s)) effect[r] = ABSENT;
    }
    if (s !== -1 && tied[k] === 0) effect[s] = SEEN;
  }
  return effect;
}

/** Where rows of several keys are de-duplicated as one's: the row that stands outranks the others of all these keys. */
function effectsByPart(
  pipeline: Pipeline,
  observed: GroupedRows,
  sources: Int32Array,
  tied: Uint8Array,
  effect: Uint8Array,
): Uint8Array {
  const part = underPartOfKey(pipeline);
  if (part === null) return effect;
  const { rows, arrived } = part.pipeline;
  const beats = outranking(part.pipeline);
  const isHeld = (k: number) => k < observed.start.length - 1 && observed.start[k] !== observed.start[k + 1];
  for (let group = 0; group < rows.start.length - 1; group++) {
    const [from, to] = [rows.start[group] as number, rows.start[group + 1] as number];
    const standing: number[] = [];
    let isOpen = false;
    for (let i = from; i < to; i++) {
      const r = part.source[i] as number;
      const k = pipeline.rows.key[r] as number;
      if (sources[k] === r) standing.push(i);
      isOpen ||= isHeld(k) && (sources[k] === -1 || tied[k] === 1);
    }
    const [s = -1] = standing;
    if (isOpen || standing.length > 1) continue;
    for (let i = from; i < to; i++) {
      if (arrived !== null && arrived[i] === 0) continue;
      if (i === s) effect[part.source[i] as number] = SEEN;
      else if (s === -1 ? afterDelete(part.pipeline, group, i, beats) : beats(i, s))
        effect[part.source[i] as number] = ABSENT;
    }
  }
  return effect;
}

/** Whether row r is newer than every row that deletes its key: the key's absence says nothing of older ones. */
function afterDelete(
  { rows, arrived, deletes }: Pipeline,
  k: number,
  r: number,
  beats: (a: number, b: number) => boolean,
): boolean {
  if (deletes === null) return true;
  if (deletes[r] === 1) return false;
  for (let other = rows.start[k] as number; other < (rows.start[k + 1] as number); other++)
    if (deletes[other] === 1 && (arrived === null || arrived[other] === 1) && beats(other, r)) return false;
  return true;
}

/** Whether a delta row is, but for the measure, an observed row once it is loaded, or as another delta row is then. */
interface Likeness {
  held(r: number, o: number): boolean;
  row(r: number, other: number): boolean;
}

function likeness(pipeline: Pipeline, observed: GroupedRows, compared: readonly number[]): Likeness {
  let loaded: (readonly [CaseColumn, Float64Array, Float64Array])[] | null = null;
  const cells = () =>
    (loaded ??= compared
      .filter((c) => c !== 0)
      .map((c) => [
        pipeline.dataset.columns[c] as CaseColumn,
        loadedRows(pipeline, c),
        observed.columns[c] as Float64Array,
      ]));
  const same = (column: CaseColumn, a: number, b: number): boolean => a === b || sameCell(column, a, b);
  return {
    held: (r, o) => cells().every(([column, own, seen]) => same(column, own[r] as number, seen[o] as number)),
    row: (r, other) => cells().every(([column, own]) => same(column, own[r] as number, own[other] as number)),
  };
}

/** Where a key has several rows each delta row is seen or absent by itself, unless it has a twin and fewer stand than arrived. */
function rowByRow(
  pipeline: Pipeline,
  observed: GroupedRows,
  k: number,
  held: number,
  isLike: Likeness,
  effect: Uint8Array,
): void {
  const { rows, arrived, arrivals } = pipeline;
  const from = held === 0 ? 0 : (observed.start[k] as number);
  const [first, end] = [rows.start[k] as number, rows.start[k + 1] as number];
  for (let r = first; r < end; r++) {
    if (arrived !== null && arrived[r] === 0) continue;
    let stand = 0;
    for (let o = from; o < from + held; o++) if (isLike.held(r, o)) stand += 1;
    let alike = 0;
    for (let other = first; other < end && stand > 0; other++)
      if ((arrived === null || arrived[other] === 1) && isLike.row(r, other))
        alike += timesArrived(arrivals, rows.file[other] as number);
    effect[r] = stand === 0 ? ABSENT : stand >= alike ? SEEN : 0;
  }
}
