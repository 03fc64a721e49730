import type { Dataset, GroupedRows } from '../table/dataset';

/** When each delta arrives, by its index: the larger place comes later. A file of two places arrives twice. */
export interface FileArrivals {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Each once, one after the other. */
export function inTurn(files: number): FileArrivals {
  const first = Int32Array.from({ length: files }, (_, f) => f);
  return { first, last: first };
}

/** The chosen files come after all others, in their order. @param again they have come in their own place as well */
export function withLast({ first, last }: FileArrivals, chosen: readonly number[], again: boolean): FileArrivals {
  const before = last.reduce((most, place) => Math.max(most, place), 0);
  const later = last.slice();
  chosen.forEach((f, turn) => {
    later[f] = before + 1 + turn;
  });
  return { first: again ? first : later, last: later };
}

/** How often the file's rows arrive. Null: each file once. */
export function timesArrived(arrivals: FileArrivals | null, file: number): number {
  return arrivals !== null && arrivals.first[file] !== arrivals.last[file] ? 2 : 1;
}

/** Whether row a comes after row b of its key. @param places by file; null: rows come in the order in which they stand */
export function comesLater({ file }: GroupedRows, places: Int32Array | null, a: number, b: number): boolean {
  const between = places === null ? 0 : (places[file[a] as number] as number) - (places[file[b] as number] as number);
  return between === 0 ? a > b : between > 0;
}

/** What takes the place of `rows.arrival` where the files come in these places. O(rows) */
export function arrivalIn(places: Int32Array, { files }: Dataset, { file, at }: GroupedRows): Int32Array {
  const begins = new Int32Array(files.length);
  let before = 0;
  for (const f of [...files.keys()].sort((a, b) => (places[a] as number) - (places[b] as number))) {
    begins[f] = before;
    before += files[f]?.rows ?? 0;
  }
  return at.map((own, r) => (begins[file[r] as number] as number) + own);
}
