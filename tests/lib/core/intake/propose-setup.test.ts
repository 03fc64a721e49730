import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelInName } from '@/lib/core/intake/detect-roles';
import type { Intake } from '@/lib/core/intake/intake';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import type { ColumnReason } from '@/lib/core/intake/reasons';
import { setupSchema } from '@/lib/core/setup';
import { readText } from '@/tests/support/csv-text';

async function intakeOf(files: Readonly<Record<string, string>>): Promise<Intake> {
  const read = await Promise.all(Object.entries(files).map(([file, text]) => readText(text, file)));
  return proposeIntake(
    read.map((table, id) => ({ id, table })),
    5,
  );
}

function rolesOf(intake: Intake): Record<string, string> {
  return Object.fromEntries(intake.files.map(({ file, role }) => [file, role]));
}

const header = 'user_id,total_spend,items,batch_id';
const delta = (batch: number) => `${header}\n1,10,3,${batch}\n2,20,3,${batch + 1}\n`;
const table = `${header}\n1,10,3,1\n2,20,3,900\n3,7,1,5\n`;

describe('roles', () => {
  it('come from the names, and deltas stand in natural order', async () => {
    const intake = await intakeOf({
      'Acme-user-summary.csv': table,
      'delta10.csv': delta(30),
      'delta2.csv': delta(20),
      'delta1.csv': delta(10),
      'Zed-user-summary.csv': `${table}4,1,1,1\n`,
    });
    expect(rolesOf(intake)).toMatchObject({
      'delta10.csv': 'delta',
      'Acme-user-summary.csv': 'ours',
      'Zed-user-summary.csv': 'theirs',
    });
    expect(intake.setup.order.map((id) => intake.files[id]?.file)).toEqual(['delta1.csv', 'delta2.csv', 'delta10.csv']);
    expect(intake.setup).toMatchObject({ name: 'Zed · Acme', labels: { ours: 'Acme', theirs: 'Zed' } });
    expect(intake.files[0]?.why).toEqual({
      code: 'side',
      side: 'ours',
      table: { code: 'name-says', word: 'summary' },
      by: 'name-order',
      rival: null,
    });
    expect(intake.problems).toEqual([]);
  });

  it('of the tables follow the words for either side', async () => {
    const intake = await intakeOf({
      'a-customer-totals.csv': table,
      'z-warehouse-totals.csv': `${table}4,1,1,1\n`,
      'delta1.csv': delta(10),
    });
    expect(rolesOf(intake)).toEqual({
      'a-customer-totals.csv': 'theirs',
      'z-warehouse-totals.csv': 'ours',
      'delta1.csv': 'delta',
    });
    const one = await intakeOf({
      'AAA-summary.csv': table,
      'our_summary.csv': `${table}4,1,1,1\n`,
      'delta1.csv': delta(10),
    });
    expect(rolesOf(one)).toMatchObject({ 'AAA-summary.csv': 'theirs', 'our_summary.csv': 'ours' });
    expect(one.setup.labels).toEqual({ ours: 'Vendor', theirs: 'AAA' });
  });

  it('fall back on numbered names, and on the files with the most different values', async () => {
    const intake = await intakeOf({
      '2024-01-05.csv': delta(1),
      '2024-01-06.csv': delta(5),
      'AIQ.csv': table,
      'Johnny.csv': `${table}4,1,1,1\n`,
    });
    expect(rolesOf(intake)).toEqual({
      '2024-01-05.csv': 'delta',
      '2024-01-06.csv': 'delta',
      'AIQ.csv': 'ours',
      'Johnny.csv': 'theirs',
    });
    const plain = await intakeOf({
      'march.csv': delta(1),
      'april.csv': delta(5),
      'x.csv': table,
      'y.csv': `${table}4,1,1,1\n`,
    });
    expect(rolesOf(plain)).toMatchObject({
      'march.csv': 'delta',
      'april.csv': 'delta',
      'x.csv': 'ours',
      'y.csv': 'theirs',
    });
  });

  it('never give both sides one name', async () => {
    const intake = await intakeOf({
      'AIQ-warehouse.csv': table,
      'aiq-customer.csv': `${table}4,1,1,1\n`,
      'daily-delta1.csv': delta(10),
    });
    expect(intake.setup.labels).toEqual({ ours: 'AIQ (vendor)', theirs: 'Aiq (customer)' });
    expect(intake.files.map(({ label }) => label)).toEqual(['AIQ', 'Aiq', null]);
  });

  it('are a conflict where two tables claim one', async () => {
    const intake = await intakeOf({
      'warehouse-a.csv': table,
      'warehouse-b.csv': `${table}4,1,1,1\n`,
      'delta1.csv': delta(10),
    });
    expect(intake.problems).toContainEqual({
      code: 'role-taken',
      file: 'warehouse-b.csv',
      other: 'warehouse-a.csv',
      role: 'ours',
    });
    expect(rolesOf(intake)).toMatchObject({ 'warehouse-a.csv': 'ours', 'warehouse-b.csv': 'ours' });
  });

  it('are a conflict where a third table could be either side’s', async () => {
    const three = await intakeOf({
      'AIQ-summary.csv': table,
      'AIQ-summary (1).csv': `${table}4,1,1,1\n`,
      'Johnny-summary.csv': `${table}5,1,1,1\n`,
      'delta1.csv': delta(10),
    });
    expect(rolesOf(three)).toMatchObject({
      'AIQ-summary.csv': 'ours',
      'AIQ-summary (1).csv': 'ours',
      'Johnny-summary.csv': 'theirs',
    });
    expect(three.problems.map(({ code }) => code)).toEqual(['role-taken']);
    const strangers = await intakeOf({
      'A-summary.csv': table,
      'B-summary.csv': `${table}4,1,1,1\n`,
      'C-summary.csv': `${table}5,1,1,1\n`,
      'delta1.csv': delta(10),
    });
    expect(strangers.problems).toEqual([
      { code: 'role-taken', file: 'C-summary.csv', other: 'B-summary.csv', role: 'theirs' },
    ]);
  });

  it('leave a further table out where both sides are named', async () => {
    const intake = await intakeOf({
      'old-summary.csv': table,
      'vendor-summary.csv': `${table}4,1,1,1\n`,
      'customer-summary.csv': `${table}5,1,1,1\n`,
      'delta1.csv': delta(10),
    });
    expect(rolesOf(intake)['old-summary.csv']).toBe('ignored');
    expect(intake.problems).toEqual([]);
  });

  it('leave out a delta that repeats another, and say so', async () => {
    const intake = await intakeOf({
      'delta1.csv': delta(10),
      'delta2.csv': delta(10),
      'delta3.csv': delta(11),
      'AIQ-summary.csv': table,
    });
    expect(intake.problems).toEqual([{ code: 'same-file', file: 'delta2.csv', other: 'delta1.csv' }]);
    expect(intake.setup.order).toEqual([0, 2]);
  });

  it('let both tables have the same content: then they agree', async () => {
    const intake = await intakeOf({ 'delta1.csv': delta(10), 'A-summary.csv': table, 'B-summary.csv': table });
    expect(intake.problems).toEqual([]);
    expect(intake.notes).toContainEqual({ code: 'same-content', file: 'A-summary.csv', other: 'B-summary.csv' });
  });

  it('keep an empty delta and complain of an empty table', async () => {
    const intake = await intakeOf({
      'delta1.csv': `${header}\n`,
      'delta2.csv': delta(3),
      'A-summary.csv': table,
      'B-summary.csv': `${header}\n`,
    });
    expect(rolesOf(intake)['delta1.csv']).toBe('delta');
    expect(intake.notes).toContainEqual({ code: 'delta-empty', file: 'delta1.csv' });
    expect(intake.problems).toEqual([{ code: 'header-only', file: 'B-summary.csv' }]);
  });

  it('leave out a log that reads as rows', async () => {
    const intake = await intakeOf({
      'delta1.csv': delta(1),
      'A-summary.csv': table,
      'load.log': 'poller started,ready\n2026-11-22 03:00:00,INFO polled\n2026-11-22 03:00:01,INFO loaded\n',
      'delta2.out': delta(5),
    });
    expect(rolesOf(intake)).toMatchObject({ 'load.log': 'ignored', 'delta2.out': 'delta' });
    expect(intake.problems).toEqual([]);
  });

  it('say what is missing', async () => {
    expect((await intakeOf({ 'delta1.csv': delta(1), 'delta2.csv': delta(3) })).problems).toEqual([
      { code: 'no-table' },
    ]);
    expect((await intakeOf({ 'A-summary.csv': table })).problems).toEqual([{ code: 'no-deltas' }]);
  });
});

