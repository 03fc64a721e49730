import { describe, expect, it } from 'vitest';
import type { Findings } from '@/lib/core/findings/findings';
import type { PremiseCode, PremiseOf } from '@/lib/core/findings/premise';
import { tellVerdict } from '@/lib/core/words/verdict';
import { csv, findingsOf } from '@/tests/support/findings-of';

function premise<C extends PremiseCode>(findings: Findings, code: C): PremiseOf<C> | undefined {
  return findings.premises.find((one): one is PremiseOf<C> => one.code === code);
}

const KEYS = Array.from({ length: 40 }, (_, k) => `u${k}`);
const HEADER = 'user_id,spend,updated_at';
/** Row i of file f: every key in the first file, every other one in the later ones. */
const rowsOf = (f: number, stamp: (f: number, k: number) => string, keys = KEYS) =>
  keys.flatMap((key, k) => (f === 0 || k % 2 === 0 ? [`${key},${f * 100 + k}.50,${stamp(f, k)}`] : []));

/** Deltas, and the tables that the last file wins in. */
function dated(stamp: (f: number, k: number) => string, vendor: 'newest' | 'first') {
  const [first, second] = [rowsOf(0, stamp), rowsOf(1, stamp)];
  const newest = new Map([...first, ...second].map((row) => [row.split(',')[0], row]));
  const oldest = new Map([...second, ...first].map((row) => [row.split(',')[0], row]));
  return {
    'delta0.csv': csv(HEADER, first),
    'delta1.csv': csv(HEADER, second),
    'vendor.csv': csv(HEADER, [...(vendor === 'newest' ? newest : oldest).values()]),
    'customer.csv': csv(HEADER, [...newest.values()]),
  };
}

