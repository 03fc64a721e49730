import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchCauses } from '@/lib/core/causes/search';
import { copiesOf } from '@/lib/core/pipeline/repeated-rows';
import { buildDataset } from '@/lib/core/table/dataset';
import { type PlainRow, plainCase } from '@/tests/support/plain-case';

const row = (user_id: string, total_spend: string, items = '1'): PlainRow => ({
  user_id,
  total_spend,
  items,
  batch_id: '1',
});
const files = [{ file: 'delta0.csv', rows: ['a', 'b', 'c', 'd', 'e', 'f'].map((user) => row(user, '7')) }];

function datasetWith(ours: readonly PlainRow[]) {
  return buildDataset(plainCase({ deltas: files, ours, attributes: ['items'] }));
}

function found(ours: readonly PlainRow[]): readonly string[] {
  const dataset = datasetWith(ours);
  if (!dataset.ours) throw new Error('there is a table');
  return searchCauses(dataset, dataset.ours).exact[0]?.faults.map(({ fault }) => fault) ?? [];
}

describe('rows that stand more than once', () => {
  it('are counted where every copy is the same in every cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ spend: fc.constantFrom('7', '8'), items: fc.constantFrom('', '1') }), { maxLength: 4 }),
        (held) => {
          const dataset = datasetWith(held.map(({ spend, items }) => row('a', spend, items)));
          const [first] = held;
          const same = held.every(({ spend, items }) => spend === first?.spend && items === first.items);
          expect(dataset.ours && copiesOf(dataset.ours, 0)).toBe(same ? held.length : 0);
        },
      ),
    );
  });

  it('explain a table whose rows are right but for their copies', () => {
    const right = files[0]?.rows ?? [];
    expect(found([...right, ...right.slice(0, 2), ...right.slice(1, 2)])).toEqual(['rows-repeated']);
  });

  it('explain none of which a copy differs, or is of no right row', () => {
    const right = files[0]?.rows ?? [];
    expect(found([...right, row('a', '8')])).toEqual([]);
    expect(found([...right.slice(1), row('a', '8'), row('a', '8')])).toEqual([]);
  });
});
