import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '@/lib/core/compare/comparison';
import type { RowFilter, RowQuery } from '@/lib/core/compare/rows/row-query';
import { createRowReader } from '@/lib/core/compare/rows/row-reader';
import { parseUnits } from '@/lib/core/decimal';
import { keyText } from '@/lib/core/key';
import { type PlainCase, type PlainRow, plainCase } from '@/tests/support/plain-case';
import { plainComparison } from '@/tests/support/plain-comparison';

const everything: RowQuery = { scope: 'all', search: '', filters: [], sort: [], from: 0, count: 1000 };

/** What the row table is about, one plain object a key, straight from the texts of the case. */
interface PlainKey {
  readonly key: string;
  readonly id: number;
  readonly differs: boolean;
  readonly sides: Readonly<Record<'theirs' | 'ours' | 'expected', PlainSide | null>>;
  readonly compared: Readonly<Record<'theirs' | 'ours', PlainSide | null>>;
  readonly difference: bigint;
  readonly causes: Readonly<Record<'theirs' | 'ours', number>>;
  readonly unexplained: Readonly<Record<'theirs' | 'ours', boolean>>;
}

interface PlainSide {
  readonly amount: bigint | null;
  readonly version: number | null;
  readonly tier: string | null;
  readonly file: number | null;
  /** By column, its cells over the key's rows in some one order. */
  readonly bags: Readonly<Record<string, string>>;
}

/** Amounts as cents, so that 7 and 7.00 are one. */
function bagOf(rows: readonly PlainRow[], column: string): string {
  const cells = rows.map((row) => row[column] ?? '');
  return JSON.stringify(
    (column === 'total_spend' ? cells.map((cell) => (cell === '' ? '' : String(parseUnits(cell, 2)))) : cells).sort(),
  );
}

function plainKeys(plain: PlainCase, comparison: Comparison): PlainKey[] {
  const { dataset } = comparison;
  const arrivals = plain.deltas.flatMap((delta, file) => delta.rows.map((row) => ({ row, file })));
  function sideOf(rows: readonly PlainRow[], source: number): PlainSide | null {
    const [first] = rows;
    if (!first) return null;
    const amounts = rows.flatMap((row) => (row['total_spend'] ? [parseUnits(row['total_spend'], 2)] : []));
    return {
      amount: amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0n),
      version: first['batch_id'] ? Number(first['batch_id']) : null,
      tier: first['tier'] || null,
      file: source === -1 ? null : (arrivals[dataset.deltas.arrival[source] ?? -1]?.file ?? null),
      bags: Object.fromEntries(['total_spend', 'batch_id', 'tier'].map((column) => [column, bagOf(rows, column)])),
    };
  }
  return Array.from({ length: dataset.keys.count }, (_, id) => {
    const key = keyText(dataset.keys.parts(id));
    const winner = comparison.expected[id] ?? -1;
    const winning = arrivals[dataset.deltas.arrival[winner] ?? -1];
    const sides = {
      expected: winning ? sideOf([winning.row], winner) : null,
      ours: sideOf(plain.ours?.filter((row) => row['user_id'] === key) ?? [], comparison.ours?.source[id] ?? -1),
      theirs: sideOf(plain.theirs?.filter((row) => row['user_id'] === key) ?? [], comparison.theirs?.source[id] ?? -1),
    };
    const compared = {
      ours: plain.ours ? sides.ours : sides.expected,
      theirs: plain.theirs ? sides.theirs : sides.expected,
    };
    return {
      key,
      id,
      differs: comparison.differs[id] === 1,
      sides,
      compared,
      difference: (compared.theirs?.amount ?? 0n) - (compared.ours?.amount ?? 0n),
      causes: { ours: comparison.ours?.cause[id] ?? -1, theirs: comparison.theirs?.cause[id] ?? -1 },
      unexplained: { ours: comparison.ours?.unexplained[id] === 1, theirs: comparison.theirs?.unexplained[id] === 1 },
    };
  });
}