it.each([
  ['AIQ-user-summary.csv', 'AIQ'],
  ['johnnys-jeans_export_2026-11-22T03-00-00Z_part-00017-of-00040.csv', 'Johnnys Jeans'],
  ['Bolt_2026_11_22_total.csv.gz', 'Bolt'],
  ['20261122 Acme table (1).csv', 'Acme'],
  ['Area 51 summary.csv', 'Area'],
  ['warehouse.csv', 'Warehouse'],
  ['delta3.csv', null],
  ['our_summary.csv', null],
])('a name says whose table it is: %s, %s', (file, label) => {
  expect(labelInName(file)).toBe(label);
});

describe('the mapping', () => {
  it('is found across differing headers', async () => {
    const intake = await intakeOf({
      'delta1.csv': 'user_id,total_spend,saved_items,batch_id\n1,10,3,5\n2,20,3,6\n',
      'AIQ-summary.csv': 'User ID,Total Spend,count_saved_items,Batch\n1,10,3,5\n2,20,3,6\n',
      'Johnny-summary.csv': 'version,customer,spend,Saved Items,extra\n5,1,10,3,x\n6,2,20,3,y\n',
    });
    expect(intake.setup.mapping).toEqual({
      key: ['user_id'],
      measure: 'total_spend',
      version: 'batch_id',
      attributes: ['saved_items'],
      ignored: [],
      unit: null,
      headers: {
        1: { user_id: 'User ID', total_spend: 'Total Spend', saved_items: 'count_saved_items', batch_id: 'Batch' },
        2: { user_id: 'customer', total_spend: 'spend', saved_items: 'Saved Items', batch_id: 'version' },
      },
      tolerances: {},
    });
  });

  it('ignores what no table has beside a delta, and says why of every column', async () => {
    const intake = await intakeOf({
      'delta1.csv': 'id,revenue,updated_at,city,note\n1,2.5,2024-01-01,Bonn,x\n',
      'AIQ-summary.csv': 'id,revenue,updated_at,city\n1,2.5,2024-01-01,Bonn\n',
    });
    expect(intake.setup.mapping).toMatchObject({
      key: ['id'],
      measure: 'revenue',
      version: 'updated_at',
      attributes: ['city'],
      ignored: ['note'],
    });
    expect(Object.keys(intake.mappingWhy).sort()).toEqual(['city', 'id', 'note', 'revenue', 'updated_at']);
  });

  it('takes two columns for the key where one alone names no row', async () => {
    const rows = ['1,a', '1,b', '2,a', '2,b', '3,a', '3,b'];
    const csv = ['store_id,user_id,spend,batch', ...rows.map((row, i) => `${row},${i},${i % 2}`)].join('\n');
    expect((await intakeOf({ 'delta1.csv': csv, 'A-summary.csv': csv })).setup.mapping.key).toEqual([
      'store_id',
      'user_id',
    ]);
  });

  it('has no version where no column is one', async () => {
    const intake = await intakeOf({ 'delta1.csv': 'id,spend\n1,2\n', 'A-summary.csv': 'id,spend\n1,2\n' });
    expect(intake.setup.mapping.version).toBeNull();
    expect(intake.notes).toEqual([{ code: 'no-version' }]);
  });

  it('says so when nothing can be totalled', async () => {
    const intake = await intakeOf({ 'delta1.csv': 'id,name\n1,x\n', 'A-summary.csv': 'id,name\n1,x\n' });
    expect(intake.problems).toEqual([{ code: 'no-mapping', role: 'measure' }]);
  });

  it('is in the unit that the cells carry, else in the one that the name says', async () => {
    const unitOf = async (measure: string, ours: string, theirs = ours) => {
      const csv = (cell: string) => `id,${measure},batch\n1,${cell},1\n`;
      const intake = await intakeOf({
        'delta1.csv': csv('5'),
        'A-summary.csv': csv(ours),
        'B-summary.csv': csv(theirs),
      });
      return { unit: intake.setup.mapping.unit, why: intake.mappingWhy[measure] };
    };
    expect(await unitOf('total', '€7')).toMatchObject({ unit: '€' });
    expect(await unitOf('spend_usd', '£7')).toMatchObject({ unit: '£' });
    const numbers = (word: string): ColumnReason[] => [
      { code: 'name-says', word },
      { code: 'cells', type: 'number', all: true },
    ];
    expect(await unitOf('total_spend', '7')).toEqual({ unit: null, why: numbers('spend') });
    expect(await unitOf('Spend (USD)', '7')).toEqual({
      unit: '$',
      why: [...numbers('spend'), { code: 'unit-named', unit: '$' }],
    });
    expect(await unitOf('revenue_eur', '7')).toMatchObject({ unit: '€' });
    expect(await unitOf('Umsatz (€)', '7')).toMatchObject({ unit: '€' });
    expect(await unitOf('amount_sek', '7')).toMatchObject({ unit: 'SEK' });
    expect(await unitOf('total', '7')).toMatchObject({ unit: null });
    expect(await unitOf('usd_cents', '7')).toMatchObject({ unit: null });
    expect(await unitOf('amount', '€7', '$8')).toEqual({
      unit: null,
      why: [...numbers('amount'), { code: 'several-units-carried', units: ['€', '$'] }],
    });
  });

  it('is in the unit that any file names, but in none where they name several', async () => {
    const intake = (theirs: string) =>
      intakeOf({
        'delta1.csv': 'id,spend,batch\n1,7,1\n',
        'A-summary.csv': 'id,Spend (USD),batch\n1,7,1\n',
        'B-summary.csv': `id,${theirs},batch\n1,7,1\n`,
      });
    expect((await intake('spend')).setup.mapping).toMatchObject({ measure: 'spend', unit: '$' });
    expect((await intake('spend_eur')).setup.mapping).toMatchObject({ measure: 'spend', unit: null });
  });

  it('tells of currency signs and separators', async () => {
    const csv = 'id,spend,batch\n1,"$1,234.50",1\n';
    expect((await intakeOf({ 'delta1.csv': csv, 'A-summary.csv': csv })).notes).toEqual([
      { code: 'amounts-written', column: 'spend', units: ['$'], separators: true },
    ]);
  });
});

