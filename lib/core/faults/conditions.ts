import { type FilterOperator, textTraits } from '../findings/fault-parameters';
import { writeValueList } from '../findings/value-list';
import { ABSENT, SEEN } from './clues';
import type { Bound, Facet } from './facets';
import { absentRemainder } from './remainders';
import { lowerTail, upperTail } from './thresholds';
import { absentSets, seenSet } from './value-sets';

/** Rows that a condition must have kept out before it is tried: one or two rows meet some condition by chance. */
export const LEAST_ROWS = 3;

/** A condition that absent rows meet and no seen row does. */
export interface FoundCondition extends Bound {
  readonly operator: FilterOperator;
  /** Absent rows that meet it. */
  readonly support: number;
}

/** Operators that are found or not found together. */
const KINDS: readonly (readonly FilterOperator[])[] = [
  ['>'],
  ['<'],
  ['=', 'in'],
  ['!=', 'not-in'],
  ['mod'],
  ['longer-than'],
  ['has'],
];

/**
 * What sets the absent rows apart in one column. O(rows)
 * @param effect SEEN, ABSENT or 0 by row of the facet
 * @param among those that some of these rows were found to meet: no other kind is looked for; left out: any
 */
export function absentConditions(
  facet: Facet,
  effect: Uint8Array,
  among?: readonly FoundCondition[],
): FoundCondition[] {
  const asked = (operator: FilterOperator) =>
    among === undefined ||
    among.some((known) => KINDS.some((kind) => kind.includes(operator) && kind.includes(known.operator)));
  const { base, bound, textOf } = facet;
  const order = asked('>') || asked('<') ? facet.order : null;
  const codes = asked('=') || asked('!=') ? facet.codes : null;
  const serials = asked('mod') ? facet.serials : null;
  const lengths = asked('longer-than') ? facet.lengths : null;
  const traits = asked('has') ? facet.traits : null;
  const found: FoundCondition[] = [];
  const upper = order && asked('>') && upperTail(order, effect);
  if (upper) found.push({ operator: '>', ...bound(upper.seen, upper.absent - 1), support: upper.support });
  const lower = order && asked('<') && lowerTail(order, effect);
  if (lower) found.push({ operator: '<', ...bound(lower.absent + 1, lower.seen), support: lower.support });
  const named = (values: readonly number[]) =>
    values.length === 1 ? textOf(values[0] as number) : writeValueList(values.map(textOf).sort());
  for (const { values, support } of codes && asked('=') ? absentSets(codes, effect, LEAST_ROWS) : [])
    found.push({ operator: values.length === 1 ? '=' : 'in', value: named(values), support });
  const only = codes && asked('!=') && seenSet(codes, effect, LEAST_ROWS);
  if (only)
    found.push({
      operator: only.values.length === 1 ? '!=' : 'not-in',
      value: named(only.values),
      support: only.support,
    });
  const apart = serials && absentRemainder(serials, effect);
  if (apart) {
    const { by, leaves } = apart.remainder;
    const all = (leaves + Number(base % BigInt(by))) % by;
    found.push({ operator: 'mod', value: `${by}=${all}`, support: apart.support });
  }
  const longer = lengths && upperTail(lengths, effect);
  if (longer) {
    const [min, max] = [String(longer.seen), String(longer.absent - 1)];
    found.push({ operator: 'longer-than', value: min, equivalentRange: { min, max }, support: longer.support });
  }
  if (traits)
    for (const [at, trait] of textTraits.entries())
      found.push({ operator: 'has', value: trait, support: absentWith(traits, 1 << at, effect) });
  return found.filter(({ support }) => support >= LEAST_ROWS);
}

/** Absent rows that have the trait; 0 where a seen one has it. */
function absentWith(traits: Float64Array, bit: number, effect: Uint8Array): number {
  let absent = 0;
  for (let r = 0; r < effect.length; r++) {
    if (effect[r] === 0 || ((traits[r] as number) & bit) === 0) continue;
    if (effect[r] === SEEN) return 0;
    if (effect[r] === ABSENT) absent += 1;
  }
  return absent;
}
