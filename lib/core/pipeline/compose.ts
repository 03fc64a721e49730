import { MISSING } from '../decimal';
import type { CaseColumn } from '../table/case-tables';
import type { Draft } from './draft';
import { applyValueSteps } from './values';

/** By case column, by key id: the values that are not simply those of the key's winning row; null where they are. */
export function composeColumns(draft: Draft, winner: Int32Array): (Float64Array | null)[] {
  const version = draft.dataset.version;
  return draft.columns.map((column, c) => {
    if (!column) return null;
    let composed: Float64Array | null = null;
    if (draft.largestOfEach) composed = foldRows(draft, winner, column, largest);
    const zero = zeroOf(draft.dataset.columns[c]);
    if (draft.zerosIgnored && c !== version && zero !== null)
      composed = newestNonZero(draft, winner, column, composed, zero);
    if (draft.summed && c === 0) composed = sums(draft, winner, column);
    if (draft.notUpdated.includes(c)) composed = foldRows(draft, winner, column, first);
    return composed;
  });
}

const largest = (so: number, next: number): number => (next > so ? next : so);
const first = (so: number): number => so;

function foldRows(
  draft: Draft,
  winner: Int32Array,
  column: Float64Array,
  fold: (so: number, next: number) => number,
): Float64Array {
  const { rows, arrived } = draft;
  const folded = new Float64Array(winner.length).fill(MISSING);
  for (let k = 0; k < winner.length; k++) {
    if ((winner[k] as number) === -1) continue;
    let value = MISSING;
    let any = false;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if (arrived !== null && arrived[r] === 0) continue;
      value = any ? fold(value, column[r] as number) : (column[r] as number);
      any = true;
    }
    folded[k] = value;
  }
  return folded;
}

/** The newest value that is not 0, or 0. Only where the winner's is 0 does another row count. */
function newestNonZero(
  draft: Draft,
  winner: Int32Array,
  column: Float64Array,
  composed: Float64Array | null,
  zero: number,
): Float64Array | null {
  const { rows, arrived } = draft;
  const version = draft.dataset.version === -1 ? null : (draft.columns[draft.dataset.version] ?? null);
  let result = composed;
  for (let k = 0; k < winner.length; k++) {
    const w = winner[k] as number;
    if (w === -1 || (composed ? composed[k] : column[w]) !== zero) continue;
    let newest = -1;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if ((arrived !== null && arrived[r] === 0) || column[r] === zero || column[r] === MISSING) continue;
      if (newest === -1 || version === null || (version[r] as number) >= (version[newest] as number)) newest = r;
    }
    if (newest === -1) continue;
    result ??= byWinner(winner, column);
    result[k] = column[newest] as number;
  }
  return result;
}

/** Sum over the key's arrived rows, each scaled as its own file is; an empty cell adds nothing. */
function sums(draft: Draft, winner: Int32Array, column: Float64Array): Float64Array {
  const { rows, arrived } = draft;
  const scales = draft.values.filter((step) => step.kind === 'scale');
  const summed = new Float64Array(winner.length).fill(MISSING);
  for (let k = 0; k < winner.length; k++) {
    if ((winner[k] as number) === -1) continue;
    let sum = MISSING;
    for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
      if ((arrived !== null && arrived[r] === 0) || column[r] === MISSING) continue;
      const units =
        scales.length === 0
          ? (column[r] as number)
          : applyValueSteps(scales, column[r] as number, rows.file[r] as number);
      sum = sum === MISSING ? units : sum + units;
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