function meets(row: PlainKey, filter: RowFilter, files: readonly string[]): boolean {
  const { ours, theirs } = row.compared;
  switch (filter.kind) {
    case 'expectedFile':
      return row.sides.expected?.file === files.indexOf(filter.file);
    case 'oursFile':
      return row.sides.ours?.file === files.indexOf(filter.file);
    case 'theirsFile':
      return row.sides.theirs?.file === files.indexOf(filter.file);
    case 'version': {
      const version = row.sides.expected?.version ?? Number.NaN;
      return version >= Number(filter.from) && version <= Number(filter.to);
    }
    case 'difference': {
      const thousandths = row.difference * 10n;
      const to = parseUnits(filter.to, 3);
      return thousandths >= parseUnits(filter.from, 3) && (filter.closed ? thousandths <= to : thousandths < to);
    }
    case 'cause':
      return row.causes[filter.side] === filter.cause;
    case 'unexplained':
      return row.unexplained[filter.side];
    case 'pattern':
      return filter.pattern === 0 && row.unexplained[filter.side];
    case 'presence':
      return filter.value === (ours && theirs ? 'both' : ours ? 'onlyOurs' : theirs ? 'onlyTheirs' : 'neither');
    case 'column':
      return ours !== null && theirs !== null && ours.bags[filter.column] !== theirs.bags[filter.column];
  }
}

type Sortable = bigint | number | string | null;

function sortable(row: PlainKey, column: string): Sortable {
  const { theirs, ours, expected } = row.sides;
  const values: Record<string, Sortable> = {
    key: Number(row.key),
    theirs: theirs?.amount ?? null,
    ours: ours?.amount ?? null,
    expected: expected?.amount ?? null,
    difference: row.difference,
    expectedVersion: expected?.version ?? null,
    theirsVersion: theirs?.version ?? null,
    oursVersion: ours?.version ?? null,
    expectedFile: expected?.file ?? null,
    theirsFile: theirs?.file ?? null,
    oursFile: ours?.file ?? null,
    cause: (row.causes.ours + 1) * 1000 + row.causes.theirs,
    'theirs:tier': theirs?.tier ?? null,
    'ours:tier': ours?.tier ?? null,
  };
  return values[column] ?? null;
}

function compare(a: Sortable, b: Sortable): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function select(rows: readonly PlainKey[], query: RowQuery, files: readonly string[]): PlainKey[] {
  return rows
    .filter((row) => query.scope === 'all' || row.differs)
    .filter((row) => row.key.toLowerCase().includes(query.search.toLowerCase()))
    .filter((row) => query.filters.every((filter) => meets(row, filter, files)))
    .sort((a, b) => {
      const size = (row: PlainKey) => (row.difference < 0n ? -row.difference : row.difference);
      if (query.sort.length === 0) return -compare(size(a), size(b)) || a.id - b.id;
      for (const { column, descending } of query.sort) {
        const order = compare(sortable(a, column), sortable(b, column));
        if (order !== 0) return descending ? -order : order;
      }
      return a.id - b.id;
    });
}

const amount = fc.oneof(
  fc.integer({ min: -300, max: 300 }).map((cents) => `${cents < 0 ? '-' : ''}${Math.abs(cents / 100).toFixed(2)}`),
  fc.constantFrom(
    '',
    '0',
    '7',
    '99999999999999999999.01',
    '99999999999999999999.02',
    '-99999999999999999999.02',
    '45035996273704.96',
    '-45035996273704.96',
  ),
);
const row = fc.record({
  user_id: fc.integer({ min: 1, max: 12 }).map(String),
  total_spend: amount,
  batch_id: fc.integer({ min: 0, max: 9 }).map(String),
  tier: fc.constantFrom('', 'gold', 'silver', 'tin'),
});
const table = fc.array(row, { maxLength: 14 });
const files = ['delta0.csv', 'delta1.csv', 'delta2.csv'];
const arbitraryCase: fc.Arbitrary<PlainCase> = fc
  .record({
    deltas: fc.tuple(table, table, table),
    ours: fc.option(table, { nil: undefined }),
    theirs: fc.option(table, { nil: undefined }),
  })
  .filter(({ ours, theirs }) => (ours ?? theirs) !== undefined)
  .map(({ deltas, ours, theirs }) => ({
    deltas: deltas.map((rows, f) => ({ file: files[f] ?? '', rows })),
    ...(ours ? { ours } : {}),
    ...(theirs ? { theirs } : {}),
    attributes: ['tier'],
  }));

