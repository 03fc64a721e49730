import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortIds } from '@/lib/core/compare/rows/sort-ids';

const value = fc.oneof(
  fc.constantFrom(Number.NEGATIVE_INFINITY, 0, 1, -1, 2 ** 53, -(2 ** 53), 5e-324, -0.1),
  fc.integer({ min: -5, max: 5 }).map((n) => n + 0),
  fc.double({ noNaN: true }).map((n) => n + 0),
);
const columns = fc.array(
  fc.record({ values: fc.array(value, { minLength: 30, maxLength: 30 }), descending: fc.boolean() }),
  { maxLength: 3 },
);

describe('sorting ids', () => {
  test('is a stable sort by each column in turn', () => {
    fc.assert(
      fc.property(columns, fc.array(fc.integer({ min: 0, max: 29 })), (plain, ids) => {
        const expected = [...ids].sort((a, b) => {
          for (const { values, descending } of plain) {
            const left = values[a] ?? 0;
            const right = values[b] ?? 0;
            if (left !== right) return left < right !== descending ? -1 : 1;
          }
          return 0;
        });
        const given = Int32Array.from(ids);
        const typed = plain.map(({ values, descending }) => ({ values: Float64Array.from(values), descending }));
        expect([...sortIds(given, typed)]).toEqual(expected);
        expect([...given]).toEqual(ids);
      }),
    );
  });
});
