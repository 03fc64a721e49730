import { rescaling } from '../pipeline/lookups';
import { beforeShift } from './before-shift';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';
import { numberColumns } from './switch-starts';

/** `columns-swapped`: each of two columns holds the other's values, in rows of the given files or of all. */
export const columnsSwapped: FaultModule<'columns-swapped'> = {
  code: 'columns-swapped',
  parameters: [
    { name: 'columns', kind: 'pair', labels: ['the one', 'the other'] },
    { name: 'files', kind: 'files', label: 'in rows from which files' },
  ],
  changes: ({ columns, files = null }) => [{ change: 'exchange-columns', columns, files }],
  besides: () => true,
  switch: {
    stage: 'read',
    text: () => 'Two columns are swapped',
    start: (findings) => {
      const [left, right] = numberColumns(findings);
      return left === undefined || right === undefined ? null : { fault: 'columns-swapped', columns: [left, right] };
    },
  },
  /** For each pair of columns: the files whose rows stand in the table with the two values exchanged. */
  suggest(clues) {
    return pairs(clues)
      .map(([a, b]) => ({ a, b, files: swappedFiles(clues, a, b) }))
      .filter(({ files }) => files.support >= LEAST_ROWS)
      .sort((x, y) => y.files.support - x.files.support)
      .slice(0, 2)
      .map(({ a, b, files }) => ({
        fault: 'columns-swapped',
        columns: [clues.dataset.columns[a]?.name ?? '', clues.dataset.columns[b]?.name ?? ''],
        ...(files.all ? {} : { files: files.names }),
      }));
  },
  probes: () => [],
};

/** Rows that must show the exchange before it is tried. */
const LEAST_ROWS = 3;

/** Pairs of compared columns of the same type: others cannot hold each other's values. */
function pairs(clues: Clues): [number, number][] {
  const type = (c: number): string =>
    clues.dataset.columns[c]?.wide ? 'wide' : (clues.dataset.columns[c]?.type ?? '');
  return clues.compared.flatMap((a) =>
    clues.compared
      .filter((b) => b > a && type(a) === 'number' && type(b) === 'number')
      .map((b): [number, number] => [a, b]),
  );
}

const NONE = { names: [], all: false, support: 0 };

function swappedFiles(clues: Clues, a: number, b: number): { names: string[]; all: boolean; support: number } {
  if (!swapsAny(clues, a, b)) return NONE;
  const files = clues.dataset.files.length;
  const swapped = new Int32Array(files);
  const straight = new Int32Array(files);
  const { rows, columns } = clues.pipeline;
  const [left, right] = [columns[a] as Float64Array, columns[b] as Float64Array];
  const [seenLeft, seenRight] = [beforeShift(clues, a) as Float64Array, beforeShift(clues, b) as Float64Array];
  const toLeft = rescaling(clues.dataset, b, a);
  const toRight = rescaling(clues.dataset, a, b);
  const { version } = clues.dataset;
  const stamped = clues.compared.includes(version) && a !== version && b !== version;
  const [versions, seenVersions] = [columns[version], beforeShift(clues, version)];
  for (let k = 0; k < clues.dataset.keys.count; k++) {
    const { from, to } = rowsHeld(clues, k);
    for (let o = from; o < to; o++) {
      for (let r = rows.start[k] as number; r < (rows.start[k + 1] as number); r++) {
        if (stamped && versions?.[r] !== seenVersions?.[o]) continue;
        const [asLeft, asRight] = [(right[r] as number) * toLeft, (left[r] as number) * toRight];
        if (left[r] === asLeft) continue;
        const f = rows.file[r] as number;
        if (seenLeft[o] === asLeft && seenRight[o] === asRight) swapped[f] = (swapped[f] as number) + 1;
        else if (seenLeft[o] === left[r] && seenRight[o] === right[r]) straight[f] = (straight[f] as number) + 1;
      }
    }
  }
  const chosen = clues.dataset.files
    .map((_, f) => f)
    .filter((f) => (swapped[f] as number) > 4 * (straight[f] as number));
  const all = clues.dataset.files.every((_, f) => chosen.includes(f) || (swapped[f] === 0 && straight[f] === 0));
  return {
    names: chosen.map((f) => clues.dataset.files[f]?.name ?? ''),
    all,
    support: chosen.reduce((sum, f) => sum + (swapped[f] as number), 0),
  };
}

/** Of more keys that differ so many are looked at. */
const LOOKED_AT = 5000;

/** Whether some key that the replay does not reproduce holds a delta row's two values exchanged. */
function swapsAny(clues: Clues, a: number, b: number): boolean {
  const { columns, rows } = clues.pipeline;
  const { start } = rows;
  const [left, right] = [columns[a] as Float64Array, columns[b] as Float64Array];
  const [seenLeft, seenRight] = [beforeShift(clues, a) as Float64Array, beforeShift(clues, b) as Float64Array];
  const toLeft = rescaling(clues.dataset, b, a);
  const toRight = rescaling(clues.dataset, a, b);
  const step = Math.max(1, Math.floor(clues.residual.length / LOOKED_AT));
  for (let at = 0; at < clues.residual.length; at += step) {
    const k = clues.residual[at] as number;
    if (k >= clues.dataset.keys.count) return false;
    const { from, to } = rowsHeld(clues, k);
    const end = start[k + 1] as number;
    for (let o = from; o < to; o++) {
      for (let r = start[k] as number; r < end; r++) {
        const asLeft = (right[r] as number) * toLeft;
        if (seenLeft[o] === asLeft && seenRight[o] === (left[r] as number) * toRight && left[r] !== asLeft) return true;
      }
    }
  }
  return false;
}

/** The rows that the table holds of a key; none where one stands for a key and it holds several. */
function rowsHeld({ observed, pipeline }: Clues, k: number): { readonly from: number; readonly to: number } {
  const [from, to] = [observed.start[k] as number, observed.start[k + 1] as number];
  return { from, to: to - from > 1 && !pipeline.keepsDuplicates ? from : to };
}