describe('the order of day and month', () => {
  const two = (n: number) => String(n).padStart(2, '0');

  it('is settled by a day over 12 in the column', async () => {
    const findings = await findingsOf(dated((f, k) => `${two(1 + (k % 28))}/${two(1 + f)}/2026`, 'newest'));
    expect(premise(findings, 'version-order')).toMatchObject({ form: 'day-month-year', settledBy: 'cells' });
    expect(findings.sides.ours?.proved).toBe(true);
  });

  it('is settled by the tables where no cell does', async () => {
    // Read day first the second file is newer for every key, read month first it is older for every key.
    const stamp = (f: number) => (f === 0 ? '05/02/2026' : '02/05/2026');
    const findings = await findingsOf(dated(stamp, 'newest'));
    expect(premise(findings, 'version-order')).toMatchObject({ form: 'day-month-year', settledBy: 'both-tables' });
    expect(tellVerdict(findings).state).toBe('agree');
  });

  /** Half of the keys are newer in the second file read day first, the other half read month first. */
  const stamp = (f: number, k: number) => ((f === 0) === (k % 4 === 0) ? '05/02/2026' : '02/05/2026');
  const both = [rowsOf(0, stamp), rowsOf(1, stamp)] as const;
  const winners = (later: string) =>
    KEYS.map((key) => {
      const rows = both.flat().filter((row) => row.startsWith(`${key},`));
      return (rows.find((row) => row.endsWith(later)) ?? rows[0]) as string;
    });
  const crossed = {
    'delta0.csv': csv(HEADER, both[0]),
    'delta1.csv': csv(HEADER, both[1]),
    'vendor.csv': csv(HEADER, winners('05/02/2026')),
    'customer.csv': csv(HEADER, winners('02/05/2026')),
  };

  it('leaves nothing proved where each table is what one reading gives', async () => {
    const findings = await findingsOf(crossed);
    const order = premise(findings, 'version-order');
    expect(order?.settledBy).toBe('assumed');
    expect(order?.alternative).toBeDefined();
    expect([findings.sides.ours?.proved, findings.sides.theirs?.proved]).toEqual([false, false]);
    const { state, headline, rightness } = tellVerdict(findings);
    expect(state).toBe('open');
    expect(headline).toMatch(/^If updated_at is read day first, /);
    expect(rightness).toMatch(/Read month first, Vendor's table is exactly what the two files should give/);
    expect(findings.repair).toEqual([]);
  });

  it('is what a person says', async () => {
    const findings = await findingsOf(crossed, { dateOrder: 'month-first' });
    expect(premise(findings, 'version-order')).toMatchObject({ form: 'month-day-year', settledBy: 'given' });
    expect(findings.sides.ours).toMatchObject({ proved: true, causes: [] });
  });
});

describe('rows that share the largest version', () => {
  const header = 'user_id,spend,batch_id';
  const first = KEYS.map((key, k) => `${key},${k}.00,7`);
  const second = KEYS.map((key, k) => `${key},${k + 500}.00,7`);
  const files = { 'delta0.csv': csv(header, first), 'delta1.csv': csv(header, second) };

  it('count as both tables have it', async () => {
    const table = csv(header, first);
    const findings = await findingsOf({ ...files, 'vendor.csv': table, 'customer.csv': table });
    expect(premise(findings, 'ties')).toEqual({ code: 'ties', keep: 'earlier', keys: 40, settledBy: 'both-tables' });
    expect(tellVerdict(findings).state).toBe('agree');
  });

  it('say nothing of who is right where the tables differ', async () => {
    const findings = await findingsOf({
      ...files,
      'vendor.csv': csv(header, first),
      'customer.csv': csv(header, second),
    });
    expect(findings.sides.ours?.causes).toMatchObject([{ fault: 'ties-broken-differently', keep: 'earlier' }]);
    const { headline, rightness } = tellVerdict(findings);
    expect(headline).toMatch(/^If the later of two rows with the same batch_id counts, /);
    expect(rightness).toMatch(/If the earlier counts, Vendor's table is exactly what/);
  });

  it('turned round and back change nothing', async () => {
    const all = { ...files, 'vendor.csv': csv(header, first), 'customer.csv': csv(header, second) };
    const turned = await findingsOf(all, { ties: 'earlier' });
    expect(turned.sides.theirs?.causes).toMatchObject([{ fault: 'ties-broken-differently', keep: 'later' }]);
    expect(turned.sides.ours?.causes).toEqual([]);
    const [once, again] = [await findingsOf(all), await findingsOf(all, {})];
    expect(again).toEqual(once);
  });
});

describe('the rule', () => {
  it('is asked for where each table is exactly the result of one', async () => {
    const header = 'user_id,spend,batch_id';
    const first = KEYS.map((key, k) => `${key},${k}.00,5`);
    const second = KEYS.map((key, k) => `${key},${k + 500}.00,9`);
    const third = KEYS.map((key, k) => `${key},${k + 200}.00,7`).filter((_, k) => k % 2 === 0);
    const last = KEYS.map((_, k) => (k % 2 === 0 ? third[k / 2] : second[k]) as string);
    const all = {
      'delta0.csv': csv(header, first),
      'delta1.csv': csv(header, second),
      'delta2.csv': csv(header, third),
      'vendor.csv': csv(header, last),
      'customer.csv': csv(header, second),
    };
    const findings = await findingsOf(all);
    expect(premise(findings, 'rule')).toMatchObject({
      rule: 'largest-version',
      other: 'last-arrival',
      settledBy: 'assumed',
    });
    expect(tellVerdict(findings).headline).toMatch(/^If the row with the largest batch_id counts, /);
    const agreed = await findingsOf(all, { rule: 'last-arrival' });
    expect(agreed.sides.ours?.causes).toEqual([]);
    const sets = [agreed.sides.theirs?.causes ?? [], ...(agreed.sides.theirs?.equivalents ?? [])];
    expect(sets.flat().map(({ fault }) => fault)).toContain('largest-version-wins');
  });
});

describe('lines that could not be read', () => {
  const header = 'user_id,spend,batch_id';
  const first = KEYS.map((key, k) => `${key},${k}.00,1`);
  const second = KEYS.filter((_, k) => k % 4 === 0).map((key, k) => `${key},${k + 500}.00,2`);
  const newest = [...new Map([...first, ...second].map((row) => [row.split(',')[0], row])).values()];

  it('take the proof from a cause that covers their keys', async () => {
    const broken = second.map((row, i) => (i === 3 ? row.replace(/,\d+\.00/, ',pending') : row));
    const findings = await findingsOf({
      'delta0.csv': csv(header, first),
      'delta1.csv': csv(header, [...broken, ...KEYS.slice(1, 2).map((key) => `${key},1.00,0`)]),
      'vendor.csv': csv(header, first),
      'customer.csv': csv(header, newest),
    });
    expect(findings.sides.theirs).toMatchObject({ proved: false, exact: true, unsettled: 1 });
    expect(findings.unread).toMatchObject([{ file: 'delta1.csv', count: 1, lines: [5], keysKnown: true }]);
    const { state, rightness } = tellVerdict(findings);
    expect(state).toBe('open');
    expect(rightness).toContain('Line 5 of delta1.csv could not be read: what is said holds for 39 of 40 users.');
  });

  it('leave no table exactly right where their key is not known', async () => {
    const findings = await findingsOf({
      'delta0.csv': csv(header, [...first, ',5.00,1']),
      'vendor.csv': csv(header, first),
      'customer.csv': csv(header, first),
    });
    expect(findings.sides.ours?.unsettled).toBeNull();
    expect(tellVerdict(findings).state).toBe('open');
    expect(tellVerdict(findings).headline).not.toContain('exactly');
  });

  it('end it where they are more than a tenth of a file', async () => {
    const most = first.map((row, k) => (k % 5 === 0 ? row.replace(/,\d+\.00/, ',pending') : row));
    await expect(
      findingsOf({
        'delta0.csv': csv(header, most),
        'vendor.csv': csv(header, first),
        'customer.csv': csv(header, first),
      }),
    ).rejects.toThrow('delta0.csv, line 2, column "spend": "pending" is not a number; 8 of 40 lines');
  });
});

describe('a missing export', () => {
  const header = 'user_id,spend,batch_id';
  const files = [0, 1, 2, 3].map((f) =>
    KEYS.flatMap((key, k) => (f === 0 || k % (f + 1) === 0 ? [`${key},${f * 100 + k}.00,${f + 1}`] : [])),
  );
  const newest = [...new Map(files.flat().map((row) => [row.split(',')[0], row])).values()];
  const stale = [
    ...new Map(
      [files[0], files[1], files[3]].flatMap((rows) => rows ?? []).map((row) => [row.split(',')[0], row]),
    ).values(),
  ];
  const deltas = (given: readonly number[]) =>
    Object.fromEntries(given.map((f) => [`delta${f}.csv`, csv(header, files[f] ?? [])]));

  it('is told first where the numbering has a hole, and nobody is called right', async () => {
    const findings = await findingsOf({
      ...deltas([0, 1, 3]),
      'vendor.csv': csv(header, stale),
      'customer.csv': csv(header, newest),
    });
    expect(findings.missing).toMatchObject({ reason: 'numbering', files: ['delta2.csv'], side: 'theirs' });
    const { state, headline, rightness, questions } = tellVerdict(findings);
    expect(state).toBe('open');
    expect(headline).toMatch(/^delta2\.csv seems to be missing here/);
    expect(rightness).toBe('Until that is settled, neither table can be called right or wrong.');
    expect(questions[0]).toMatch(/^Where is delta2\.csv\?/);
    expect(findings.repair).toEqual([]);
    expect([findings.sides.ours?.proved, findings.sides.theirs?.proved]).toEqual([false, false]);
  });

  it('is none where a person says so, or where every table is as expected', async () => {
    const said = await findingsOf(
      { ...deltas([0, 1, 3]), 'vendor.csv': csv(header, stale), 'customer.csv': csv(header, newest) },
      { complete: true },
    );
    expect(said.missing).toBeNull();
    const agreeing = await findingsOf({
      ...deltas([0, 1, 3]),
      'vendor.csv': csv(header, stale),
      'customer.csv': csv(header, stale),
    });
    expect(agreeing.missing).toBeNull();
  });
});

describe('what else the files are taken to mean', () => {
  it('sets totals aside, in deltas and tables, and takes them back when told', async () => {
    const header = 'user_id,spend,batch_id';
    const rows = KEYS.map((key, k) => `${key},${k}.00,1`);
    const all = {
      'delta0.csv': csv(header, rows),
      'vendor.csv': csv(header, rows),
      'customer.csv': csv(header, [...rows, 'Grand Total,780.00,']),
    };
    const findings = await findingsOf(all);
    expect(findings.gap.theirs).toBe('780');
    expect(premise(findings, 'lines')).toMatchObject({ file: 'customer.csv', taken: 'total', lines: [42] });
    expect((await findingsOf(all, { dataLines: { 2: [42] } })).gap.theirs).toBe('1560');
  });

  it('finds a key of two columns where one repeats', async () => {
    const header = 'order_id,line_no,total,batch_id';
    const rows = (f: number) =>
      KEYS.flatMap((_, k) =>
        f === 0 || k % 3 === 0 ? [`${1000 + (k >> 2)},${1 + (k % 4)},${f * 100 + k}.00,${f}`] : [],
      );
    const newest = [
      ...new Map([...rows(0), ...rows(1)].map((row) => [row.split(',').slice(0, 2).join(), row])).values(),
    ];
    const findings = await findingsOf({
      'delta0.csv': csv(header, rows(0)),
      'delta1.csv': csv(header, rows(1)),
      'vendor.csv': csv(header, newest),
      'customer.csv': csv(header, newest),
    });
    expect(findings.mapping.key).toEqual(['order_id', 'line_no']);
    expect(tellVerdict(findings).state).toBe('agree');
  });

  it('questions a key that repeats in a table before it says anything else', async () => {
    const header = 'shop,spend,batch_id';
    const rows = KEYS.map((_, k) => `s${k % 9},${k}.00,${k}`);
    const findings = await findingsOf({
      'delta0.csv': csv(header, rows),
      'vendor.csv': csv(header, rows.slice(9)),
      'customer.csv': csv(header, rows.slice(20)),
    });
    const { state, firstSay } = tellVerdict(findings);
    expect(state).toBe('open');
    expect(firstSay).toMatch(/^Is shop the whole key\?/);
  });

  it('finds the version by what the tables hold where no name says it', async () => {
    const header = 'user_id,spend,x7';
    const rows = (f: number) => rowsOf(f, (file, k) => String(file * 60 + ((k * 7) % 50)));
    const newest = [...new Map([...rows(0), ...rows(1)].map((row) => [row.split(',')[0], row])).values()];
    const findings = await findingsOf({
      'delta0.csv': csv(header, rows(0)),
      'delta1.csv': csv(header, rows(1)),
      'vendor.csv': csv(header, newest),
      'customer.csv': csv(header, newest),
    });
    expect(findings.mapping.version).toBe('x7');
  });

  it('leaves keys out whose newest row is marked as deleted, where a table does', async () => {
    const header = 'user_id,spend,batch_id,op';
    const first = KEYS.map((key, k) => `${key},${k}.00,1,I`);
    const second = KEYS.filter((_, k) => k % 4 === 0).map((key) => `${key},,2,D`);
    const kept = KEYS.filter((_, k) => k % 4 !== 0).map((key) => `${key},${KEYS.indexOf(key)}.00,1`);
    const findings = await findingsOf({
      'delta0.csv': csv(header, first),
      'delta1.csv': csv(header, second),
      'vendor.csv': csv('user_id,spend,batch_id', kept),
      'customer.csv': csv('user_id,spend,batch_id', kept),
    });
    expect(premise(findings, 'deletes')).toMatchObject({ column: 'op', values: ['D'], applied: true, keys: 10 });
    expect(tellVerdict(findings).state).toBe('agree');
  });

  it('takes NULL for an empty cell on one side and true for 1 on the other', async () => {
    const header = 'user_id,spend,active,batch_id';
    const write = (empty: string, yes: string, no: string) =>
      KEYS.map((key, k) => `${key},${k % 5 === 0 ? empty : `${k}.00`},${k % 2 ? yes : no},1`);
    const findings = await findingsOf({
      'delta0.csv': csv(header, write('', 'true', 'false')),
      'vendor.csv': csv(header, write('', '1', '0')),
      'customer.csv': csv(header, write('NULL', 'true', 'false')),
    });
    expect(premise(findings, 'empty')).toMatchObject({ column: 'spend', words: ['NULL'] });
    expect(premise(findings, 'writing')).toMatchObject({ column: 'active', as: 'boolean' });
    expect(tellVerdict(findings).state).toBe('agree');
  });

  it('proves nothing where times without an offset may be of any zone', async () => {
    const stamp = (f: number, k: number) =>
      k % 8 === 0 ? `2026-01-0${f + 1}T10:00:00` : `2026-01-0${f + 1}T10:00:00+02:00`;
    const [first, second] = [rowsOf(0, stamp), rowsOf(1, stamp)];
    const last = new Map([...first, ...second].map((row) => [row.split(',')[0], row]));
    const table = csv(HEADER, [...last.values()]);
    const agreeing = await findingsOf({
      'delta0.csv': csv(HEADER, first),
      'delta1.csv': csv(HEADER, second),
      'vendor.csv': csv(HEADER, first),
      'customer.csv': table,
    });
    expect(premise(agreeing, 'offsets')).toMatchObject({ column: 'updated_at', settledBy: 'theirs' });
    expect(agreeing.sides.ours?.proved).toBe(true);
    const open = await findingsOf({
      'delta0.csv': csv(HEADER, first),
      'delta1.csv': csv(HEADER, second),
      'vendor.csv': csv(HEADER, first),
      'customer.csv': csv(HEADER, second),
    });
    expect(premise(open, 'offsets')?.settledBy).toBe('assumed');
    expect(open.sides.ours?.proved).toBe(false);
  });

  it('tells currencies apart and totals them one by one', async () => {
    const header = 'user_id,spend,currency,batch_id';
    const rows = KEYS.map((key, k) => `${key},${k}.00,${k % 2 ? 'EUR' : 'GBP'},1`);
    const table = csv(header, rows);
    const findings = await findingsOf({ 'delta0.csv': table, 'vendor.csv': table, 'customer.csv': table });
    expect(findings.totals).toEqual([
      { value: 'EUR', expected: '400', ours: '400', theirs: '400' },
      { value: 'GBP', expected: '380', ours: '380', theirs: '380' },
    ]);
    expect(tellVerdict(findings).notes[0]).toBe(
      'Amounts are in EUR and GBP, as currency says, and are not added up. By currency: Customer EUR\u00a0400, GBP\u00a0380; Vendor EUR\u00a0400, GBP\u00a0380; expected EUR\u00a0400, GBP\u00a0380.',
    );
  });
});
