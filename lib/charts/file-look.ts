/**
 * Each delta keeps one look everywhere: the i-th in arrival order has the same colour and the same pattern in the file
 * list, the charts, the row table and the timeline. Eight colours that colour-blind readers can tell apart, then the
 * same eight again with a pattern, so that no two of the first 56 files look alike.
 */

export const filePatterns = ['solid', 'rising', 'bars', 'dots', 'rows', 'grid', 'ring'] as const;
export type FilePattern = (typeof filePatterns)[number];

export interface FileLook {
  /** Which of the eight, from 0. */
  readonly color: number;
  readonly pattern: FilePattern;
}

const COLORS = 8;

/** @param index position of the delta in arrival order, from 0. */
export function fileLook(index: number): FileLook {
  const pattern = filePatterns[Math.floor(index / COLORS) % filePatterns.length];
  if (pattern === undefined) throw new Error(`not a delta index: ${index}`);
  return { color: index % COLORS, pattern };
}

/** The path, in a 10 x 10 box, that a pattern cuts out of its colour; null for `solid`. Stroke it in the ground's colour, 1.6 wide. */
export function patternPath(pattern: FilePattern): string | null {
  return PATHS[pattern];
}

const PATHS: Record<FilePattern, string | null> = {
  solid: null,
  rising: 'M-2 7L7 -2M-2 12L12 -2M3 12L12 3',
  bars: 'M3 0V10M7 0V10',
  dots: 'M2.2 3h1.6M6.2 3h1.6M2.2 7h1.6M6.2 7h1.6',
  rows: 'M0 3H10M0 7H10',
  grid: 'M5 0V10M0 5H10',
  ring: 'M2.5 2.5H7.5V7.5H2.5Z',
};
