import { MISSING } from '../decimal';
import { plainText } from '../table/plain-text';
import { ODDS, otherPairs, residualPairs } from './cell-pairs';
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
  for (const { count, row, units, seen } of [residualPairs(clues, 'amounts'), otherPairs(clues, 'amounts')]) {
    for (let i = 0; i < count; i++) {
      const [own, stands] = [units[i] as number, seen[i] as number];
      const changed = becomes(own);
      if (changed === own) continue;
      stances[row[i] as number] = Math.abs(changed - stands) <= blur ? SHOWS : own === stands ? DENIES : 0;
    }
  }
  if (!stances.includes(DENIES)) return [];
  const parts = dataset.keyColumns.length > 1 ? keyFacets(dataset, pipeline.keys, pipeline.rows.key) : [];
  return [
    ...dataset.columns.map((column, c) => ({
      column: column.name,
      codes: column.role === 'attribute' || column.role === 'condition' ? (pipeline.columns[c] ?? null) : null,
      textOf: (code: number) => plainText(column, code),
    })),
    ...parts,
  ]
    .map(({ column, codes, textOf }) => {
      const [code, [support]] = codes ? commonest(codes, stances) : NONE;
      return { column, support, value: textOf(code) };
    })
    .filter(({ support }) => support > above)
    .sort((a, b) => b.support - a.support)
    .slice(0, MOST)
    .map(({ column, value }) => ({ column, value }));
}

const NONE: Counted = [MISSING, [0, 0]];

/** A value with the rows that speak for it, and against it. */
type Counted = readonly [code: number, rows: readonly [number, number]];

/** The value that most rows speak for, if nearly all of its rows do; with no row where there is none such. O(rows) */
function commonest(codes: Float64Array, stances: Uint8Array): Counted {
  const counts = new Map<number, [number, number]>();
  for (let r = 0; r < codes.length && counts.size <= MOST_VALUES; r++) {
    const stance = stances[r] as number;
    if (stance === 0 || codes[r] === MISSING) continue;
    const rows = counts.get(codes[r] as number) ?? [0, 0];
    rows[stance === SHOWS ? 0 : 1] += 1;
    counts.set(codes[r] as number, rows);
  }
  if (counts.size > MOST_VALUES) return NONE;
  return [...counts].reduce<Counted>(
    (best, value) => (value[1][0] > best[1][0] && value[1][0] >= ODDS * value[1][1] ? value : best),
    NONE,
  );
}
