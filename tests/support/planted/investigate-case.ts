import type { Findings } from '@/lib/core/findings/findings';
import { investigate } from '@/lib/core/investigation/investigate';
import { bindTables } from './bind-tables';
import { keyNames } from './plain-case';
import type { PlantedTables } from './plant';

/** What the product finds in a planted case. */
export function investigateCase(planted: PlantedTables): Findings {
  const tables = bindTables(planted.source, planted.ours.rows, planted.theirs?.rows ?? null);
  const context = { labels: { ours: 'Vendor', theirs: 'Customer' }, key: keyNames(planted.source), rejected: {} };
  return investigate(tables, context).findings;
}
