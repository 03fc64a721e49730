/**
 * Browsers cut an element off at some tens of millions of pixels. Rows that would be higher are scrolled on a scale:
 * the scroll bar then moves through more rows than it has pixels.
 */

/** Px; below the limit of every browser (Firefox: about 17.8 million). */
export const MOST_HEIGHT = 15_000_000;

export interface ScrollScale {
  /** Height in px that the scrolled element gets. */
  readonly height: number;
  /** Offset in px among all rows, from the scroll position. */
  toOffset(scrollTop: number): number;
  toScrollTop(offset: number): number;
}

/** @param content height in px of all rows. @param visible height in px of which they are seen. */
export function scrollScale(content: number, visible: number): ScrollScale {
  const height = Math.min(content, MOST_HEIGHT);
  const ratio = height < content ? (content - visible) / (height - visible) : 1;
  return { height, toOffset: (scrollTop) => scrollTop * ratio, toScrollTop: (offset) => offset / ratio };
}

/** The offset nearest to `offset` at which all from `start` to `end` is seen; of what does not fit, its start. All in px. */
export function offsetToShow(start: number, end: number, offset: number, visible: number): number {
  const low = Math.min(start, end - visible);
  return Math.min(start, Math.max(offset, low));
}
