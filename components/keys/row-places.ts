import { ROW_HEIGHT } from './RowLine';

/** Where rows lie one below the other, in px among all of them; below the open one stands its detail. */
export interface RowPlaces {
  /** Of all rows. */
  readonly height: number;
  /** Where the row begins. */
  top(index: number): number;
  /** The row at an offset, the last one beyond all; -1: there are none. */
  at(offset: number): number;
}

/**
 * O(1), however many rows there are.
 * @param openIndex -1: none is
 * @param extra px of the open row's detail
 */
export function rowPlaces(count: number, openIndex: number, extra: number): RowPlaces {
  const detail = openIndex === -1 ? 0 : extra;
  const top = (index: number) => index * ROW_HEIGHT + (index > openIndex ? detail : 0);
  return {
    height: count * ROW_HEIGHT + detail,
    top,
    at(offset) {
      const plain = Math.floor(Math.max(0, offset) / ROW_HEIGHT);
      const index =
        detail === 0 || plain <= openIndex ? plain : Math.max(openIndex, Math.floor((offset - detail) / ROW_HEIGHT));
      return Math.min(count - 1, index);
    },
  };
}
