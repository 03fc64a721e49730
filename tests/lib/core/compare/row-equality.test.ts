import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowEquality } from '@/lib/core/compare/row-equality';
import { buildDataset } from '@/lib/core/table/dataset';
import { sameCell } from '@/lib/core/table/equal';
import { hardCase } from '../../../support/arbitrary-case';
import { plainCase } from '../../../support/plain-case';

it('says of each row in how many columns its cells are those that the table holds first for its key', () => {
  fc.assert(
    fc.property(hardCase, fc.constantFrom('ours' as const, 'theirs' as const), (plain, side) => {
      const dataset = buildDataset(plainCase(plain));
      const { columns, deltas } = dataset;
      const observed = dataset[side];
      if (!observed) throw new Error('both tables are given');
      const both = columns.flatMap((column, c) => (deltas.columns[c] && observed.columns[c] ? [{ column, c }] : []));
      const { width, equal } = rowEquality(columns, deltas, observed);
      const cells = Array.from(deltas.key, (k, r) => {
        const o = observed.start[k] as number;
        if (o === observed.start[k + 1]) return 0;
        return both.filter(({ column, c }) =>
          sameCell(column, deltas.columns[c]?.[r] as number, observed.columns[c]?.[o] as number),
        ).length;
      });
      expect(width).toBe(both.length);
      expect([...equal]).toEqual(cells);
    }),
    { numRuns: 500 },
  );
});

it('is not that of other tolerances', () => {
  const tables = plainCase({
    deltas: [{ file: 'delta0.csv', rows: [{ user_id: 'u', total_spend: '1.00', batch_id: '1' }] }],
    ours: [{ user_id: 'u', total_spend: '1.01', batch_id: '1' }],
  });
  const { columns, deltas, ours } = buildDataset(tables);
  if (!ours) throw new Error('ours is given');
  expect([...rowEquality(columns, deltas, ours).equal]).toEqual([1]);
  const lenient = columns.map((column) => ({ ...column, tolerance: 1 }));
  expect([...rowEquality(lenient, deltas, ours).equal]).toEqual([2]);
});
