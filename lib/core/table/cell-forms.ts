import type { DateOrder, OrderVotes } from '../csv/date-text';
import { addVotes, type DecimalSign, type DecimalVotes, decimalSignOf, NO_VOTES } from '../csv/number-text';

/**
 * How the cells of one column are written in one file, where a writing admits two readings. A file's own cells decide;
 * then those of its other columns, then those of the other files of its kind: the deltas have one writer, the tables
 * may have two, and what a table's cells say decides nothing for the deltas.
 */

/** What a decision rests on. `cells`: some cells admit this reading alone. `open`: none do, so that another is possible. */
export interface Decided<T> {
  readonly value: T;
  readonly by: 'cells' | 'open';
}

/** Votes of one column: by file, null where the file lacks it. */
export type VotesByFile<V> = readonly (V | null)[];

/**
 * @param own of the column
 * @param others of every column of numbers, this one among them
 * @param tables by file, whether it is a table rather than a delta
 * @param otherwise where no cell of any file decides
 */
export function decimalsOf(
  own: VotesByFile<DecimalVotes>,
  others: readonly VotesByFile<DecimalVotes>[],
  tables: readonly boolean[],
  otherwise: DecimalSign,
): readonly Decided<DecimalSign>[] {
  const sum = (votes: readonly (DecimalVotes | null)[]) =>
    votes.reduce<DecimalVotes>((a, b) => (b ? addVotes(a, b) : a), NO_VOTES);
  const decides = (votes: DecimalVotes) => votes.point !== votes.comma;
  return own.map((votes, f) => {
    const steps = [
      votes ?? NO_VOTES,
      sum(others.map((column) => column[f] ?? null)),
      sum(own.filter((_, other) => tables[other] === tables[f])),
    ];
    const found = steps.find(decides);
    return found ? { value: decimalSignOf(found), by: 'cells' } : { value: otherwise, by: 'open' };
  });
}

export function ordersOf(
  own: VotesByFile<OrderVotes>,
  others: readonly VotesByFile<OrderVotes>[],
  tables: readonly boolean[],
  otherwise: DateOrder,
): readonly Decided<DateOrder>[] {
  const sum = (votes: readonly (OrderVotes | null)[]) =>
    votes.reduce<OrderVotes>(
      (a, b) => ({
        dayFirst: a.dayFirst + (b?.dayFirst ?? 0),
        monthFirst: a.monthFirst + (b?.monthFirst ?? 0),
        open: a.open + (b?.open ?? 0),
      }),
      { dayFirst: 0, monthFirst: 0, open: 0 },
    );
  return own.map((votes, f) => {
    const steps = [
      sum([votes]),
      sum(others.map((column) => column[f] ?? null)),
      sum(own.filter((_, other) => tables[other] === tables[f])),
    ];
    const found = steps.find((step) => step.dayFirst !== step.monthFirst);
    if (!found) return { value: otherwise, by: 'open' };
    return { value: found.dayFirst > found.monthFirst ? 'day-first' : 'month-first', by: 'cells' };
  });
}
