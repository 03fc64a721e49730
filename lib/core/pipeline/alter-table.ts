import type { TextForm } from '../findings/fault-parameters';
import { alteredIds } from './altered-keys';
import { chooseWinners } from './dedupe';
import type { Pipeline } from './pipeline';
import { gather, gatherSteps, regroup } from './regroup';
import type { Replayed } from './replayed';

/**
 * The finished table under altered keys: rows whose keys become equal all stand. The pipeline's rows are grouped by those
 * keys too, and only those that stand have arrived in it, so that what is read off it later is of the same keys. O(rows)
 */
export function withKeysAltered(pipeline: Pipeline, table: Replayed, form: TextForm): Replayed {
  const { rows: before, winner, standing } = table;
  const { target, count, keys } = alteredIds(pipeline.keys, form, (k) => before.start[k] !== before.start[k + 1]);
  const { rows, source } = regroup(before, target, count);
  const stands = new Uint8Array(rows.rows);
  for (let r = 0; r < source.length; r++) {
    const from = source[r] as number;
    stands[r] = standing ? (standing[from] as number) : Number(winner[before.key[from] as number] === from);
  }
  const values = table.values.map((column, c) => {
    const byKey = table.composed[c];
    if (!column) return column;
    if (!byKey) return gather(column, source);
    return Float64Array.from(source, (from) => byKey[before.key[from] as number] as number);
  });
  pipeline.keyRead = gather(pipeline.keyRead, source);
  pipeline.keys = keys;
  pipeline.rows = rows;
  pipeline.columns = pipeline.columns.map((column) => column && gather(column, source));
  pipeline.values = gatherSteps(pipeline.values, source);
  pipeline.deletes = pipeline.deletes && gather(pipeline.deletes, source);
  pipeline.versionTextRank = pipeline.versionTextRank && gather(pipeline.versionTextRank, source);
  pipeline.arrived = stands.map((times) => Math.min(times, 1));
  return {
    rows,
    winner: chooseWinners(pipeline),
    composed: values.map(() => null),
    values,
    standing: stands,
    given: table.given && moved(table.given, target, before.start, count),
  };
}

function moved(given: Int32Array, target: Int32Array, start: Int32Array, count: number): Int32Array {
  const anew = new Int32Array(count).fill(-1);
  for (let k = 0; k < target.length; k++)
    if (start[k] !== start[k + 1] && given[k] !== -1) anew[target[k] as number] = given[k] as number;
  return anew;
}
