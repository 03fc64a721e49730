import { type Random, seededRandom } from '../planted/random';

/** Ways in which files are odd. Each mix has one to four. */
export const axes = [
  ...(['furniture', 'numbers', 'empties', 'dates', 'undecidable-dates', 'ties', 'keys', 'version-name'] as const),
  ...(['no-version', 'rejected', 'file-form', 'table-form', 'currencies', 'deletes'] as const),
] as const;
export type Axis = (typeof axes)[number];

/** What is planted. `file-withheld`: both tables have a file that is not among the files. `hole`: a number is left out, no file. */
export const faultKinds = [
  ...(['none', 'file-not-loaded', 'file-partially-loaded', 'rows-capped', 'last-row-wins', 'first-row-wins'] as const),
  ...(['smallest-version-wins', 'column-not-updated', 'zeros-ignored', 'late-rows-dropped', 'version-cutoff'] as const),
  ...(['measure-scaled', 'measure-rounded', 'duplicates-kept', 'new-keys-ignored', 'file-withheld', 'hole'] as const),
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What a mix is to be; everything else follows from the seed. */
export interface MixSpec {
  readonly seed: number;
  readonly axes: readonly Axis[];
  /** Planted in the tables that are `faulty`; with both, the other one gets a file fault. */
  readonly fault: FaultKind;
  readonly faulty: 'ours' | 'theirs' | 'both';
}

/** Axes that cannot stand together: they say different things of one matter. */
const APART: readonly (readonly Axis[])[] = [
  ['dates', 'undecidable-dates', 'no-version'],
  ['no-version', 'version-name'],
  ['ties', 'no-version'],
  ['ties', 'rejected'],
  ['ties', 'undecidable-dates'],
  ['rejected', 'undecidable-dates'],
  ['rejected', 'deletes'],
  ['rejected', 'no-version'],
  ['deletes', 'no-version'],
];

const byVersion: readonly FaultKind[] = [
  ...(['last-row-wins', 'first-row-wins', 'smallest-version-wins', 'late-rows-dropped', 'version-cutoff'] as const),
  ...(['file-withheld', 'zeros-ignored'] as const),
];
const byRowNumber: readonly FaultKind[] = ['file-partially-loaded', 'rows-capped', 'late-rows-dropped'];

/** Faults that say nothing clear beside an axis. */
const FOREIGN: Partial<Record<Axis, readonly FaultKind[]>> = {
  'no-version': byVersion,
  rejected: [...byRowNumber, 'file-withheld', 'hole', 'duplicates-kept', 'new-keys-ignored', 'version-cutoff'],
  ties: ['file-withheld', 'duplicates-kept', 'first-row-wins', 'last-row-wins', 'smallest-version-wins'],
  deletes: ['duplicates-kept', 'zeros-ignored', 'file-withheld'],
  empties: ['zeros-ignored'],
  'table-form': ['zeros-ignored'],
  'undecidable-dates': ['file-withheld', 'late-rows-dropped', 'version-cutoff'],
};

/**
 * The mixes, with seeds that never change for a series: every axis leads as often as any other.
 * @param series 0 for the mixes that are always run; any other number gives as many that nothing was tuned on
 */
export function planMixes(count: number, series = 0): MixSpec[] {
  return Array.from({ length: count }, (_, n) => planMix(series * 1_000_000 + n, n));
}

/** Ordinary files with each fault in turn: the writer's own control, which the product has to find right. */
export function planPlain(count: number, series = 0): MixSpec[] {
  return Array.from({ length: count }, (_, n): MixSpec => {
    const seed = series * 1_000_000 + 500_000 + n;
    const fault = faultKinds[n % faultKinds.length] ?? 'none';
    return { seed, axes: [], fault, faulty: n % 3 === 1 ? 'theirs' : 'ours' };
  });
}

function planMix(seed: number, turn: number): MixSpec {
  const random = seededRandom(seed * 31 + 5);
  const first = axes[turn % axes.length] ?? 'furniture';
  const chosen: Axis[] = [first];
  const wanted = random.pick([1, 2, 2, 3, 3, 4]);
  for (let tries = 0; tries < 20 && chosen.length < wanted; tries++) {
    const other = random.pick(axes);
    if (
      !chosen.includes(other) &&
      !APART.some((set) => set.includes(other) && chosen.some((axis) => set.includes(axis)))
    )
      chosen.push(other);
  }
  const fault = pickFault(chosen, random);
  const both =
    fault !== 'none' && fault !== 'hole' && fault !== 'file-withheld' && !chosen.includes('undecidable-dates');
  const faulty = random.pick(both ? (['ours', 'ours', 'theirs', 'both'] as const) : (['ours', 'theirs'] as const));
  return { seed, axes: chosen, fault, faulty };
}

function pickFault(chosen: readonly Axis[], random: Random): FaultKind {
  const fitting = faultKinds.filter((kind) => !chosen.some((axis) => FOREIGN[axis]?.includes(kind)));
  return random.chance(0.1) ? 'none' : random.pick(fitting);
}
