import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortIds } from '@/lib/core/compare/rows/sort-ids';

const any = fc.oneof(
  fc.constantFrom(Number.NEGATIVE_INFINITY, 0, 1, -1, 2 ** 53, -(2 ** 53), 5e-324, -0.1),
  fc.integer({ min: -5, max: 5 }).map((n) => n + 0),
  fc.double({ noNaN: true }).map((n) => n + 0),
);
const whole = (most: number) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(Number.NEGATIVE_INFINITY, most, -most) },
    { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }).map((n) => n + 0) },
    { weight: 4, arbitrary: fc.maxSafeInteger().map((n) => (n % (most + 1)) + 0) },
  );
/** A column of one kind, for each has a way of its own: few bits, one word, two words, and every double. */
const column = (length: number) =>
  fc.record({
    values: fc.oneof(
      ...[any, whole(1), whole(3000), whole(2 ** 31), whole(2 ** 40), whole(2 ** 50)].map((value) =>
        fc.array(value, { minLength: length, maxLength: length }),
      ),
    ),
    descending: fc.boolean(),
  });

interface PlainColumn {
  readonly values: readonly number[];
  readonly descending: boolean;
}

function sortsAsPlainly(columns: readonly PlainColumn[], ids: readonly number[]): void {
  const expected = [...ids].sort((a, b) => {
    for (const { values, descending } of columns) {
      const left = values[a] ?? 0;
      const right = values[b] ?? 0;
      if (left !== right) return left < right !== descending ? -1 : 1;
    }
    return 0;
  });
  const given = Int32Array.from(ids);
  const typed = columns.map(({ values, descending }) => ({ values: Float64Array.from(values), descending }));
  expect([...sortIds(given, typed)]).toEqual(expected);
  expect([...given]).toEqual(ids);
}

describe('sorting ids', () => {
  test('is a stable sort by each column in turn', () => {
    fc.assert(
      fc.property(fc.array(column(30), { maxLength: 3 }), fc.array(fc.integer({ min: 0, max: 29 })), sortsAsPlainly),
      { numRuns: 500 },
    );
  });

  test('is so of thousands of ids', () => {
    const ids = Array.from({ length: 5000 }, (_, id) => (id * 7) % 5000);
    fc.assert(
      fc.property(fc.tuple(column(100), column(100)), (columns) => {
        sortsAsPlainly(
          columns.map(({ values, descending }) => ({
            values: ids.map((_, id) => values[(id * id) % 100] ?? 0),
            descending,
          })),
          ids,
        );
      }),
      { numRuns: 20 },
    );
  });
});