const file = fc.constantFrom(...files, 'other.csv');
const side = fc.constantFrom('ours' as const, 'theirs' as const);
const bound = fc.integer({ min: -4000, max: 4000 }).map((n) => `${n < 0 ? '-' : ''}${Math.abs(n / 1000).toFixed(3)}`);
const arbitraryFilter: fc.Arbitrary<RowFilter> = fc.oneof(
  fc.record({ kind: fc.constantFrom('expectedFile' as const, 'oursFile' as const, 'theirsFile' as const), file }),
  fc.record({
    kind: fc.constant('version' as const),
    from: fc.integer({ min: 0, max: 9 }).map(String),
    to: fc.constantFrom('4', '8.5', '99999999999999999999'),
  }),
  fc.record({ kind: fc.constant('difference' as const), from: bound, to: bound, closed: fc.boolean() }),
  fc.record({ kind: fc.constant('cause' as const), side, cause: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ kind: fc.constant('unexplained' as const), side }),
  fc.record({ kind: fc.constant('pattern' as const), side, pattern: fc.integer({ min: 0, max: 1 }) }),
  fc.record({
    kind: fc.constant('presence' as const),
    value: fc.constantFrom('both' as const, 'onlyOurs' as const, 'onlyTheirs' as const),
  }),
  fc.record({ kind: fc.constant('column' as const), column: fc.constantFrom('total_spend', 'batch_id', 'tier') }),
);
const columns = [
  'key',
  'theirs',
  'ours',
  'expected',
  'difference',
  'expectedVersion',
  'theirsVersion',
  'oursVersion',
  'expectedFile',
  'theirsFile',
  'oursFile',
  'cause',
  'theirs:tier',
  'ours:tier',
];
const arbitraryQuery: fc.Arbitrary<RowQuery> = fc.record({
  scope: fc.constantFrom('all' as const, 'differing' as const),
  search: fc.constantFrom('', '1', '2', 'x'),
  filters: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(arbitraryFilter, { maxLength: 2 }) },
  ),
  sort: fc.array(fc.record({ column: fc.constantFrom(...columns), descending: fc.boolean() }), { maxLength: 3 }),
  from: fc.integer({ min: 0, max: 5 }),
  count: fc.integer({ min: 0, max: 20 }),
});

/** Comparisons know causes; which ones does not matter here. */
function withCauses(comparison: Comparison, causes: readonly number[]): Comparison {
  const spread = (length: number, shift: number) =>
    Int8Array.from({ length }, (_, k) => causes[(k + shift) % causes.length] ?? -1);
  const { ours, theirs } = comparison;
  return {
    ...comparison,
    ours: ours && { ...ours, cause: spread(ours.row.length, 0) },
    theirs: theirs && { ...theirs, cause: spread(theirs.row.length, 1) },
  };
}

function cents(decimal: string): bigint {
  return parseUnits(decimal, 2);
}