/** The files of the case lie beside the project, not in it; without them this is skipped. */
const johnny = new URL('../../../../../shared/data/johnny/', import.meta.url);

describe.skipIf(!existsSync(johnny))("the Johnny's Jeans files", () => {
  it('are set up fully right, in whatever order they are dropped', async () => {
    const names = readdirSync(johnny).filter((name) => name.endsWith('.csv'));
    const read = await Promise.all(names.map((name) => readText(readFileSync(new URL(name, johnny)), name)));
    fc.assert(
      fc.property(fc.shuffledSubarray(read, { minLength: read.length }), (dropped) => {
        const intake = proposeIntake(
          dropped.map((file, id) => ({ id, table: file })),
          0,
        );
        expect(intake.problems).toEqual([]);
        expect(setupSchema.parse(intake.setup)).toEqual(intake.setup);
        expect(intake.setup).toMatchObject({
          name: 'Johnny · AIQ',
          labels: { ours: 'AIQ', theirs: 'Johnny' },
          mapping: {
            key: ['user_id'],
            measure: 'total_spend',
            version: 'batch_id',
            attributes: ['count_saved_items', 'loyalty_credits'],
            ignored: [],
            unit: null,
            headers: {},
          },
        });
        expect(intake.setup.order.map((id) => dropped[id]?.file)).toEqual([
          'delta0.csv',
          'delta1.csv',
          'delta2.csv',
          'delta3.csv',
          'delta4.csv',
        ]);
        expect(rolesOf(intake)).toMatchObject({ 'AIQ-user-summary.csv': 'ours', 'Johnny-user-summary.csv': 'theirs' });
        expect(intake.files[0]?.dialect).toMatchObject({ encoding: 'UTF-8', delimiter: ',', newline: 'CRLF' });
      }),
      { numRuns: 10 },
    );
  });
});

