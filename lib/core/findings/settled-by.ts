/**
 * `given`: the user or the command line said so. `cells`: every cell admits this reading, some only this one.
 * `uniqueness`: the columns name one row each in the tables. `both-tables`, `ours`, `theirs`: only this reading gives
 * them. `file-order`: only under it do the versions rise from file to file. `assumed`: nothing in the files settles it.
 */
export const settlements = [
  'given',
  'cells',
  'uniqueness',
  'both-tables',
  'ours',
  'theirs',
  'file-order',
  'assumed',
] as const;
export type SettledBy = (typeof settlements)[number];

/** What settles a premise that only tables can: both where both show it, the one that does, null where none does. */
export function shownBy(ours: boolean, theirs: boolean): Extract<SettledBy, 'both-tables' | 'ours' | 'theirs'> | null {
  if (ours && theirs) return 'both-tables';
  if (theirs) return 'theirs';
  return ours ? 'ours' : null;
}
