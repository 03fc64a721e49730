import { ColumnBuilder } from '@/lib/core/csv/column-builder';
import { plantFaults } from '@/lib/core/faults/plant';
import type { Fault } from '@/lib/core/findings/fault';
import { keyId } from '@/lib/core/key';
import { seededRandom } from '@/lib/core/sample/random';
import type { CaseTables } from '@/lib/core/table/case-tables';
import { KeyInterner } from '@/lib/core/table/keys';

/** What the vendor's table of a large case lacks where nothing else is said. */
export const FILE_NOT_LOADED: Fault = { fault: 'file-not-loaded', files: ['delta3.csv'] };

/** One fault of every kind of the catalogue, with parameters that show in the large case; in pipeline order. */
export function faultsToPlant({ deltas, keys }: CaseTables): readonly Fault[] {
  const cut = Math.floor((deltas[3]?.rows ?? 0) / 2);
  return [
    FILE_NOT_LOADED,
    { fault: 'file-partially-loaded', files: ['delta3.csv'], loaded: [{ from: 0, to: cut }] },
    { fault: 'rows-capped', limit: cut },
    { fault: 'first-rows-skipped', count: 1 },
    { fault: 'late-rows-dropped' },
    { fault: 'version-cutoff', version: '700000' },
    { fault: 'new-keys-ignored' },
    { fault: 'key-altered', how: 'leading-zeros' },
    { fault: 'columns-swapped', columns: ['total_spend', 'count_saved_items'] },
    { fault: 'version-compared-as-text' },
    { fault: 'smallest-version-wins' },
    { fault: 'first-row-wins' },
    { fault: 'last-row-wins' },
    { fault: 'largest-measure-wins' },
    { fault: 'largest-of-each-column' },
    { fault: 'zeros-ignored' },
    { fault: 'versions-summed' },
    { fault: 'duplicates-kept' },
    { fault: 'column-not-updated', columns: ['loyalty_credits'] },
    { fault: 'measure-scaled', factor: '100', files: ['delta3.csv'] },
    { fault: 'measure-rounded', how: 'cut', digits: -1 },
    { fault: 'measure-clipped', max: '5000' },
    { fault: 'rows-filtered', column: 'count_saved_items', operator: '>=', value: '3', stage: 'arrival' },
    { fault: 'rows-not-exported', versions: { min: '800001', max: String(800_000 + Math.ceil(keys.count / 50)) } },
  ];
}

/** The case with the vendor's table broken by the fault, and the customer's right. */
export function withFault(tables: CaseTables, fault: Fault): CaseTables {
  const right = plantFaults(tables, 'theirs', []);
  if (fault.fault !== 'rows-not-exported') return withKeys(plantFaults(right, 'ours', [fault]));
  const { ours, ...rest } = plantFaults(right, 'ours', []);
  if (!ours) throw new Error('a planted table is missing');
  const columns = ours.columns.map((cells) => cells?.slice() ?? null);
  const [spend] = columns;
  const version = columns.at(-1);
  for (let r = 0; spend && version && r < ours.rows; r += 50) {
    spend[r] = (spend[r] as number) + 7;
    version[r] = 800_001 + r / 50;
  }
  return withKeys({ ...rest, ours: { ...ours, columns } });
}

/** The case with the vendor's table broken by no fault: every tenth user's measure is another number, the customer's table right. */
export function withNoise(tables: CaseTables): CaseTables {
  const { ours, ...rest } = plantFaults(plantFaults(tables, 'theirs', []), 'ours', []);
  if (!ours) throw new Error('a planted table is missing');
  const random = seededRandom(7);
  const [spend, ...others] = ours.columns;
  const noisy = spend?.map((units, r) => (r % 10 === 0 ? random.integer(0, 6000) : units)) ?? null;
  return withKeys({ ...rest, ours: { ...ours, columns: [noisy, ...others] } });
}

/** With the keys numbered as reading leaves them; those that no row has get a text of their own. */
function withKeys(tables: CaseTables): CaseTables {
  const builder = new ColumnBuilder();
  for (let id = 0; id < tables.keys.count; id++) builder.text(keyId(tables.keys.parts(id)) || `no row ${id}`);
  const cells = builder.finish();
  const keys = new KeyInterner([[cells]]);
  keys.rows([cells], null);
  return { ...tables, keys };
}
