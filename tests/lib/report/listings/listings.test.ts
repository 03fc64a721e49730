import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings } from '@/lib/core/findings/findings';
import type { Listing } from '@/lib/report/listings/listing-plan';
import { pandasListing } from '@/lib/report/listings/pandas';
import { sqlListing } from '@/lib/report/listings/sql';
import { johnnyIsHere } from '../../../support/planted/johnny';
import { tableRows } from '../../../support/planted/plain-case';
import { duckDbRunner, pandasRunner, type RunListing } from '../../../support/run-listings';
import { sampleFindings } from '../../../support/sample-findings';
import { filesOf, findingsOf, linesCase, smallCase, timesCase, wholeCase } from './listing-case';

const cases: readonly (readonly Fault[])[] = [
  [],
  [{ fault: 'file-not-loaded', files: ['delta2.csv'] }],
  [{ fault: 'file-not-loaded', files: ['delta0.csv', 'delta3.csv'] }],
  [{ fault: 'file-partially-loaded', files: ['delta2.csv'], loaded: [{ from: 0, to: 23 }] }],
  [
    {
      fault: 'file-partially-loaded',
      files: ['delta1.csv'],
      loaded: [
        { from: 0, to: 10 },
        { from: 31, to: 60 },
      ],
    },
  ],
  [{ fault: 'file-partially-loaded', files: ['delta1.csv'], loaded: [] }],
  [{ fault: 'rows-capped', limit: 40 }],
  [{ fault: 'first-rows-skipped', count: 3 }],
  [{ fault: 'file-loaded-again', files: ['delta1.csv'] }],
  [{ fault: 'partition-overwritten', column: 'tier' }],
  [{ fault: 'partition-overwritten', column: 'loyalty_credits' }],
  [{ fault: 'late-rows-dropped' }],
  [{ fault: 'version-cutoff', version: '900' }],
  [{ fault: 'new-keys-ignored' }],
  [{ fault: 'key-altered', how: 'leading-zeros' }],
  [{ fault: 'key-altered', how: 'whitespace' }],
  [{ fault: 'key-altered', how: 'upper-case' }],
  [{ fault: 'key-altered', how: 'collation' }],
  [{ fault: 'key-altered', how: 'punctuation' }],
  [{ fault: 'key-altered', how: 'accents' }],
  [{ fault: 'key-altered', how: 'unicode-form' }],
  [{ fault: 'key-altered', how: 'zero-padded', width: 5 }],
  [{ fault: 'key-altered', how: 'cut', length: 2 }],
  [{ fault: 'key-altered', how: 'leading-zeros', stage: 'load' }],
  [{ fault: 'columns-swapped', columns: ['total_spend', 'loyalty_credits'], files: ['delta1.csv'] }],
  [{ fault: 'version-compared-as-text' }],
  [{ fault: 'smallest-version-wins' }],
  [{ fault: 'first-row-wins' }],
  [{ fault: 'last-row-wins' }],
  [{ fault: 'largest-measure-wins' }],
  [{ fault: 'largest-of-each-column' }],
  [{ fault: 'zeros-ignored' }],
  [{ fault: 'empties-ignored', columns: ['loyalty_credits', 'tier'] }],
  [{ fault: 'versions-summed' }],
  [{ fault: 'duplicates-kept' }],
  [{ fault: 'column-not-updated', columns: ['loyalty_credits', 'tier'] }],
  [{ fault: 'column-emptied', columns: ['loyalty_credits', 'tier'] }],
  [{ fault: 'column-emptied', columns: ['tier'], files: ['delta1.csv', 'delta3.csv'] }],
  [{ fault: 'empties-filled', columns: ['loyalty_credits'], value: '0' }],
  [{ fault: 'empties-filled', columns: ['tier'], value: 'bare' }],
  [{ fault: 'text-cut', columns: ['tier'], length: 3 }],
  [{ fault: 'column-reformatted', column: 'tier', how: 'upper-case' }],
  [{ fault: 'column-shifted', column: 'total_spend', by: '-12.5' }],
  [{ fault: 'column-shifted', column: 'loyalty_credits', by: '0.25' }],
  [{ fault: 'column-shifted', column: 'batch_id', by: '1' }],
  [{ fault: 'column-shifted', column: 'batch_id', by: '-7' }, { fault: 'version-compared-as-text' }],
  [{ fault: 'versions-summed' }, { fault: 'column-shifted', column: 'total_spend', by: '3' }],
  [
    { fault: 'columns-swapped', columns: ['total_spend', 'loyalty_credits'] },
    { fault: 'column-shifted', column: 'loyalty_credits', by: '2' },
  ],
  [
    { fault: 'empties-filled', columns: ['loyalty_credits'], value: '0.5' },
    { fault: 'column-shifted', column: 'loyalty_credits', by: '2' },
  ],
  [{ fault: 'sign-lost' }],
  [{ fault: 'sign-lost', files: ['delta1.csv', 'delta3.csv'] }],
  [{ fault: 'measure-scaled', factor: '100' }],
  [{ fault: 'measure-scaled', factor: '0.1', files: ['delta1.csv', 'delta2.csv'] }],
  [{ fault: 'measure-scaled', factor: '100', where: { column: 'tier', value: 'gold' } }],
  [{ fault: 'measure-scaled', factor: '0.1', files: ['delta1.csv'], where: { column: 'loyalty_credits', value: '0' } }],
  [{ fault: 'measure-rounded', how: 'half-up', digits: 0 }],
  [{ fault: 'measure-rounded', how: 'half-even', digits: 1 }],
  [{ fault: 'measure-rounded', how: 'cut', digits: 1, files: ['delta3.csv'] }],
  [{ fault: 'measure-rounded', how: 'up', digits: -1 }],
  [{ fault: 'measure-rounded', how: 'down', digits: -2 }],
  [
    { fault: 'measure-scaled', factor: '10000' },
    { fault: 'measure-wrapped', bits: 16, digits: 0 },
  ],
  [
    { fault: 'measure-scaled', factor: '1000000' },
    { fault: 'measure-wrapped', bits: 32, digits: 0 },
  ],
  [{ fault: 'measure-clipped', max: '500' }],
  [{ fault: 'measure-clipped', max: '120.5', files: ['delta0.csv'] }],
  [{ fault: 'rows-filtered', column: 'loyalty_credits', operator: '<', value: '10', stage: 'arrival' }],
  [{ fault: 'rows-filtered', column: 'tier', operator: '=', value: 'none', stage: 'load' }],
  [{ fault: 'rows-filtered', column: 'total_spend', operator: '>=', value: '400', stage: 'load' }],
  [{ fault: 'rows-filtered', column: 'tier', operator: 'in', value: 'gold,silver', stage: 'arrival' }],
  [{ fault: 'rows-filtered', column: 'tier', operator: 'not-in', value: 'gold,silver', stage: 'load' }],
  [
    {
      fault: 'rows-filtered',
      column: 'loyalty_credits',
      operator: 'in',
      value: '0,4,8',
      stage: 'load',
      files: ['delta1.csv', 'delta2.csv'],
    },
  ],
  [{ fault: 'rows-filtered', column: 'user_id', operator: 'has', value: 'non-ascii', stage: 'load' }],
  [{ fault: 'rows-filtered', column: 'tier', operator: 'longer-than', value: '4', stage: 'arrival' }],
  [{ fault: 'rows-filtered', column: 'user_id', operator: 'mod', value: '3=1', stage: 'load' }],
  [
    {
      fault: 'rows-filtered',
      column: 'total_spend',
      operator: '<',
      value: '100',
      stage: 'arrival',
      files: ['delta3.csv'],
    },
  ],
  [{ fault: 'file-not-loaded', files: ['delta1.csv'] }, { fault: 'version-compared-as-text' }],
  [
    { fault: 'rows-capped', limit: 50 },
    { fault: 'largest-measure-wins' },
    { fault: 'measure-rounded', how: 'cut', digits: 0 },
  ],
  [{ fault: 'last-row-wins' }, { fault: 'column-not-updated', columns: ['total_spend'] }],
  [{ fault: 'versions-summed' }, { fault: 'measure-scaled', factor: '10', files: ['delta1.csv'] }],
  [{ fault: 'versions-summed' }, { fault: 'sign-lost' }],
  [{ fault: 'versions-summed' }, { fault: 'measure-scaled', factor: '10', where: { column: 'tier', value: 'silver' } }],
  ...(['last-row-wins', 'late-rows-dropped', 'new-keys-ignored'] as const).map((fault): Fault[] => [
    { fault: 'files-out-of-order', order: ['delta2.csv', 'delta0.csv', 'delta3.csv', 'delta1.csv'] },
    { fault },
  ]),
  [{ fault: 'file-loaded-again', files: ['delta1.csv'] }, { fault: 'last-row-wins' }],
  [
    { fault: 'rows-capped', limit: 40 },
    { fault: 'file-loaded-again', files: ['delta0.csv'] },
    { fault: 'duplicates-kept' },
  ],
  [{ fault: 'file-loaded-again', files: ['delta1.csv'] }, { fault: 'versions-summed' }],
  [{ fault: 'file-loaded-again', files: ['delta1.csv'] }, { fault: 'late-rows-dropped' }, { fault: 'last-row-wins' }],
  [{ fault: 'rows-capped', limit: 40 }, { fault: 'late-rows-dropped' }],
  [{ fault: 'first-rows-skipped', count: 2 }, { fault: 'new-keys-ignored' }],
  [
    { fault: 'late-rows-dropped' },
    { fault: 'rows-filtered', column: 'total_spend', operator: '=', value: '0', stage: 'arrival' },
  ],
];

