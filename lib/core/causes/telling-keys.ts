import { differingKeys } from '../compare/same-replay';
import { MISSING } from '../decimal';
import { replay } from '../faults/replay';
import type { Fault } from '../findings/fault';
import type { Key } from '../key';
import { gather } from '../pipeline/regroup';
import { type Replayed, replayedValue } from '../pipeline/replayed';
import { MEASURE } from '../table/case-tables';
import type { Dataset, GroupedRows } from '../table/dataset';
import { highest } from './highest';

/** Keys that a further file is tried with. */
const MOST_KEYS = 64;
/** Of a case with more keys the replays cost more than they tell. */
const LARGEST = 300_000;

/**
 * For each other explanation of the same table the first key, of some that are spread over all, which would tell it from
 * the one that is told first if a further file held a newer row of it: both are replayed with such a file. Explanations
 * that agree on all of these have none; nor have cases whose versions are no numbers or dates. O(rows) for each.
 */
export function tellingKeys(
  dataset: Dataset,
  observed: GroupedRows,
  expected: Replayed,
  faults: readonly Fault[],
  equivalents: readonly (readonly Fault[])[],
): Key[] {
  const version = dataset.columns[dataset.version];
  if (equivalents.length === 0 || dataset.keys.count > LARGEST) return [];
  if (!version || version.type === 'text' || version.wide || dataset.measure.wide) return [];
  const chosen = chosenKeys(dataset, expected);
  const further = withFurtherFile(dataset, expected, chosen);
  const first = replay(further, faults, observed);
  const found = equivalents.flatMap((others) => {
    const differs = differingKeys(further, first, replay(further, others, observed));
    const k = chosen.find((id) => differs[id] === 1);
    return k === undefined ? [] : [k];
  });
  return [...new Set(found)].map((k) => dataset.keys.parts(k));
}

function chosenKeys({ keys }: Dataset, { winner }: Replayed): number[] {
  const step = Math.max(1, Math.floor(keys.count / MOST_KEYS));
  const chosen: number[] = [];
  for (let k = 0; k < keys.count && chosen.length < MOST_KEYS; k += step) if (winner[k] !== -1) chosen.push(k);
  return chosen;
}

/** The case with one more delta, which has a row for each of the keys: the expected one, newer than all and with another amount. */
function withFurtherFile(dataset: Dataset, expected: Replayed, chosen: readonly number[]): Dataset {
  const { deltas, files, version } = dataset;
  const { start } = deltas;
  const source = new Int32Array(deltas.rows + chosen.length);
  const ends = new Int32Array(start.length);
  const added: { readonly row: number; readonly k: number }[] = [];
  let to = 0;
  for (let k = 0, next = 0; k + 1 < start.length; k++) {
    for (let r = start[k] as number; r < (start[k + 1] as number); r++) source[to++] = r;
    if (chosen[next] === k) {
      added.push({ row: to, k });
      source[to++] = start[k] as number;
      next += 1;
    }
    ends[k + 1] = to;
  }
  const key = gather(deltas.key, source);
  const file = gather(deltas.file, source);
  const at = gather(deltas.at, source);
  const arrival = gather(deltas.arrival, source);
  const columns = deltas.columns.map((column) => column && gather(column, source));
  const deletes = deltas.deletes && gather(deltas.deletes, source);
  const newest = highest(deltas.columns[version] ?? new Float64Array()) + 1;
  added.forEach(({ row, k }, n) => {
    file[row] = files.length;
    at[row] = n;
    arrival[row] = deltas.rows + n;
    if (deletes) deletes[row] = 0;
    columns.forEach((column, c) => {
      if (!column) return;
      const own = replayedValue(expected, c, k);
      column[row] = c === version ? newest : c !== MEASURE ? own : own === MISSING ? 1 : own + 1;
    });
  });
  return {
    ...dataset,
    files: [
      ...files,
      {
        ...{ name: '', rows: chosen.length, lines: new Int32Array(chosen.length), sourceRow: null },
        ...{ dateOrder: null, amounts: null },
      },
    ],
    deltas: {
      ...{ rows: source.length, start: ends, key, file, at, arrival, columns, deletes },
      ...{ versionTextRank: null, versionOffset: null },
    },
  };
}
