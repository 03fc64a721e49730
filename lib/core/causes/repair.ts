import { rowEquality } from '../compare/row-equality';
import { changesOfAll } from '../faults/catalogue';
import type { DedupeRule } from '../findings/dedupe-rule';
import type { Repair, Side } from '../findings/findings';
import { outranks, type Ranks, ranksOf } from '../pipeline/rank';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset, GroupedRows } from '../table/dataset';
import { sameCell } from '../table/equal';
import type { ExplainedSide } from './explain-side';

/**
 * The smallest set of delta rows which, loaded now, makes right what loading can: the expected row of every key that the
 * table lacks, or holds once and wrong. Ascending indices into `dataset.deltas`. O(rows × columns).
 */
export function repairRows(dataset: Dataset, observed: GroupedRows, expected: Replayed): Int32Array {
  const isRight = rightness(dataset, observed, expected);
  const rows = new Int32Array(expected.winner.length);
  let count = 0;
  for (let k = 0; k < expected.winner.length; k++) {
    const w = expected.winner[k] as number;
    const held = heldRows(observed, k);
    if (w !== -1 && held < 2 && !(held === 1 && isRight.held(k))) rows[count++] = w;
  }
  return rows.slice(0, count);
}

/** Whether the expected row of key k, which it must have, equals a row in every column that the table has. */
interface Rightness {
  /** The first of the table's rows, which must be there. */
  held(k: number): boolean;
  /** A delta row, as it stands in the table once it is loaded. */
  loaded(k: number, row: number): boolean;
}

function rightness(dataset: Dataset, observed: GroupedRows, expected: Replayed): Rightness {
  const { width, equal } = rowEquality(dataset.columns, dataset.deltas, observed);
  const columns = dataset.columns.flatMap((column, c) => {
    const held = dataset.deltas.columns[c];
    return observed.columns[c] && held ? [{ column, held }] : [];
  });
  const should = (k: number) => expected.winner[k] as number;
  return {
    held: (k) => equal[should(k)] === width,
    loaded: (k, row) =>
      row === should(k) ||
      columns.every(({ column, held }) => sameCell(column, held[row] as number, held[should(k)] as number)),
  };
}

function heldRows({ start }: GroupedRows, k: number): number {
  return (start[k + 1] as number) - (start[k] as number);
}

/**
 * What the repair is and does, for a side whose table is not the expected one; null when it is. The side breaks ties as
 * its causes say.
 * @param rules that the side's table leaves possible; where none is, those that are sound
 */
export function planRepair(
  dataset: Dataset,
  side: Side,
  observed: GroupedRows,
  expected: Replayed,
  explained: Pick<ExplainedSide, 'faults'>,
  rules: readonly DedupeRule[],
): Repair | null {
  const rows = repairRows(dataset, observed, expected);
  const beyond = beyondRepair(observed, expected, dataset.keys.count);
  if (rows.length === 0 && beyond === 0) return null;
  const files = explained.faults.flatMap((fault) =>
    'files' in fault && fault.files && fault.fault !== 'file-loaded-again' ? fault.files : [],
  );
  const ties = changesOfAll(explained.faults).find((change) => change.change === 'ties')?.keep ?? dataset.ties;
  const sound = rules.length > 0 ? rules : soundRules(dataset);
  const before = rightBefore(dataset, observed, expected);
  const loads = [
    { load: 'repair' as const, files: [], rows },
    { load: 'whole-files' as const, files: [...files], rows: filesRows(dataset, files) },
  ].filter((load) => load.rows.length > 0);
  return {
    side,
    rows: rows.length,
    beyond,
    outcomes: sound.flatMap((rule) => {
      const loadedWith = loader(dataset, observed, expected, before, rule, ties);
      return loads.map(({ load, files: of, rows: loaded }) => ({ rule, load, files: of, ...loadedWith(loaded) }));
    }),
  };
}

function soundRules(dataset: Dataset): DedupeRule[] {
  return dataset.version === -1 ? ['last-arrival'] : ['largest-version', 'last-arrival'];
}

/** Keys that the table should hold, and those of which it does so before anything is loaded. */
type Before = Pick<Repair['outcomes'][number], 'right' | 'of'>;

function rightBefore(dataset: Dataset, observed: GroupedRows, { winner }: Replayed): Before {
  const { width, equal } = rowEquality(dataset.columns, dataset.deltas, observed);
  let [right, of] = [0, 0];
  for (let k = 0; k < dataset.keys.count; k++) {
    const w = winner[k] as number;
    if (w === -1) continue;
    of += 1;
    if (heldRows(observed, k) === 1 && equal[w] === width) right += 1;
  }
  return { right, of };
}

/** Keys that the table holds and no delta has, or holds more than once: loading rows cannot mend these. */
function beyondRepair(observed: GroupedRows, expected: Replayed, keys: number): number {
  let beyond = 0;
  for (let k = 0; k < keys; k++) {
    const held = heldRows(observed, k);
    if (held > 1 || (held === 1 && expected.winner[k] === -1)) beyond += 1;
  }
  return beyond;
}

function filesRows(dataset: Dataset, files: readonly string[]): Int32Array {
  const chosen = Uint8Array.from(dataset.files, ({ name }) => (files.includes(name) ? 1 : 0));
  const rows = new Int32Array(dataset.files.reduce((sum, file, f) => sum + (chosen[f] === 1 ? file.rows : 0), 0));
  let count = 0;
  for (let r = 0; r < dataset.deltas.rows; r++) if (chosen[dataset.deltas.file[r] as number] === 1) rows[count++] = r;
  return rows;
}

/**
 * Loads delta rows on top of the table under a rule, the table's row of a key having arrived before them, and counts
 * what is right afterwards and what was so before and no longer is. A row that wins and deletes takes its key away; a
 * key that the table holds more than once stays as it is.
 */
function loader(
  dataset: Dataset,
  observed: GroupedRows,
  expected: Replayed,
  before: Before,
  rule: DedupeRule,
  ties: 'earlier' | 'later',
): (rows: Int32Array) => Pick<Repair['outcomes'][number], 'right' | 'of' | 'overwritten'> {
  const { deltas } = dataset;
  const [standing, arriving] = ranksOf(dataset, [observed, deltas], rule) as [Ranks, Ranks];
  const later = ties === 'later';
  const isRight = rightness(dataset, observed, expected);
  return (rows) => {
    const loaded = new Int32Array(dataset.keys.count).fill(-1);
    for (const r of rows) {
      const k = deltas.key[r] as number;
      const other = loaded[k] as number;
      if (other === -1 || outranks(arriving, r, arriving, other, later)) loaded[k] = r;
    }
    let { right } = before;
    let overwritten = 0;
    for (const r of rows) {
      const k = deltas.key[r] as number;
      if (loaded[k] !== r || expected.winner[k] === -1) continue;
      const held = heldRows(observed, k);
      if (held > 1 || (held === 1 && !outranks(arriving, r, standing, observed.start[k] as number, later))) continue;
      const was = held === 1 && isRight.held(k);
      const is = deltas.deletes?.[r] !== 1 && isRight.loaded(k, r);
      right += Number(is) - Number(was);
      if (was && !is) overwritten += 1;
    }
    return { right, of: before.of, overwritten };
  };
}
