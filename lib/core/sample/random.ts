/** Numbers that a seed fixes: the same seed gives the same sequence on every machine. */
export interface Random {
  /** An integer of `from` to `to`, both included; from <= to, to - from < 2^32. */
  integer(from: number, to: number): number;
  /** The same members in another order; the given array stays as it is. */
  shuffle<T>(items: readonly T[]): T[];
}

/** Mulberry32 (Tommy Ettinger, public domain): a 32-bit state, a period of 2^32. Not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;

  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));

  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = integer(0, last);
      const moved = shuffled[last] as T;
      shuffled[last] = shuffled[other] as T;
      shuffled[other] = moved;
    }
    return shuffled;
  };

  return { integer, shuffle };
}