describe('a key of several columns', () => {
  it('is the one by which a table with a row for each of its keys stands, whatever tells a smaller table apart', async () => {
    const head = 'country,store_code,sku,net_total,status,seq';
    const skus = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'];
    const keys = ['S1', 'S2', 'S3'].flatMap((store, at) => [
      ...skus.map((sku) => `DE,${store},${sku}`),
      `FR,${store},${skus[at] ?? ''}`,
    ]);
    const row = (key: string, at: number) => `${key},${at * 3}.50,${at % 2 ? 'open' : 'paid'},${at}`;
    const csv = (rows: readonly string[]) => `${[head, ...rows].join('\n')}\n`;
    const all = keys.map(row);
    const intake = await intakeOf({
      'delta0.csv': csv(all),
      'delta1.csv': csv(keys.slice(0, 9).map((key, at) => row(key, at + 100))),
      'customer.csv': csv(all),
      // One row for each country and store, whose sku and store happen to stand once.
      'vendor.csv': csv(['DE,S1,P4', 'DE,S2,P5', 'DE,S3,P6', 'FR,S1,P1', 'FR,S2,P2', 'FR,S3,P3'].map(row)),
    });
    expect(intake.setup.mapping.key).toEqual(['country', 'store_code', 'sku']);
  });
});
