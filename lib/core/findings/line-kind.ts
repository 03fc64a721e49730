/** Why a line is no row: where it stands, or what it is. `wider`: a row with more cells than the header, which is read. */
export const lineKinds = [
  'preamble',
  'comment',
  'repeated-header',
  'trailer',
  'total',
  'row-count',
  'blank-cells',
  'wider',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** Line numbers that a premise lists at most. */
export const MAX_PREMISE_LINES = 20;
