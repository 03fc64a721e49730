import { MISSING } from '../decimal';
import { columnFacet, type Facet, keyFacets } from '../faults/facets';
import { textTraits } from '../findings/fault-parameters';
import type { PatternCondition } from '../findings/pattern';
import { replayedValue } from '../pipeline/replayed';
import type { Dataset } from '../table/dataset';
import { plainText } from '../table/plain-text';
import { densestRange } from './densest-range';
import type { ExplainedSide } from './explain-side';
import { highest } from './highest';

/** A condition, and which keys meet it. */
export interface Trait {
  readonly condition: PatternCondition;
  readonly meets: (k: number) => boolean;
}

/** Of more keys their texts are not looked at. */
const MOST_KEYS = 100_000;
/** Distinct values beyond which a column has none that say anything. */
const MOST_DISTINCT = 2_000;
const MOST_NAMED = 5;
const MOST_DIVISOR = 16;

/** What the expected rows, and the keys, of the unexplained have that others have not. O(keys × columns) */
export function traitsOfUnexplained(dataset: Dataset, { residual, expected }: ExplainedSide): Trait[] {
  const { count } = dataset.keys;
  const marks = residual.subarray(0, count);
  const traits: Trait[] = [];
  dataset.columns.forEach((column, c) => {
    if (c === dataset.version) return;
    const cells = new Float64Array(count);
    for (let k = 0; k < count; k++) cells[k] = replayedValue(expected, c, k);
    traits.push(...ofFacet(columnFacet(column, cells, dataset.delimiter), marks));
    if (column.type === 'text' || column.wide) return;
    const range = densestRange(present(cells, marks));
    if (range)
      traits.push({
        condition: {
          kind: 'column-range',
          column: column.name,
          from: plainText(column, range.from),
          to: plainText(column, range.to),
        },
        meets: (k) => (cells[k] as number) >= range.from && (cells[k] as number) <= range.to,
      });
  });
  if (count <= MOST_KEYS)
    for (const facet of keyFacets(
      dataset,
      dataset.keys,
      new Int32Array(count).map((_, k) => k),
    ))
      traits.push(...ofFacet(facet, marks), ...ofRemainders(facet, marks));
  const absent = absentFromLast(dataset);
  return absent === null ? traits : [...traits, absent];
}

function ofFacet({ column, codes, textOf, lengths, traits }: Facet, marks: Uint8Array): Trait[] {
  const values = codes && commonValues(codes, marks);
  const longest = lengths && densestRange(present(lengths, marks));
  return [
    ...(values
      ? [
          {
            condition: { kind: 'values', column, values: values.map(textOf).sort() } as const,
            meets: (k: number) => values.includes(codes[k] as number),
          },
        ]
      : []),
    ...(lengths && longest?.to === highest(lengths)
      ? [
          {
            condition: { kind: 'longer-than', column, length: longest.from - 1 } as const,
            meets: (k: number) => (lengths[k] as number) >= longest.from,
          },
        ]
      : []),
    ...(traits
      ? textTraits.map((trait, at) => ({
          condition: { kind: 'trait', column, trait } as const,
          meets: (k: number) => traits[k] !== MISSING && ((traits[k] as number) & (1 << at)) !== 0,
        }))
      : []),
  ];
}

/** The few values of which at least twice as many keys are marked as of all; null: none, or many. */
function commonValues(codes: Float64Array, marks: Uint8Array): number[] | null {
  const counts = new Map<number, { all: number; inside: number }>();
  let marked = 0;
  for (let k = 0; k < marks.length; k++) {
    const code = codes[k] as number;
    marked += marks[k] as number;
    if (code === MISSING) continue;
    const known = counts.get(code);
    if (known) {
      known.all += 1;
      known.inside += marks[k] as number;
    } else if (counts.size === MOST_DISTINCT) return null;
    else counts.set(code, { all: 1, inside: marks[k] as number });
  }
  const rate = marked / marks.length;
  const found = [...counts].filter(([, { all, inside }]) => inside >= 2 && inside / all >= Math.min(1, 2 * rate));
  if (found.length === 0 || found.length > MOST_NAMED || found.length === counts.size) return null;
  return found.map(([code]) => code);
}

/** The remainder of the keys' numbers that holds most of the marked ones for its share of all, by the smallest divisor. */
function ofRemainders({ column, serials, base }: Facet, marks: Uint8Array): Trait[] {
  if (!serials) return [];
  let best: { by: number; leaves: number; score: number } | null = null;
  for (let by = 2; by <= MOST_DIVISOR; by++) {
    const inside = new Int32Array(by);
    const all = new Int32Array(by);
    for (let k = 0; k < marks.length; k++) {
      const serial = serials[k] as number;
      if (serial === MISSING) continue;
      all[serial % by] = (all[serial % by] as number) + 1;
      inside[serial % by] = (inside[serial % by] as number) + (marks[k] as number);
    }
    for (let leaves = 0; leaves < by; leaves++) {
      const held = inside[leaves] as number;
      const score = held === 0 ? 0 : (held * held) / (all[leaves] as number);
      if (score > (best?.score ?? 0) * 1.05) best = { by, leaves, score };
    }
  }
  if (!best) return [];
  const { by, leaves } = best;
  return [
    {
      condition: { kind: 'key-remainder', column, by, leaves: (leaves + Number(base % BigInt(by))) % by },
      meets: (k) => serials[k] !== MISSING && (serials[k] as number) % by === leaves,
    },
  ];
}

/** Of keys that the last file does not have. */
function absentFromLast({ files, deltas }: Dataset): Trait | null {
  const last = files.length - 1;
  const name = files[last]?.name;
  if (name === undefined || last === 0) return null;
  return {
    condition: { kind: 'absent-from', file: name },
    meets: (k) => {
      for (let r = deltas.start[k] as number; r < (deltas.start[k + 1] as number); r++)
        if (deltas.file[r] === last) return false;
      return deltas.start[k] !== deltas.start[k + 1];
    },
  };
}

function present(cells: Float64Array, marks: Uint8Array): Parameters<typeof densestRange>[0] {
  const [values, inside] = [new Float64Array(cells.length), new Uint8Array(cells.length)];
  let kept = 0;
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k] as number;
    if (!Number.isFinite(cell)) continue;
    values[kept] = cell + 0;
    inside[kept++] = marks[k] as number;
  }
  return { values: values.subarray(0, kept), inside: inside.subarray(0, kept) };
}
