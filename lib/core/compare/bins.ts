/** Bins with bounds that people read easily, in integers. */
export interface Bins {
  /** Lower bound of the first bin. */
  readonly start: number;
  /** Width of each, 1, 2, 2.5 or 5 times a power of ten, never below 1. */
  readonly width: number;
  readonly count: number;
}

/** At most about `most` bins that cover [min, max], both integers; bin i is [start + i × width, start + (i + 1) × width). */
export function niceBins(min: number, max: number, most: number): Bins {
  const width = niceWidth(Math.max(1, (max - min + 1) / most));
  const start = Math.floor(min / width) * width;
  return { start, width, count: Math.floor((max - start) / width) + 1 };
}

export function binOf(bins: Bins, value: number): number {
  return Math.floor((value - bins.start) / bins.width);
}

function niceWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= least && Number.isInteger(factor * power)) ?? 10;
  return step * power;
}
