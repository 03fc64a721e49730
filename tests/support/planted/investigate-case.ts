import type { Findings } from '@/lib/core/findings/findings';
import { investigate } from '@/lib/core/investigation/investigate';
import { bindTables } from './bind-tables';
import type { PlantedTables } from './plant';

/** What the product finds in a planted case. */
export function investigateCase(planted: PlantedTables): Findings {
  const tables = bindTables(planted.source, planted.ours.rows, planted.theirs?.rows ?? null);
  const context = { labels: { ours: 'Vendor', theirs: 'Customer' }, key: [planted.source.key], rejected: {} };
  return investigate(tables, context).findings;
}