const nameOf = (faults: readonly Fault[]) =>
  faults.map((fault) => JSON.stringify(fault)).join(' and ') || 'the right pipeline';

function proves(
  run: RunListing | null,
  listing: (findings: Findings, side: 'ours') => Listing | null,
  sources: readonly (typeof smallCase)[],
): void {
  for (const source of sources) {
    const kind = source === wholeCase ? 'whole numbers' : 'cents';
    it.skipIf(run === null).each(cases.map((faults) => [nameOf(faults), faults] as const))(
      `reproduces the table of %s, ${kind}`,
      async (_, faults) => {
        const { files, table } = filesOf(source, faults);
        const written = listing(findingsOf(source, faults), 'ours');
        if (written?.kind !== 'listing') throw new Error('no listing');
        const rows = tableRows(table).length;
        expect(await run?.(written.code, files), written.code).toEqual({ equal: rows, replayed: rows, held: rows });
      },
    );
  }

  it.skipIf(run === null).each(
    [['user_id'], ['user_id', 'shop']].flatMap((columns) =>
      (
        [[], [{ fault: 'versions-summed' }], [{ fault: 'zeros-ignored' }], [{ fault: 'last-row-wins' }]] as Fault[][]
      ).map((others): [string, Fault[]] => {
        const faults: Fault[] = [{ fault: 'key-incomplete', columns }, ...others];
        return [nameOf(faults), faults];
      }),
    ),
  )('reproduces the table of %s, under a key of three columns', async (_, faults) => {
    const { files, table } = filesOf(linesCase, faults);
    const written = listing(findingsOf(linesCase, faults), 'ours');
    if (written?.kind !== 'listing') throw new Error('no listing');
    const rows = tableRows(table).length;
    expect(await run?.(written.code, files), written.code).toEqual({ equal: rows, replayed: rows, held: rows });
  });

  it.skipIf(run === null).each([[[]], [[{ fault: 'empties-ignored', columns: ['tier'] }]]] as [Fault[]][])(
    'cuts versions to the second, beside %j',
    async (others) => {
      const faults: Fault[] = [{ fault: 'version-misread', form: 'seconds' }, ...others];
      const { files, table } = filesOf(timesCase, faults);
      const written = listing(findingsOf(timesCase, faults), 'ours');
      if (written?.kind !== 'listing') throw new Error('no listing');
      const rows = tableRows(table).length;
      expect(await run?.(written.code, files), written.code).toEqual({ equal: rows, replayed: rows, held: rows });
    },
  );

  it.skipIf(run === null).each([
    ['PT2H', []],
    ['-P1DT5H30M', [{ fault: 'file-not-loaded', files: ['delta2.csv'] }]],
    [
      'PT0.25S',
      [{ fault: 'rows-filtered', column: 'batch_id', operator: '>', value: '2026-01-05T10:00:06.000Z', stage: 'load' }],
    ],
  ] as [string, Fault[]][])('shifts times by %s, beside %j', async (by, others) => {
    const faults: Fault[] = [{ fault: 'column-shifted', column: 'batch_id', by }, ...others];
    const { files, table } = filesOf(timesCase, faults);
    const written = listing(findingsOf(timesCase, faults), 'ours');
    if (written?.kind !== 'listing') throw new Error('no listing');
    const rows = tableRows(table).length;
    expect(await run?.(written.code, files), written.code).toEqual({ equal: rows, replayed: rows, held: rows });
  });

  it.skipIf(run === null)('reads amounts that carry a currency sign and thousands separators', async () => {
    const faults: Fault[] = [{ fault: 'measure-scaled', factor: '10000' }];
    const { files } = filesOf(smallCase, faults);
    const priced = Object.entries(files).map(([name, csv]) => [
      name,
      csv.replace(
        /^([^,]+),(\d[\d.]*),/gm,
        (_, key: string, amount: string) =>
          `${key},"$${Number(amount).toLocaleString('en-US', { minimumFractionDigits: 2 })}",`,
      ),
    ]);
    const findings = findingsOf(smallCase, faults);
    const withUnit = {
      ...findings,
      columns: findings.columns.map((column) =>
        column.role === 'measure' ? { ...column, unit: '$', sign: '$' } : column,
      ),
    };
    const written = listing(withUnit, 'ours');
    const found = await run?.(
      written?.kind === 'listing' ? written.code : '',
      Object.fromEntries(priced) as Record<string, string>,
    );
    expect(found?.held).toBeGreaterThan(0);
    expect(found).toEqual({ equal: found?.held, replayed: found?.held, held: found?.held });
  });

  it.skipIf(run === null || !johnnyIsHere)(
    "gives AIQ's 10,000 rows without delta3.csv, on the real files where they lie beside the project",
    async () => {
      const names = sampleFindings.inputs.map((input) => input.file);
      const files = Object.fromEntries(
        names.map((name) => [name, readFileSync(`../shared/data/johnny/${name}`, 'utf8')]),
      );
      const written = listing(sampleFindings, 'ours');
      expect(await run?.(written?.kind === 'listing' ? written.code : '', files)).toEqual({
        equal: 10000,
        replayed: 10000,
        held: 10000,
      });
    },
  );

  it.skipIf(run === null)('does not claim rows of a table that the faults did not make', async () => {
    const { files } = filesOf(smallCase, [{ fault: 'first-row-wins' }]);
    const written = listing(findingsOf(smallCase, [{ fault: 'file-not-loaded', files: ['delta2.csv'] }]), 'ours');
    const found = await run?.(written?.kind === 'listing' ? written.code : '', files);
    expect(found?.equal).toBeLessThan(found?.held ?? 0);
  });
}

