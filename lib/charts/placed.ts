import type { Chart, Mark } from './chart';

/** A rectangle in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A mark in px, for whoever draws it. */
export interface Placed {
  readonly bar: Box | null;
  readonly hole: Box | null;
  /** A line downwards to the next lying bar. */
  readonly joint: { readonly x: number; readonly from: number; readonly to: number } | null;
  /** Where the bar ends and its figure begins: beside it where it lies, above it where it stands. */
  readonly figure: { readonly x: number; readonly y: number };
  /** The px of its places, from the lesser. */
  readonly from: number;
  readonly to: number;
}

/** @param place and `value` give the px of a place and of a value. */
export function placed(
  bars: Chart['bars'],
  mark: Mark,
  place: (at: number) => number,
  value: (at: number) => number,
): Placed {
  const lying = bars === 'lying';
  const [from, to] = [place(mark.places[0]), place(mark.places[1])];
  const [begin, end] = [value(mark.values[0]), value(mark.values[1])];
  const top = mark.hole === null ? end : value(mark.hole);
  const gap = !lying && to - from > 5 ? 1 : 0;
  const box = (a: number, b: number, least: number): Box => {
    const length = Math.max(least, Math.abs(b - a));
    const start = b < a ? a - length : a;
    const breadth = Math.max(1, to - from - 2 * gap);
    return lying
      ? { x: start, y: from, width: length, height: breadth }
      : { x: from + gap, y: start, width: breadth, height: length };
  };
  return {
    bar: mark.fill === null ? null : box(begin, end, 2),
    hole: mark.hole === null ? null : box(end, top, 1),
    joint: mark.joined ? { x: end, from: mark.fill === null ? from : to, to: place(mark.places[0] + 1) } : null,
    figure: lying ? { x: Math.max(begin, end), y: (from + to) / 2 } : { x: (from + to) / 2, y: top },
    from,
    to,
  };
}
