import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchTables } from '@/lib/core/compare/match';
import { replay } from '@/lib/core/faults/replay';
import type { Fault } from '@/lib/core/findings/fault';
import { buildDataset } from '@/lib/core/table/dataset';
import { bindTables } from '@/tests/support/planted/bind-tables';
import { type PlainCase, type PlainRow, tableRows } from '@/tests/support/planted/plain-case';
import { runPipeline } from '@/tests/support/planted/slow-pipeline';

const row = fc.record({
  order: fc.constantFrom('1', '01', 'a', 'b', 'c'),
  line: fc.constantFrom('1', '2', '3'),
  shop: fc.constantFrom('x', 'y'),
  spend: fc.nat({ max: 20 }).map(String),
  version: fc.nat({ max: 6 }).map(String),
});

const lines: fc.Arbitrary<PlainCase> = fc
  .array(fc.array(row, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((files) => ({
    key: 'order',
    keyColumns: ['order', 'line', 'shop'],
    columns: [
      { name: 'spend', role: 'measure', type: 'number' },
      { name: 'version', role: 'version', type: 'number' },
    ],
    deltas: files.map((rows, f) => ({
      name: `delta${f}.csv`,
      rows: rows.map(
        ({ order, line, shop, spend, version }): PlainRow => ({
          key: `${order} · ${line} · ${shop}`,
          cells: [spend, version],
        }),
      ),
    })),
  }));

const part = fc.subarray(['order', 'line', 'shop'], { minLength: 1, maxLength: 2 });
const beside: fc.Arbitrary<Fault[]> = fc.constantFrom<Fault[]>(
  [],
  [{ fault: 'last-row-wins' }],
  [{ fault: 'versions-summed' }],
  [{ fault: 'file-loaded-again', files: ['delta0.csv'] }],
  [{ fault: 'key-altered', how: 'leading-zeros' }],
  [{ fault: 'rows-filtered', column: 'spend', operator: '<', value: '5', stage: 'load' }],
  [{ fault: 'largest-of-each-column' }],
);

describe('de-duplication by a part of the key', () => {
  it('leaves the row of each part that the slow pipeline leaves, under its own key', () => {
    fc.assert(
      fc.property(lines, part, beside, (source, columns, others) => {
        const faults: Fault[] = [{ fault: 'key-incomplete', columns }, ...others];
        const dataset = buildDataset(bindTables(source, tableRows(runPipeline(source, faults)), null));
        const observed = dataset.ours;
        if (!observed) throw new Error('there is a table');
        const match = matchTables(dataset, replay(dataset, faults, observed), observed);
        expect(match.rows).toBe(match.of);
      }),
      { numRuns: 400 },
    );
  });
});
