import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTables } from '@/lib/core/compare/compare-tables';
import { matchTables } from '@/lib/core/compare/match';
import { createRowReader } from '@/lib/core/compare/rows/row-reader';
import { replay } from '@/lib/core/faults/replay';
import { investigate } from '@/lib/core/investigation/investigate';
import { buildDataset } from '@/lib/core/table/dataset';
import { hardCase } from '../../../support/arbitrary-case';
import { type PlainCase, plainCase } from '../../../support/plain-case';
import { slowCase } from '../../../support/slow-case';

const context = { labels: { ours: 'Vendor', theirs: 'Customer' }, key: ['user_id'], rejected: {} };

function users(values: readonly string[]): { user_id: string; total_spend: string; batch_id: string }[] {
  return values.map((total_spend, n) => ({ user_id: `u${n}`, total_spend, batch_id: '1' }));
}

describe('a tolerance', () => {
  it('lets amounts past what a double holds differ by so many units, not by so many ranks', () => {
    const amounts = Array.from({ length: 20 }, (_, n) => String(10n ** 17n + 1_000_000n * BigInt(n)));
    const off = amounts.map((amount, n) => (n === 7 ? String(BigInt(amount) + 1_000_000n) : amount));
    const { findings } = investigate(
      plainCase({
        deltas: [{ file: 'delta0.csv', rows: users(amounts) }],
        ours: users(off),
        theirs: users(amounts),
        tolerances: { total_spend: 1 },
      }),
      context,
    );
    expect(findings.keys.mismatched).toBe(1);
    expect(findings.sides.ours).toMatchObject({ proved: false, unexplained: { keys: 1 } });
  });

  it('holds for keys that a table has twice as for any other', () => {
    const twice = (cents: readonly string[]) =>
      cents.map((total_spend) => ({ user_id: 'u', total_spend, batch_id: '1' }));
    const tables = plainCase({
      deltas: [{ file: 'delta0.csv', rows: twice(['1.00']) }],
      ours: twice(['1.00', '5.00']),
      theirs: twice(['5.01', '1.01']),
      tolerances: { total_spend: 1 },
    });
    const { findings, comparison } = investigate(tables, context);
    expect(findings.keys.mismatched).toBe(0);
    expect(findings.columns[0]?.hidden).toBe(1);
    expect([...comparison.differs]).toEqual([0]);
  });
});

