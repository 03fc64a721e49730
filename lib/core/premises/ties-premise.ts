import type { PremiseOf } from '../findings/premise';
import type { SettledBy } from '../findings/settled-by';
import { type Tie, tiesOf } from '../pipeline/ties';
import type { Dataset, GroupedRows } from '../table/dataset';
import { sameCell } from '../table/equal';

type Keep = 'earlier' | 'later';

/** Share of the rows that show it which must show one and the same: rows that never arrived leave the other one. */
const MOST = 0.75;

/**
 * Which of a key's rows of the same largest version counts: what the tables that show it both do, or the one that does.
 * Where they differ, or show neither, the later arrival is assumed. Null where no key has such rows. O(rows).
 */
export function tiesPremise(dataset: Dataset, given: Keep | undefined): PremiseOf<'ties'> | null {
  const ties = tiesOf(dataset);
  if (ties.length === 0) return null;
  const settled = (keep: Keep, settledBy: SettledBy): PremiseOf<'ties'> => ({
    code: 'ties',
    keep,
    keys: ties.length,
    settledBy,
  });
  if (given) return settled(given, 'given');
  const ours = dataset.ours && keptBy(dataset, dataset.ours, ties);
  const theirs = dataset.theirs && keptBy(dataset, dataset.theirs, ties);
  if (ours && theirs) return ours === theirs ? settled(ours, 'both-tables') : settled('later', 'assumed');
  if (theirs) return settled(theirs, 'theirs');
  return ours ? settled(ours, 'ours') : settled('later', 'assumed');
}

/** Which row a table keeps of most ties that it shows; null where it shows none, or some so and some so. */
function keptBy(dataset: Dataset, table: GroupedRows, ties: readonly Tie[]): Keep | null {
  const compared = dataset.columns.flatMap((column, c) => {
    const held = table.columns[c];
    const delta = dataset.deltas.columns[c];
    return held && delta ? [{ held, delta, column }] : [];
  });
  let [earlier, later] = [0, 0];
  for (const tie of ties) {
    const o = table.start[tie.key] as number;
    if (table.start[tie.key + 1] !== o + 1) continue;
    const equals = (r: number) =>
      compared.every(({ column, held, delta }) => sameCell(column, held[o] as number, delta[r] as number));
    const [first, last] = [equals(tie.earlier), equals(tie.later)];
    if (first && !last) earlier += 1;
    if (last && !first) later += 1;
  }
  const all = earlier + later;
  if (all === 0) return null;
  if (earlier >= MOST * all) return 'earlier';
  return later >= MOST * all ? 'later' : null;
}
