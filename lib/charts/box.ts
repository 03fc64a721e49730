import type { Chart } from './chart';

/** A rectangle in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What lies between two places and two values, all four in px, with `least` px at least from value to value. */
export function boxOf(
  bars: Chart['bars'],
  [from, to]: readonly [number, number],
  [begin, end]: readonly [number, number],
  least = 0,
): Box {
  const place = Math.min(from, to);
  const value = Math.min(begin, end, end < begin ? begin - least : end);
  const breadth = Math.max(1, Math.abs(to - from));
  const length = Math.max(least, Math.abs(end - begin));
  return bars === 'lying'
    ? { x: value, y: place, width: length, height: breadth }
    : { x: place, y: value, width: breadth, height: length };
}