describe('two tables', () => {
  it('differ for the keys, and by the counts, that a slow comparison of their texts finds', () => {
    fc.assert(
      fc.property(hardCase, (plain) => {
        const tables = plainCase(plain);
        const dataset = buildDataset(tables);
        const { differs, hidden, ...counts } = compareTables(dataset, replay(dataset, []));
        const slow = slowComparison(plain);
        expect([...differs]).toEqual(slow.differs);
        expect(counts).toEqual(slow.counts);
        expect(hidden).toEqual(slow.hidden);
      }),
      { numRuns: 500 },
    );
  });

  it('differ alike whichever comes first', () => {
    fc.assert(
      fc.property(hardCase, (plain) => {
        const { ours = [], theirs = [], ...rest } = plain;
        const compared = (a: PlainCase) => {
          const dataset = buildDataset(plainCase(a));
          const { compared: both, mismatched, hidden } = compareTables(dataset, replay(dataset, []));
          return { both, mismatched, hidden };
        };
        expect(compared({ ...rest, ours: theirs, theirs: ours })).toEqual(compared(plain));
      }),
      { numRuns: 200 },
    );
  });

  it('show as differing in a column the keys whose cells of it no pairing makes equal', () => {
    fc.assert(
      fc.property(hardCase, fc.constantFrom('total_spend', 'items', 'tier', 'batch_id'), (plain, column) => {
        const { comparison } = investigate(plainCase(plain), context);
        const slow = slowCase(plain);
        const shown = createRowReader(comparison).window({
          scope: 'all',
          search: '',
          filters: [{ kind: 'column', column }],
          sort: [],
          from: 0,
          count: 100,
        });
        const differing = slow.keys.filter((key) => {
          const [a, b] = [slow.held('ours', key), slow.held('theirs', key)];
          const both = a.length > 0 && b.length > 0 && slow.columnsOf('ours', 'theirs').includes(column);
          return both && !slow.sameBag(a, b, [column]);
        });
        expect(shown.rows.flatMap(({ key }) => key).sort()).toEqual(differing.sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('a replay', () => {
  it('matches a table for the keys, and in as many rows, as a slow comparison of their texts says', () => {
    fc.assert(
      fc.property(hardCase, (plain) => {
        const dataset = buildDataset(plainCase(plain));
        const replayed = replay(dataset, []);
        const slow = slowCase(plain);
        const observed = dataset.ours;
        if (!observed) throw new Error('ours is given');
        const mismatched = new Uint8Array(dataset.keys.count);
        const match = matchTables(dataset, replayed, observed, mismatched);
        const columns = slow.columnsOf('ours', null);
        const bags = slow.keys.map((key) => {
          const expected = slow.expected(key);
          return { should: expected ? [expected] : [], held: slow.held('ours', key) };
        });
        expect([...mismatched]).toEqual(bags.map(({ should, held }) => (slow.sameBag(should, held, columns) ? 0 : 1)));
        expect(match.rows).toBe(bags.reduce((sum, { should, held }) => sum + slow.pairs(should, held, columns), 0));
        expect(match.of).toBe(bags.reduce((sum, { should, held }) => sum + Math.max(should.length, held.length), 0));
      }),
      { numRuns: 500 },
    );
  });

  it('that keeps duplicates matches a table in as many rows as the best pairing of each key', () => {
    fc.assert(
      fc.property(hardCase, (plain) => {
        const dataset = buildDataset(plainCase(plain));
        const slow = slowCase(plain);
        const observed = dataset.ours;
        if (!observed) throw new Error('ours is given');
        const match = matchTables(dataset, replay(dataset, [{ fault: 'duplicates-kept' }]), observed);
        const columns = slow.columnsOf('ours', null);
        const pairs = slow.keys.map((key) => slow.pairs(slow.arrived(key), slow.held('ours', key), columns));
        expect(match.rows).toBe(pairs.reduce((sum, own) => sum + own, 0));
      }),
      { numRuns: 200 },
    );
  });
});

function slowComparison(plain: PlainCase) {
  const slow = slowCase(plain);
  const columns = slow.columnsOf('ours', 'theirs');
  const counts = { compared: 0, mismatched: 0, onlyOurs: 0, onlyTheirs: 0, duplicatedOurs: 0, duplicatedTheirs: 0 };
  const hidden = ['total_spend', 'items', 'tier', 'batch_id'].map(() => 0);
  const exact = slowCase({ ...plain, tolerances: {} });
  const differs = slow.keys.map((key) => {
    const [a, b] = [slow.held('ours', key), slow.held('theirs', key)];
    if (a.length > 1) counts.duplicatedOurs += 1;
    if (b.length > 1) counts.duplicatedTheirs += 1;
    if (a.length === 0 && b.length === 0) return 0;
    if (a.length === 0) counts.onlyTheirs += 1;
    else if (b.length === 0) counts.onlyOurs += 1;
    else counts.compared += 1;
    const equal = slow.sameBag(a, b, columns);
    if (!equal && a.length > 0 && b.length > 0) counts.mismatched += 1;
    ['total_spend', 'items', 'tier', 'batch_id'].forEach((column, c) => {
      if (columns.includes(column) && a.length > 0 && slow.sameBag(a, b, [column]) && !exact.sameBag(a, b, [column]))
        hidden[c] = (hidden[c] ?? 0) + 1;
    });
    return equal ? 0 : 1;
  });
  return { differs, counts, hidden };
}