const pandas = pandasRunner();
const duckDb = await duckDbRunner();

describe(`the pandas listing${pandas ? '' : ' (not run: no python3 with pandas here)'}`, { timeout: 60_000 }, () => {
  proves(pandas, pandasListing, [smallCase]);
});

describe('the SQL listing', { timeout: 60_000 }, () => {
  proves(duckDb, sqlListing, [smallCase, wholeCase]);
});

describe('a listing', () => {
  it('is refused with its reason where rows come from no file', () => {
    const findings = findingsOf(smallCase, [{ fault: 'rows-not-exported', versions: { min: '1', max: '2' } }]);
    for (const listing of [pandasListing(findings, 'ours'), sqlListing(findings, 'ours')]) {
      expect(listing?.kind === 'none' ? listing.why : '').toContain('in none of the exported files');
    }
  });

  it('does not exist for a table that was not given', () => {
    expect(pandasListing({ ...sampleFindings, sides: { ...sampleFindings.sides, theirs: null } }, 'theirs')).toBeNull();
  });

  it('stays within forty lines of at most 100 characters for one cause', () => {
    for (const faults of cases.filter((set) => set.length === 1)) {
      for (const listing of [
        pandasListing(findingsOf(smallCase, faults), 'ours'),
        sqlListing(findingsOf(smallCase, faults), 'ours'),
      ]) {
        const lines = listing?.kind === 'listing' ? listing.code.split('\n') : [];
        expect(lines.length, listing?.kind === 'listing' ? listing.code : '').toBeLessThanOrEqual(42);
      }
    }
  });
});