describe('rows', () => {
  test('are those, in that order and with those sums, that plain objects give when filtered and sorted', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        arbitraryQuery,
        fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 1, maxLength: 5 }),
        (plain, query, causes) => {
          const comparison = withCauses(plainComparison(plainCase(plain)), causes);
          const rows = plainKeys(plain, comparison);
          const selected = select(rows, query, files);
          const window = createRowReader(comparison).window(query);
          const sum = (of: 'theirs' | 'ours') =>
            selected.reduce((total, { compared }) => total + (compared[of]?.amount ?? 0n), 0n);

          expect(window.rows.map(({ key }) => keyText(key))).toEqual(
            selected.slice(query.from, query.from + query.count).map(({ key }) => key),
          );
          expect(window.selected).toBe(selected.length);
          expect(window.of).toBe(rows.filter(({ differs }) => query.scope === 'all' || differs).length);
          expect(cents(window.sums.theirs)).toBe(sum('theirs'));
          expect(cents(window.sums.ours)).toBe(sum('ours'));
          expect(cents(window.sums.difference)).toBe(sum('theirs') - sum('ours'));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('show each table as its file does, and differences that add up to the sum', () => {
    fc.assert(
      fc.property(arbitraryCase, (plain) => {
        const comparison = plainComparison(plainCase(plain));
        const rows = plainKeys(plain, comparison);
        const window = createRowReader(comparison).window({
          ...everything,
          sort: [{ column: 'key', descending: false }],
        });
        for (const shown of window.rows) {
          const plainRow = rows.find(({ key }) => key === keyText(shown.key));
          for (const of of ['theirs', 'ours', 'expected'] as const) {
            const cells = shown[of];
            const told = plainRow?.sides[of] ?? null;
            expect(cells === null).toBe(told === null);
            if (!cells || !told) continue;
            expect(cells.measure === '' ? null : cents(cells.measure)).toBe(told.amount);
            expect(cells.version).toBe(told.version === null ? null : String(told.version));
            expect(cells.attributes).toEqual([told.tier]);
            expect(cells.file).toBe(told.file);
          }
          expect(cents(shown.difference)).toBe(plainRow?.difference);
        }
        expect(window.rows.reduce((total, { difference }) => total + cents(difference), 0n)).toBe(
          cents(window.sums.difference),
        );
      }),
    );
  });

  const small = plainComparison(
    plainCase({
      deltas: [
        {
          file: 'delta0.csv',
          rows: [
            { user_id: 'U2', total_spend: '10', batch_id: '1' },
            { user_id: 'u10', total_spend: '4.5', batch_id: '2' },
          ],
        },
        { file: 'delta1.csv', rows: [{ user_id: 'U2', total_spend: '30', batch_id: '3' }] },
      ],
      ours: [
        { user_id: 'U2', total_spend: '10', batch_id: '1' },
        { user_id: 'u10', total_spend: '4.5', batch_id: '2' },
      ],
      theirs: [
        { user_id: 'U2', total_spend: '30', batch_id: '3' },
        { user_id: 'u10', total_spend: '4.5', batch_id: '2' },
      ],
    }),
  );

  test('are found by a part of the key, whatever its case', () => {
    expect(
      createRowReader(small)
        .window({ ...everything, search: 'U1' })
        .rows.map(({ key }) => key),
    ).toEqual([['u10']]);
  });

  test('sort keys in natural order', () => {
    const comparison = plainComparison(
      plainCase({
        deltas: [
          {
            file: 'd.csv',
            rows: ['a10', 'b1', 'a2', 'a02', 'a1b3'].map((user_id) => ({ user_id, total_spend: '1', batch_id: '1' })),
          },
        ],
        ours: [],
      }),
    );
    const { rows } = createRowReader(comparison).window({
      ...everything,
      sort: [{ column: 'key', descending: false }],
    });
    expect(rows.map(({ key }) => keyText(key))).toEqual(['a1b3', 'a02', 'a2', 'a10', 'b1']);
  });

  test('put the largest difference first when nothing else is asked', () => {
    expect(createRowReader(small).window(everything).rows).toEqual([
      {
        key: ['U2'],
        theirs: { measure: '30.0', version: '3', attributes: [], file: 1 },
        ours: { measure: '10.0', version: '1', attributes: [], file: 0 },
        expected: { measure: '30.0', version: '3', attributes: [], file: 1 },
        difference: '20.0',
        causes: [],
        unexplained: true,
      },
      {
        key: ['u10'],
        theirs: { measure: '4.5', version: '2', attributes: [], file: 0 },
        ours: { measure: '4.5', version: '2', attributes: [], file: 0 },
        expected: { measure: '4.5', version: '2', attributes: [], file: 0 },
        difference: '0.0',
        causes: [],
        unexplained: false,
      },
    ]);
  });

  test('are the same when what they need was worked out ahead', () => {
    const [asked, ready] = [createRowReader(small), createRowReader(small)];
    const steps = ready.ahead();
    while (!steps.next().done);
    for (const query of [
      { ...everything, search: 'U1' },
      { ...everything, sort: [{ column: 'key' as const, descending: true }] },
    ])
      expect(ready.window(query)).toEqual(asked.window(query));
  });

  test('are selected once for all windows of a query', () => {
    const reader = createRowReader(small);
    const first = reader.select(everything);
    reader.window({ ...everything, from: 1, count: 1 });
    expect(reader.select({ ...everything })).toBe(first);
  });

  test('refuse a column or a bound that means nothing rather than let every key pass', () => {
    const reader = createRowReader(small);
    expect(() => reader.window({ ...everything, sort: [{ column: 'nothing', descending: false }] })).toThrow('nothing');
    expect(() => reader.window({ ...everything, filters: [{ kind: 'column', column: 'nothing' }] })).toThrow('nothing');
    expect(() =>
      reader.window({ ...everything, filters: [{ kind: 'difference', from: 'low', to: '1', closed: true }] }),
    ).toThrow('low');
  });

  test('count for a key that a table has twice what its rows hold together', () => {
    const comparison = plainComparison(
      plainCase({
        deltas: [{ file: 'd.csv', rows: [{ user_id: '1', total_spend: '5', batch_id: '1' }] }],
        ours: [
          { user_id: '1', total_spend: '5', batch_id: '1' },
          { user_id: '1', total_spend: '7', batch_id: '0' },
        ],
        theirs: [{ user_id: '1', total_spend: '5', batch_id: '1' }],
      }),
    );
    const { rows, sums } = createRowReader(comparison).window(everything);
    expect(rows[0]).toMatchObject({ ours: { measure: '12', rows: 2 }, theirs: { measure: '5' }, difference: '-7' });
    expect(sums).toEqual({ theirs: '5', ours: '12', difference: '-7' });
  });
});
