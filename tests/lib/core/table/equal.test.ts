import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING } from '@/lib/core/decimal';
import type { CaseColumn } from '@/lib/core/table/case-tables';
import { isTransitive, pairRows, sameCell } from '@/lib/core/table/equal';

function column(part: Partial<CaseColumn>): CaseColumn {
  const base = { name: 'n', role: 'measure', type: 'number', scale: 0, unit: null, sign: null } as const;
  return { ...base, texts: null, wide: null, tolerance: 0, ...part };
}

const tolerance = fc.constantFrom(0, 1, 2, 1000);
const offset = fc.bigInt({ min: -1200n, max: 1200n });

describe('two cells', () => {
  it('are equal when their values are at most the tolerance apart, held as units or as ranks', () => {
    fc.assert(
      fc.property(tolerance, fc.constantFrom(0n, 10n ** 30n), fc.array(offset, { minLength: 2 }), (most, base, own) => {
        const values = [...new Set(own.map((off) => base + off))].sort((a, b) => (a < b ? -1 : 1));
        const wide = base > 0n ? values : null;
        const held = (i: number) => (wide ? i : Number(values[i]));
        for (const type of ['number', 'date'] as const) {
          const of = column({ type, wide, tolerance: most });
          values.forEach((a, i) => {
            values.forEach((b, j) => {
              const off = a > b ? a - b : b - a;
              expect(sameCell(of, held(i), held(j))).toBe(off <= BigInt(most));
            });
          });
        }
      }),
    );
  });

  it('are equal when both are empty, and no value equals an empty one', () => {
    for (const of of [column({ tolerance: 5 }), column({ tolerance: 5, wide: [1n, 2n] }), column({ type: 'text' })]) {
      expect(sameCell(of, MISSING, MISSING)).toBe(true);
      expect(sameCell(of, MISSING, 0)).toBe(false);
      expect(sameCell(of, 1, MISSING)).toBe(false);
    }
  });
});

/** By trying every partner of every row. */
function mostPairs(left: readonly number[], right: readonly number[], same: (i: number, j: number) => boolean): number {
  const [first, ...rest] = left;
  if (first === undefined) return 0;
  return right.reduce(
    (most, j, at) => (same(first, j) ? Math.max(most, 1 + mostPairs(rest, right.toSpliced(at, 1), same)) : most),
    mostPairs(rest, right, same),
  );
}

const bag = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 })), { maxLength: 6 });

describe('two bags of rows', () => {
  it('pair as many rows as any pairing does, whichever comes first', () => {
    fc.assert(
      fc.property(bag, bag, fc.constantFrom(0, 1, 2), (a, b, most) => {
        const columns = [column({ tolerance: most }), column({})];
        const sameRow = (x: readonly number[], y: readonly number[]) =>
          columns.every((of, c) => sameCell(of, x[c] as number, y[c] as number));
        const same = (i: number, j: number) => sameRow(a[i] as number[], b[j] as number[]);
        const best = mostPairs([...a.keys()], [...b.keys()], same);
        expect(pairRows(a.length, b.length, same, isTransitive(columns))).toBe(best);
        expect(pairRows(b.length, a.length, (j, i) => same(i, j), isTransitive(columns))).toBe(best);
      }),
      { numRuns: 1000 },
    );
  });

  it('find the pairing that a first fit misses', () => {
    const a = [1, 0];
    const b = [2, 1];
    const same = (i: number, j: number) => Math.abs((a[i] as number) - (b[j] as number)) <= 1;
    expect(pairRows(2, 2, same, false)).toBe(2);
  });
});
