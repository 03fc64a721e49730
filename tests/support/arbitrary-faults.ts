import fc from 'fast-check';
import type { Fault } from '@/lib/core/findings/fault';

/** Faults with parameters that take effect in a `hardCase`, at every stage of the pipeline. */
const FAULTS: readonly Fault[] = [
  { fault: 'file-not-loaded', files: ['delta1.csv'] },
  { fault: 'file-partially-loaded', files: ['delta0.csv'], loaded: [{ from: 1, to: 4 }] },
  { fault: 'rows-capped', limit: 2 },
  { fault: 'first-rows-skipped', count: 1 },
  { fault: 'late-rows-dropped' },
  { fault: 'version-cutoff', version: '10' },
  { fault: 'new-keys-ignored' },
  { fault: 'key-altered', how: 'upper-case' },
  { fault: 'key-altered', how: 'decimal-point' },
  { fault: 'columns-swapped', columns: ['total_spend', 'items'] },
  { fault: 'columns-swapped', columns: ['items', 'batch_id'], files: ['delta0.csv'] },
  { fault: 'version-compared-as-text' },
  { fault: 'smallest-version-wins' },
  { fault: 'first-row-wins' },
  { fault: 'last-row-wins' },
  { fault: 'largest-measure-wins' },
  { fault: 'ties-broken-differently', keep: 'earlier' },
  { fault: 'ties-broken-differently', keep: 'later' },
  { fault: 'largest-of-each-column' },
  { fault: 'zeros-ignored' },
  { fault: 'empties-ignored', columns: ['items', 'tier'] },
  { fault: 'versions-summed' },
  { fault: 'duplicates-kept' },
  { fault: 'column-not-updated', columns: ['tier'] },
  { fault: 'column-emptied', columns: ['items', 'tier'], files: ['delta0.csv'] },
  { fault: 'column-emptied', columns: ['total_spend'] },
  { fault: 'empties-filled', columns: ['items', 'total_spend'], value: '0' },
  { fault: 'empties-filled', columns: ['tier'], value: 'gold' },
  { fault: 'sign-lost' },
  { fault: 'measure-scaled', factor: '100', files: ['delta0.csv'] },
  { fault: 'measure-rounded', how: 'cut', digits: -1 },
  { fault: 'measure-rounded', how: 'half-up', digits: 0 },
  { fault: 'measure-wrapped', bits: 16, digits: 0 },
  { fault: 'measure-clipped', max: '3' },
  { fault: 'rows-filtered', column: 'items', operator: '>=', value: '1', stage: 'arrival' },
  { fault: 'rows-filtered', column: 'tier', operator: '=', value: 'gold', stage: 'load' },
  { fault: 'rows-not-exported', versions: { min: '9', max: '1000' } },
];

/** Sets of up to three of them, as a search tries them. */
export const faultSet: fc.Arbitrary<Fault[]> = fc.uniqueArray(fc.constantFrom(...FAULTS), {
  maxLength: 3,
  selector: ({ fault }) => fault,
});
