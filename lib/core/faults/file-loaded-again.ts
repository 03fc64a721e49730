import { MISSING } from '../decimal';
import { firstToArriveCounts, onlyArrivalDecides } from '../pipeline/dedupe';
import type { Pipeline } from '../pipeline/pipeline';
import { replayedValue } from '../pipeline/replayed';
import { MEASURE } from '../table/case-tables';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';

/** `file-loaded-again`: the file arrives once more, after the last. */
export const fileLoadedAgain: FaultModule<'file-loaded-again'> = {
  code: 'file-loaded-again',
  parameters: [{ name: 'files', kind: 'file', label: 'which file' }],
  changes: ({ files }) => [{ change: 'arrive-last', files, again: true }],
  switch: {
    stage: 'arrive',
    text: () => 'A file is loaded again after the last',
    start: ({ inputs }) => {
      const [first, second] = inputs.filter(({ role }) => role === 'delta').map(({ file }) => file);
      return first && second ? { fault: 'file-loaded-again', files: [first] } : null;
    },
  },
  /** Files whose rows stand where others should, that count for more if they come last or come twice. */
  suggest(clues) {
    const { dataset, faults } = clues;
    if (dataset.files.length < 2 || clues.residual.length === 0 || clues.pipeline.arrivals !== null) return [];
    const votes = votesByFile(clues);
    const gone = faults.flatMap((fault) => (fault.fault === 'file-not-loaded' ? fault.files : []));
    return dataset.files
      .map(({ name }, f) => ({ name, pro: votes.pro[f] as number, contra: votes.contra[f] as number }))
      .filter(({ name, pro, contra }) => pro > contra && !gone.includes(name))
      .sort((a, b) => b.pro - b.contra - (a.pro - a.contra))
      .slice(0, MOST_SUGGESTED)
      .map(({ name }) => ({ fault: 'file-loaded-again', files: [name] }));
  },
  /** Under the agreed rule a file that comes again changes nothing: that is what the rule is for. */
  probes: () => [],
};

const MOST_SUGGESTED = 2;

interface Votes {
  readonly pro: Int32Array;
  readonly contra: Int32Array;
}

function votesByFile(clues: Clues): Votes {
  const files = clues.dataset.files.length;
  const votes = { pro: new Int32Array(files), contra: new Int32Array(files) };
  if (clues.pipeline.keepsDuplicates) countStandingMutable(clues, votes);
  else if (clues.pipeline.compositions[MEASURE]?.includes('sum')) countSumsMutable(clues, votes);
  else countWinnersMutable(clues, votes);
  return votes;
}

/** For: the row that stands would win, came its file last. Against: it stands although a row of this file then would. */
function countWinnersMutable({ pipeline, replayed, residual, source }: Clues, { pro, contra }: Votes): void {
  const { rows, arrived } = pipeline;
  const isTied = lastStands(pipeline);
  for (const k of residual) {
    const [s, w] = [source[k] as number, replayed.winner[k] as number];
    const supplants = s !== -1 && w !== -1 && (rows.file[s] as number) < (rows.file[w] as number) && isTied(s, w);
    if (supplants) add(pro, rows.file[s]);
  }
  if (!pro.some((votes) => votes > 0)) return;
  for (let k = 0; k < source.length; k++) {
    const s = source[k] as number;
    if (s === -1) continue;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      const f = rows.file[r] as number;
      if (pro[f] === 0 || f === rows.file[s] || (arrived !== null && arrived[r] === 0) || !isTied(r, s)) continue;
      if (rows.columns.some((column) => column && column[r] !== column[s])) add(contra, f);
    }
  }
}

/** Whether of two rows of a key the one that comes last stands. */
function lastStands(pipeline: Pipeline): (a: number, b: number) => boolean {
  return firstToArriveCounts(pipeline) ? () => false : onlyArrivalDecides(pipeline);
}

/** For: the key has as many rows too many as this file has of it. Against: it has not one, though the file has some. */
function countStandingMutable({ pipeline, observed, replayed, residual }: Clues, { pro, contra }: Votes): void {
  const differs = new Set(residual);
  for (let k = 0; k < observed.start.length - 1; k++) {
    const own = rowsByFile(pipeline, k, () => 1);
    const stand = [...own.values()].reduce((sum, rows) => sum + rows, 0);
    const tooMany = (observed.start[k + 1] as number) - (observed.start[k] as number) - stand;
    for (const [f, rows] of own) {
      if (!differs.has(k)) add(contra, f);
      else if (rows === tooMany && replayed.winner[k] !== -1) add(pro, f);
    }
  }
}

/** For: the sum is as much too large as this file's rows make. Against: it is right, though the file adds to it. */
function countSumsMutable({ pipeline, observed, replayed, residual, loaded }: Clues, { pro, contra }: Votes): void {
  const differs = new Set(residual);
  for (let k = 0; k < observed.start.length - 1; k++) {
    const o = observed.start[k] as number;
    if (replayed.winner[k] === -1 || observed.start[k + 1] !== o + 1) continue;
    const tooMuch = (observed.columns[MEASURE]?.[o] as number) - replayedValue(replayed, MEASURE, k);
    for (const [f, sum] of rowsByFile(pipeline, k, (r) => (loaded[r] === MISSING ? 0 : (loaded[r] as number)))) {
      if (sum === 0) continue;
      if (!differs.has(k)) add(contra, f);
      else if (sum === tooMuch) add(pro, f);
    }
  }
}

/** What the arrived rows of a key come to, by delta. */
function rowsByFile({ rows, arrived }: Pipeline, k: number, of: (row: number) => number): Map<number, number> {
  const sums = new Map<number, number>();
  for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
    if (arrived !== null && arrived[r] === 0) continue;
    const f = rows.file[r] as number;
    sums.set(f, (sums.get(f) ?? 0) + of(r));
  }
  return sums;
}

function add(votes: Int32Array, file: number | undefined): void {
  if (file !== undefined) votes[file] = (votes[file] as number) + 1;
}
