import { MISSING } from '../decimal';
import { gather } from '../pipeline/regroup';
import { plainText } from '../table/plain-text';
import { allKeys, measurePairs, ODDS } from './cell-pairs';
import type { Clues } from './clues';
import { keyFacets } from './facets';

/** A column and one of its values. */
interface ColumnValue {
  readonly column: string;
  readonly value: string;
}

/** Columns of more values than this divide rows by chance. */
const MOST_VALUES = 200;

/** Values that are told of one fault. */
const MOST = 2;

const [SHOWS, DENIES] = [1, 2];

/**
 * Values of columns other than the measure and the version, and of the parts of a key of several columns, whose rows have
 * the measure as `becomes` makes it, most rows first; see `judgeFiles` for what speaks for and against it. Nothing where no
 * row would speak against its being so everywhere. O(keys × columns)
 * @param above more rows than this must speak for a value
 */
export function valuesThatShow(
  clues: Clues,
  becomes: (units: number) => number,
  { blur, above }: { readonly blur: number; readonly above: number },
): ColumnValue[] {
  const { dataset, pipeline } = clues;
  const stances = new Uint8Array(pipeline.rows.rows);
  let [telling, denying] = [0, 0];
  for (const { row, units, seen } of measurePairs(clues, allKeys(clues))) {
    const changed = becomes(units);
    const stance = changed === units ? 0 : Math.abs(changed - seen) <= blur ? SHOWS : units === seen ? DENIES : 0;
    if (stance === 0) continue;
    stances[row] = stance;
    telling += 1;
    if (stance === DENIES) denying += 1;
  }
  if (denying === 0 || telling - denying <= above) return [];
  const picked = new Int32Array(telling);
  let at = 0;
  for (let r = 0; r < stances.length; r++) if (stances[r] !== 0) picked[at++] = r;
  const stance = gather(stances, picked.subarray(0, at));
  const rows = picked.subarray(0, at);
  const several = dataset.keyColumns.length > 1;
  const parts = several ? keyFacets(dataset, pipeline.keys, gather(pipeline.rows.key, rows)) : [];
  return [
    ...dataset.columns.flatMap((column, c) => {
      const cells = column.role === 'attribute' ? pipeline.columns[c] : null;
      if (!cells) return [];
      return best(gather(cells, rows), stance).map((found) => ({
        ...found,
        column: column.name,
        value: plainText(column, found.code),
      }));
    }),
    ...parts.flatMap(({ column, codes, textOf }) =>
      codes ? best(codes, stance).map((found) => ({ ...found, column, value: textOf(found.code) })) : [],
    ),
  ]
    .filter(({ support }) => support > above)
    .sort((a, b) => b.support - a.support)
    .slice(0, MOST)
    .map(({ column, value }) => ({ column, value }));
}

/** The value that most rows speak for, if nearly all of its rows do. `codes` and `stance` are aligned. */
function best(codes: Float64Array, stance: Uint8Array): { code: number; support: number }[] {
  const showing = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (stance[i] === SHOWS && code !== MISSING) showing.set(code, (showing.get(code) ?? 0) + 1);
    if (showing.size > MOST_VALUES) return [];
  }
  const denying = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (stance[i] === DENIES && showing.has(code)) denying.set(code, (denying.get(code) ?? 0) + 1);
  }
  return [...showing]
    .filter(([code, support]) => support >= ODDS * (denying.get(code) ?? 0))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 1)
    .map(([code, support]) => ({ code, support }));
}
