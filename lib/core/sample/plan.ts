/**
 * What the sample comes to. The vendor's table lost the delta LOST: a user whose newest row stood there shows the row
 * before. Every published figure is a sum of the counts and totals below, so rows drawn to meet them meet the figures.
 */

/** Index of the delta of which no row took effect. */
export const LOST = 3;

/** The deltas that hold a row of a user, oldest first, and how many users there are of whom just these do. */
export const USER_PATHS: readonly { readonly deltas: readonly number[]; readonly users: number }[] = [
  { deltas: [0], users: 3215 },
  { deltas: [0, 1], users: 1060 },
  { deltas: [0, 2], users: 1051 },
  { deltas: [0, 1, 2], users: 350 },
  { deltas: [0, 3], users: 1016 },
  { deltas: [0, 1, 3], users: 354 },
  { deltas: [0, 2, 3], users: 353 },
  { deltas: [0, 1, 2, 3], users: 118 },
  { deltas: [0, 4], users: 1032 },
  { deltas: [0, 1, 4], users: 337 },
  { deltas: [0, 2, 4], users: 363 },
  { deltas: [0, 3, 4], users: 352 },
  { deltas: [0, 1, 2, 4], users: 119 },
  { deltas: [0, 1, 3, 4], users: 115 },
  { deltas: [0, 2, 3, 4], users: 124 },
  { deltas: [0, 1, 2, 3, 4], users: 41 },
];

/** How a row stands to the two tables: their newest row, the row that ours shows in place of a lost one, or neither. */
export type Standing = 'newest' | 'shadowed' | 'older';

/** The standing of a user's row in `delta`, one of the user's. */
export function standingOf(deltas: readonly number[], delta: number): Standing {
  const newest = deltas.at(-1);
  if (delta === newest) return 'newest';
  return newest === LOST && delta === deltas.at(-2) ? 'shadowed' : 'older';
}

export interface DeltaPlan {
  /** Smallest and largest batch; both occur. */
  readonly batches: readonly [from: number, to: number];
  /** Bounds of a row's spend, above those of the delta before: spend never falls from a version to a newer one. */
  readonly spends: readonly [from: number, to: number];
  /** Total spend of the delta's rows by standing, in whole dollars. */
  readonly totals: Readonly<Record<Standing, number>>;
}

export const DELTA_PLANS: readonly DeltaPlan[] = [
  { batches: [0, 2000], spends: [0, 2000], totals: { newest: 3_211_874, shadowed: 1_014_707, older: 5_766_765 } },
  { batches: [2001, 3000], spends: [2001, 3000], totals: { newest: 2_639_183, shadowed: 882_148, older: 2_691_580 } },
  { batches: [3001, 4500], spends: [3001, 4000], totals: { newest: 4_903_264, shadowed: 1_613_031, older: 2_303_793 } },
  { batches: [4501, 6000], spends: [4001, 5000], totals: { newest: 8_252_367, shadowed: 0, older: 2_879_461 } },
  { batches: [6002, 8000], spends: [5001, 7000], totals: { newest: 14_897_837, shadowed: 0, older: 0 } },
];
