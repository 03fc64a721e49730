import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING } from '@/lib/core/decimal';
import { conditionOf, flagMutable } from '@/lib/core/pipeline/condition';
import { buildDataset } from '@/lib/core/table/dataset';
import { plainCase } from '@/tests/support/plain-case';

const dataset = buildDataset(
  plainCase({ deltas: [{ file: 'delta0.csv', rows: [{ user_id: '1', total_spend: '1.50', batch_id: '1' }] }] }),
);

describe('conditions', () => {
  it('flag the rows of which the cell meets them, and no empty one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
        fc.constantFrom('-1', '0', '1.5', '1.505', '2', 'never'),
        fc.array(fc.constantFrom(MISSING, -100, -50, 0, 100, 150, 150.5, 151, 200), { maxLength: 12 }),
        (operator, value, cells) => {
          const found = conditionOf(
            { test: 'compares', column: { name: 'total_spend' }, operator, value },
            dataset,
            dataset.keys,
          );
          if (found === null) throw new Error('the column is not there');
          const flags = new Uint8Array(cells.length);
          flagMutable(flags, found, Float64Array.from(cells));
          expect([...flags]).toEqual(cells.map((cell) => (found.meets(cell) ? 1 : 0)));
        },
      ),
    );
  });
});
