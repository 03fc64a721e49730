import type { Telling } from '@/lib/core/faults/fault-words';
import { formatAmount } from '@/lib/core/phrases/amounts';

/** The words' setting in tests: the shape of the Johnny's Jeans case. */
export function plainTelling(side: 'ours' | 'theirs' = 'ours'): Telling {
  return {
    side,
    labels: { ours: 'AIQ', theirs: "Johnny's Jeans" },
    files: ['delta0.csv', 'delta1.csv', 'delta2.csv', 'delta3.csv', 'delta4.csv'],
    columns: { key: 'user_id', measure: 'total_spend', version: 'batch_id' },
    keyColumns: ['user_id'],
    entity: { one: 'user', many: 'users' },
    amount: (decimal) => formatAmount(decimal, '$'),
  };
}
