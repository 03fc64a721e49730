import type { Match } from '../compare/match';
import { rowEquality } from '../compare/row-equality';
import { chooseWinners, outranking } from '../pipeline/dedupe';
import { rightPipeline } from '../pipeline/pipeline';
import type { Dataset, GroupedRows } from '../table/dataset';

/** See `Match`. */
export type RowMatch = Pick<Match, 'rows' | 'of'>;

/**
 * How far the table agrees with a replay without each file, by delta: all of them in one pass, for without a file only the
 * keys choose anew of which it supplies the row. O(rows)
 * @param none how far it agrees with the replay of all files
 */
export function matchesWithoutEachFile(dataset: Dataset, observed: GroupedRows, none: RowMatch): RowMatch[] {
  const pipeline = rightPipeline(dataset, observed);
  const winner = chooseWinners(pipeline);
  const beats = outranking(pipeline);
  const { start, file, deletes } = dataset.deltas;
  const { width, equal, held } = rowEquality(dataset.columns, dataset.deltas, observed);
  const rows = new Float64Array(dataset.files.length).fill(none.rows);
  const of = new Float64Array(dataset.files.length).fill(none.of);
  for (let k = 0; k < winner.length; k++) {
    const first = winner[k] as number;
    if (first === -1) continue;
    const f = file[first] as number;
    let next = -1;
    const end = start[k + 1] as number;
    for (let r = start[k] as number; r < end; r++) if (file[r] !== f && (next === -1 || beats(r, next))) next = r;
    const before = deletes?.[first] === 1 ? -1 : first;
    const after = next === -1 || deletes?.[next] === 1 ? -1 : next;
    const copies = (observed.start[k + 1] as number) - (observed.start[k] as number);
    of[f] = (of[f] as number) + Math.max(copies, after === -1 ? 0 : 1) - Math.max(copies, before === -1 ? 0 : 1);
    if (copies === 0) continue;
    const flags = copies === 1 ? null : held();
    if (after !== -1 && (flags ? flags[after] === 1 : equal[after] === width)) rows[f] = (rows[f] as number) + 1;
    if (before !== -1 && (flags ? flags[before] === 1 : equal[before] === width)) rows[f] = (rows[f] as number) - 1;
  }
  return dataset.files.map((_, f) => ({ rows: rows[f] as number, of: of[f] as number }));
}
