import type { Fault } from '@/lib/core/findings/fault';
import type { SourceShape } from './source';

/** A golden case: what is planted on each side, over which files. A side that is null is not given. */
export interface GoldenSpec {
  readonly name: string;
  readonly seed: number;
  readonly shape?: Partial<SourceShape>;
  readonly ours: readonly Fault[] | null;
  readonly theirs: readonly Fault[] | null;
  /** Other sets of causes that give ours on any files. */
  readonly equivalents?: readonly (readonly Fault[])[];
}

const NAMES = ['delta1.csv', 'delta2.csv', 'delta10.csv', 'delta20.csv'];
const AS_TEXT = ['delta1.csv', 'delta10.csv', 'delta2.csv', 'delta20.csv'];

/** One fault of the catalogue each, then what needs several, or none. */
export const GOLDEN_SPECS: readonly GoldenSpec[] = [
  one({ fault: 'file-not-loaded', files: ['delta2.csv'] }),
  one({ fault: 'file-partially-loaded', files: ['delta1.csv'], loaded: [{ from: 0, to: 11 }] }),
  one({ fault: 'rows-capped', limit: 20 }),
  one({ fault: 'first-rows-skipped', count: 1 }),
  {
    ...one({ fault: 'files-out-of-order', order: AS_TEXT }, { names: NAMES }),
    ours: [{ fault: 'files-out-of-order', order: AS_TEXT }, { fault: 'last-row-wins' }],
  },
  {
    ...one({ fault: 'file-loaded-again', files: ['delta1.csv'] }),
    ours: [{ fault: 'file-loaded-again', files: ['delta1.csv'] }, { fault: 'last-row-wins' }],
    equivalents: [
      [
        { fault: 'files-out-of-order', order: ['delta0.csv', 'delta2.csv', 'delta3.csv', 'delta1.csv'] },
        { fault: 'last-row-wins' },
      ],
    ],
  },
  one({ fault: 'partition-overwritten', column: 'region' }, { regions: true }),
  one({ fault: 'deletes-ignored', column: 'op', values: ['D'], how: 'skipped' }, { deletes: true }),
  one({ fault: 'late-rows-dropped' }),
  {
    ...one({ fault: 'version-cutoff', version: '1000' }),
    equivalents: [[{ fault: 'rows-filtered', column: 'batch_id', operator: '>', value: '1000', stage: 'arrival' }]],
  },
  {
    ...one({ fault: 'new-keys-ignored' }),
    equivalents: [[{ fault: 'rows-filtered', column: 'user_id', operator: '>', value: '1060', stage: 'load' }]],
  },
  one({ fault: 'key-altered', how: 'leading-zeros' }, { keys: 'leading-zeros' }),
  one({ fault: 'key-altered', how: 'float-precision' }, { keys: 'long' }, 'key-altered-in-its-last-digits'),
  one({ fault: 'key-altered', how: 'zero-padded', width: 8 }, {}, 'key-altered-by-zeros'),
  one(
    { fault: 'key-altered', how: 'cut', length: 5, stage: 'load' },
    { keys: 'mixed-case' },
    'key-altered-in-the-table',
  ),
  one({ fault: 'columns-swapped', columns: ['saved_items', 'credits'] }),
  one({ fault: 'version-compared-as-text' }),
  one({ fault: 'version-misread', form: 'month-first' }, { dates: true }),
  one({ fault: 'smallest-version-wins' }),
  one({ fault: 'first-row-wins' }),
  one({ fault: 'last-row-wins' }),
  one({ fault: 'largest-measure-wins' }),
  one({ fault: 'key-incomplete', columns: ['user_id'] }, { lines: true }),
  one({ fault: 'largest-of-each-column' }),
  one({ fault: 'zeros-ignored' }),
  one({ fault: 'empties-ignored', columns: ['saved_items', 'credits'] }, { empties: true }),
  one({ fault: 'versions-summed' }),
  one({ fault: 'duplicates-kept' }),
  one({ fault: 'rows-repeated' }),
  one({ fault: 'column-not-updated', columns: ['credits'] }),
  one({ fault: 'column-emptied', columns: ['credits'], files: ['delta2.csv'] }),
  one({ fault: 'empties-filled', columns: ['saved_items', 'credits'], value: '0' }, { empties: true }),
  one({ fault: 'text-cut', columns: ['remark'], length: 10 }, { remarks: true }),
  one({ fault: 'column-reformatted', column: 'region', how: 'upper-case' }, { regions: true }),
  one(
    { fault: 'measure-misread', how: 'thousands-cut' },
    { amounts: 'cents', written: { decimal: '.', separator: ',', decimals: 2 } },
  ),
  one({ fault: 'column-shifted', column: 'updated_at', by: 'PT2H' }, { times: true }),
  one({ fault: 'sign-lost' }, { refunds: true }),
  one({ fault: 'measure-scaled', factor: '100' }),
  one({ fault: 'measure-rounded', how: 'cut', digits: 0 }, { amounts: 'cents' }),
  one({ fault: 'measure-wrapped', bits: 16, digits: 0 }, { past: 16 }),
  one({ fault: 'measure-clipped', max: '900' }),
  one({ fault: 'rows-filtered', column: 'credits', operator: '<', value: '250', stage: 'load' }),
  one(
    { fault: 'rows-filtered', column: 'user_id', operator: 'mod', value: '4=2', stage: 'load' },
    {},
    'one-part-of-the-keys-lost',
  ),
  one(
    { fault: 'rows-filtered', column: 'region', operator: 'in', value: 'mid,south', stage: 'load' },
    { regions: 'deltas' },
    'lost-by-a-column-of-the-files',
  ),
  {
    name: 'two-faults',
    seed: 40,
    ours: [
      { fault: 'file-not-loaded', files: ['delta3.csv'] },
      { fault: 'measure-rounded', how: 'cut', digits: 0 },
    ],
    theirs: [],
    shape: { amounts: 'cents' },
  },
  {
    name: 'both-sides-wrong',
    seed: 41,
    ours: [{ fault: 'file-not-loaded', files: ['delta1.csv'] }],
    theirs: [{ fault: 'first-row-wins' }],
  },
  { name: 'customer-wrong', seed: 42, ours: [], theirs: [{ fault: 'last-row-wins' }] },
  { name: 'both-agree', seed: 43, ours: [], theirs: [] },
  {
    name: 'only-the-vendors-table',
    seed: 44,
    ours: [{ fault: 'file-not-loaded', files: ['delta2.csv'] }],
    theirs: null,
  },
];

function one(fault: Fault, shape: Partial<SourceShape> = {}, name: string = fault.fault): GoldenSpec {
  return { name, seed: name.length * 31 + name.charCodeAt(0), shape, ours: [fault], theirs: [] };
}
