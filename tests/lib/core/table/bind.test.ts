import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactSum, MISSING } from '@/lib/core/decimal';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { keyText } from '@/lib/core/key';
import type { Setup } from '@/lib/core/setup';
import { type Bound, bind } from '@/lib/core/table/bind';
import type { BoundTable, CaseTables } from '@/lib/core/table/case-tables';
import { plainText } from '@/lib/core/table/plain-text';
import { bindTexts, type MappingPart } from '@/tests/support/bind-texts';
import { csvRecord, readText } from '@/tests/support/csv-text';

async function bound(files: Readonly<Record<string, string>>, mapping: MappingPart = {}): Promise<Bound> {
  const result = await bindTexts(files, mapping);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function textsOf(tables: CaseTables, table: BoundTable | null): string[][] {
  return Array.from({ length: table?.rows ?? 0 }, (_, r) => [
    keyText(tables.keys.parts(table?.key[r] as number)),
    ...tables.columns.map((column, c) => plainText(column, table?.columns[c]?.[r] as number)),
  ]);
}

const ours = 'id,n,v\na,1,1\n';

describe('binding', () => {
  it('holds exactly the numbers that the files hold, at one scale over all files', async () => {
    const decimal = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(6)).map(([units, places]) => {
      const digits = String(Math.abs(units)).padStart(places + 1, '0');
      return `${units < 0 ? '-' : ''}${places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`}`;
    });
    const column = fc.array(decimal, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(column, column, async (delta, table) => {
        const csv = (cells: readonly string[]) => `id,n,v\n${cells.map((cell, r) => `k${r},${cell},1\n`).join('')}`;
        const { tables } = await bound({ 'd.csv': csv(delta), 'ours.csv': csv(table) });
        const [measure] = tables.columns;
        const same = (cell: string, text: string) => Number(cell) === Number(text);
        expect(measure?.wide).toBeNull();
        delta.forEach((cell, r) => {
          expect(same(cell, plainText(measure as never, tables.deltas[0]?.columns[0]?.[r] as number))).toBe(true);
        });
        table.forEach((cell, r) => {
          expect(same(cell, plainText(measure as never, tables.ours?.columns[0]?.[r] as number))).toBe(true);
          expect(Object.is(tables.ours?.columns[0]?.[r], -0)).toBe(false);
        });
      }),
    );
  });

  it('keeps numbers beyond a double apart and in order', async () => {
    const { tables } = await bound({
      'd.csv': 'id,n,v\na,9007199254740993,1\nb,9007199254740992,1\nc,-1.5,1\n',
      'ours.csv': ours,
    });
    expect(tables.columns[0]?.wide).toEqual(
      [-150n, 100n, 900719925474099200n, 900719925474099300n].map((n) => n / 10n),
    );
    expect(textsOf(tables, tables.deltas[0] as BoundTable).map((row) => row[1])).toEqual([
      '9007199254740993.0',
      '9007199254740992.0',
      '-1.5',
    ]);
  });

  it('drops decimals that are all zero and keeps cents', async () => {
    const scaleOf = async (a: string, b: string) =>
      (await bound({ 'd.csv': `id,n,v\na,${a},1\n`, 'ours.csv': `id,n,v\na,${b},1\n` })).tables.columns[0]?.scale;
    expect(await scaleOf('3500', '3500.0')).toBe(0);
    expect(await scaleOf('1.50', '7')).toBe(2);
    expect(await scaleOf('1.500000000000000000', '7.25')).toBe(2);
    expect(await scaleOf('1.125', '7')).toBe(3);
  });

  it('reads currency and separators by the decimal sign that each file shows', async () => {
    const { tables } = await bound({
      'd.csv': 'id;n;v\na;1.234,50 €;1\nb;2.000 €;1\n',
      'ours.csv': 'id,n,v\na,"€1,234.50",1\nb,2000,1\n',
    });
    expect(tables.columns[0]).toMatchObject({ scale: 2, unit: null, sign: '€' });
    expect(tables.deltas[0]?.columns[0]).toEqual(Float64Array.of(123450, 200000));
    expect(tables.ours?.columns[0]).toEqual(tables.deltas[0]?.columns[0]);
  });

  it('holds empty cells as missing, in numbers, dates and texts', async () => {
    const { tables, rejectedRows } = await bound(
      { 'd.csv': 'id,n,v,d,t\na,,,,\nb,1,2,2024-01-01,x\n', 'ours.csv': 'id,n,v,d,t\na,1,1,2024-01-01,y\n' },
      { attributes: ['d', 't'] },
    );
    expect(tables.columns.map((column) => column.type)).toEqual(['number', 'date', 'text', 'number']);
    expect(tables.deltas[0]?.columns.map((column) => column?.[0])).toEqual([MISSING, MISSING, MISSING, MISSING]);
    expect(rejectedRows).toEqual({ 'd.csv': 0, 'ours.csv': 0 });
  });

  it('ranks texts in natural order over all files', async () => {
    const { tables } = await bound(
      { 'd.csv': 'id,n,v,t\na,1,1,x10\nb,1,1,x9\n', 'theirs.csv': 'id,n,v,t\na,1,1,X9\n' },
      { attributes: ['t'] },
    );
    const [, text] = tables.columns;
    expect(text).toMatchObject({ name: 't', role: 'attribute', type: 'text', texts: ['X9', 'x9', 'x10'] });
    expect(tables.deltas[0]?.columns[1]).toEqual(Float64Array.of(2, 1));
    expect(tables.theirs?.columns[1]).toEqual(Float64Array.of(0));
  });

  it('puts the measure first, attributes in the deltas’ order, the version last', async () => {
    const { tables } = await bound(
      { 'd.csv': 'v,z,id,a,n,only\n1,1,k,1,1,1\n', 'ours.csv': 'id,n,v,a,z\nk,1,1,1,1\n' },
      { attributes: ['a', 'only', 'z'] },
    );
    expect(tables.columns.map((column) => column.name)).toEqual(['n', 'z', 'a', 'v']);
  });

  it('numbers keys in order of first appearance: deltas as they arrive, ours, theirs', async () => {
    const { tables } = await bound({
      'd1.csv': 'id,n,v\nb,1,1\na,1,1\n',
      'd2.csv': 'id,n,v\nc,1,1\nb,1,1\n',
      'theirs.csv': 'id,n,v\ne,1,1\n',
      'ours.csv': 'id,n,v\nd,1,1\na,1,1\n',
    });
    expect(Array.from({ length: tables.keys.count }, (_, id) => keyText(tables.keys.parts(id)))).toEqual([
      'b',
      'a',
      'c',
      'd',
      'e',
    ]);
    expect([...(tables.deltas[1]?.key ?? [])]).toEqual([2, 0]);
  });

  it('never merges two composite keys', async () => {
    const cell = fc.constantFrom('1', '12', '2', ',', '·', ' · ', '1 · 2', 'a');
    const pairs = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(pairs, async (rows) => {
        const csv = ['p,q,n,v', ...rows.map(([p, q]) => csvRecord([p, q, '1', '1']))].join('\n');
        const { tables } = await bound({ 'd.csv': csv, 'ours.csv': 'p,q,n,v\n1,2,1,1\n' }, { key: ['p', 'q'] });
        const seen = [...new Set(rows.map((row) => JSON.stringify(row)))];
        expect([...(tables.deltas[0]?.key ?? [])]).toEqual(rows.map((row) => seen.indexOf(JSON.stringify(row))));
      }),
    );
  });

  it('maps headers that a file writes otherwise', async () => {
    const { tables } = await bound(
      { 'd.csv': 'id,n,v\na,1,1\n', 'ours.csv': 'User,Spend,v\na,2,1\n' },
      { headers: { 1: { id: 'User', n: 'Spend' } } },
    );
    expect(textsOf(tables, tables.ours)).toEqual([['a', '2', '1']]);
  });

  it('turns tolerances into units, rounded down', async () => {
    const toleranceOf = async (tolerance: string) =>
      (await bound({ 'd.csv': 'id,n,v\na,1.25,1\n', 'ours.csv': ours }, { tolerances: { n: tolerance } })).tables
        .columns[0]?.tolerance;
    expect(await toleranceOf('0.019')).toBe(1);
    expect(await toleranceOf('2')).toBe(200);
    expect(await toleranceOf('0')).toBe(0);
  });

  it('works without a version column, and with a table that lacks it', async () => {
    const without = await bound({ 'd.csv': 'id,n\na,1\n', 'ours.csv': 'id,n\na,1\n' }, { version: null });
    expect(without.tables.columns.map((column) => column.role)).toEqual(['measure']);
    const lacking = await bound({ 'd.csv': 'id,n,v\na,1,1\n', 'ours.csv': 'id,n\na,1\n' });
    expect(lacking.tables.ours?.columns[1]).toBeNull();
  });

  it('shows the measure in the unit of the set-up, whatever sign its cells carry', async () => {
    const files = { 'd.csv': 'id,n,x,v\na,€5,€1,1\n', 'ours.csv': 'id,n,x,v\na,€5,€1,1\n' };
    const { tables } = await bound(files, { unit: '$', attributes: ['x'] });
    expect(tables.columns[0]).toMatchObject({ name: 'n', unit: '$', sign: '€' });
    expect(tables.columns[1]).toMatchObject({ name: 'x', unit: '€', sign: '€' });
  });

  it('tells two files of one name apart', async () => {
    const read = [
      await readText(ours, 'x.csv'),
      await readText('id,n,v\na,2,1\n', 'x.csv'),
      await readText(ours, 'ours.csv'),
    ];
    const mapping = {
      key: ['id'],
      measure: 'n',
      version: 'v',
      attributes: [],
      ignored: [],
      unit: null,
      headers: {},
      tolerances: {},
    };
    const setup: Setup = {
      name: '',
      labels: { ours: '', theirs: '' },
      roles: { 0: 'delta', 1: 'delta', 2: 'ours' },
      order: [1, 0],
      mapping,
    };
    const result = bind(new Map(read.map((table, id) => [id, table])), setup);
    expect(result.ok && result.value.tables.deltas.map((table) => table.file)).toEqual(['x.csv (2)', 'x.csv']);
  });
});

describe('the version column', () => {
  const typeOf = async (versions: readonly string[]) => {
    const result = await bound({
      'd.csv': `id,n,v\n${versions.map((v, r) => `k${r},1,${v}\n`).join('')}`,
      'ours.csv': 'id,n\na,1\n',
    });
    return {
      type: result.tables.columns.at(-1)?.type,
      rejected: result.rejected['d.csv'],
      ranks: result.tables.deltas[0]?.versionTextRank,
    };
  };

  it('is a number, a date or a text by all its cells', async () => {
    expect((await typeOf(['1', '2.5'])).type).toBe('number');
    expect((await typeOf(['2024-01-01', '2024-01-01T10:00:00Z'])).type).toBe('date');
    expect((await typeOf(['v9', 'v10', '3'])).type).toBe('text');
    expect((await typeOf(['2024-01-01T00:00:00.123456789', '2024-01-01'])).type).toBe('date');
  });

  it('rejects the few cells that are no version where nearly all are', async () => {
    const numbers = await typeOf([...Array.from({ length: 200 }, (_, i) => String(i)), 'pending']);
    expect(numbers.type).toBe('number');
    expect(numbers.rejected).toEqual([{ line: 202, column: 'v', reason: 'not-a-version', text: 'pending' }]);
    const dates = await typeOf([...Array.from({ length: 200 }, () => '2024-01-01'), 'pending']);
    expect(dates).toMatchObject({ type: 'date', rejected: [{ line: 202 }] });
  });

  it('ranks versions by their text as written where that is not the plain decimal', async () => {
    expect((await typeOf(['1', '20', '3'])).ranks).toBeNull();
    expect((await typeOf(['0999', '1000', '', '1e3'])).ranks).toEqual(Float64Array.of(1, 2, MISSING, 3));
    expect((await typeOf(['v9', 'v10'])).ranks).toEqual(Float64Array.of(1, 0));
  });
});

describe('rows that cannot be bound', () => {
  it('are rejected with line, column and reason, beside those that reading rejected', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `k${i},9,3\n`).join('');
    const delta = `id,n,v\n,1,1\nb,x,1\nc\nd,4,1\n" ",5,1\ne,6,2\ng,7,2\n${rows}`;
    const { tables, rejected, rejectedRows } = await bound({ 'd.csv': delta, 'ours.csv': ours });
    expect(rejected['d.csv']).toEqual([
      { line: 2, column: 'id', reason: 'empty-key', text: '' },
      { line: 3, column: 'n', reason: 'not-a-number', text: 'x' },
      { line: 4, column: null, reason: 'too-few-cells', text: 'c', cells: ['c'] },
      { line: 6, column: 'id', reason: 'empty-key', text: ' ' },
    ]);
    expect(rejectedRows).toEqual({ 'd.csv': 4, 'ours.csv': 0 });
    expect(textsOf(tables, tables.deltas[0] as BoundTable).slice(0, 3)).toEqual([
      ['d', '4', '1'],
      ['e', '6', '2'],
      ['g', '7', '2'],
    ]);
    expect([...(tables.deltas[0]?.lines ?? [])].slice(0, 3)).toEqual([5, 7, 8]);
    expect(tables.unsettled && [...tables.unsettled].filter((flag) => flag === 1)).toHaveLength(2);
  });

  it('stop it where most of the measure is no number', async () => {
    const result = await bindTexts({ 'd.csv': 'id,n,v\na,1,1\nb,x,1\nc,y,1\n', 'ours.csv': ours });
    expect(result).toEqual({
      ok: false,
      problem: { code: 'not-a-measure', file: 'd.csv', line: 3, column: 'n', cell: 'x', refused: 2 },
    });
  });
});

describe('a set-up that cannot be bound', () => {
  it('names what is missing', async () => {
    expect(await bindTexts({ 'ours.csv': ours })).toEqual({ ok: false, problem: { code: 'no-deltas' } });
    expect(await bindTexts({ 'd.csv': ours })).toEqual({ ok: false, problem: { code: 'no-table' } });
    expect(await bindTexts({ 'd.csv': ours, 'ours-1.csv': ours, 'ours-2.csv': ours })).toMatchObject({
      ok: false,
      problem: { code: 'role-taken', file: 'ours-2.csv', other: 'ours-1.csv' },
    });
    expect(await bindTexts({ 'd.csv': 'id,n\na,1\n', 'ours.csv': ours })).toEqual({
      ok: false,
      problem: { code: 'column-missing', file: 'd.csv', line: 1, column: 'v', found: ['id', 'n'] },
    });
  });
});

/** The files of the case lie beside the project, not in it; without them this is skipped. */
const johnny = new URL('../../../../../shared/data/johnny/', import.meta.url);

describe.skipIf(!existsSync(johnny))("the Johnny's Jeans files", () => {
  it('are set up without a hint and bound to their totals', async () => {
    const names = readdirSync(johnny).filter((name) => name.endsWith('.csv'));
    const read = await Promise.all(names.map((name) => readText(readFileSync(new URL(name, johnny)), name)));
    const { setup } = proposeIntake(
      read.map((table, id) => ({ id, table })),
      0,
    );
    const result = bind(new Map(read.map((table, id) => [id, table])), setup);
    if (!result.ok) throw new Error(result.problem.code);
    const { tables } = result.value;
    const total = (table: BoundTable | null) => {
      const sum = new ExactSum();
      for (const units of table?.columns[0] ?? []) sum.add(units);
      return sum.total();
    };
    expect(tables.deltas.map((table) => [table.file, table.rows, total(table)])).toEqual([
      ['delta0.csv', 10_000, 9_993_346n],
      ['delta1.csv', 2494, 6_212_911n],
      ['delta2.csv', 2519, 8_820_088n],
      ['delta3.csv', 2473, 11_131_828n],
      ['delta4.csv', 2483, 14_897_837n],
    ]);
    expect([tables.ours?.file, total(tables.ours)]).toEqual(['AIQ-user-summary.csv', 29_162_044n]);
    expect([tables.theirs?.file, total(tables.theirs)]).toEqual(['Johnny-user-summary.csv', 33_904_525n]);
    expect(tables.keys.count).toBe(10_000);
    expect(tables.columns.map(({ name, role, type, scale }) => [name, role, type, scale])).toEqual([
      ['total_spend', 'measure', 'number', 0],
      ['count_saved_items', 'attribute', 'number', 0],
      ['loyalty_credits', 'attribute', 'number', 0],
      ['batch_id', 'version', 'number', 0],
    ]);
    expect(tables.deltas[0]?.versionTextRank).toBeNull();
  });
});
