import { describe, expect, it } from 'vitest';
import { matchTables } from '@/lib/core/compare/match';
import { replay } from '@/lib/core/faults/replay';
import { buildDataset } from '@/lib/core/table/dataset';
import { plainCase } from '../../../support/plain-case';

describe('rows that were never exported', () => {
  const row = (user: string, spend: string, batch: string) => ({ user_id: user, total_spend: spend, batch_id: batch });
  const dataset = buildDataset(
    plainCase({
      deltas: [{ file: 'delta0.csv', rows: [row('1', '10', '5'), row('2', '20', '6')] }],
      ours: [row('1', '11', '8'), row('2', '22', '9')],
    }),
  );
  const rowsGiven = (min: string, max: string): number => {
    if (!dataset.ours) throw new Error('the table is given');
    const replayed = replay(dataset, [{ fault: 'rows-not-exported', versions: { min, max } }], dataset.ours);
    return matchTables(dataset, replayed, dataset.ours).rows;
  };

  it('are taken as given within their versions alone', () => {
    expect(rowsGiven('8', '9')).toBe(2);
    expect(rowsGiven('8', '8')).toBe(1);
    expect(rowsGiven('10', '12')).toBe(0);
  });
});
