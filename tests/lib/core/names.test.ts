import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named } from '@/lib/core/by-name';
import { bytesSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import type { Findings } from '@/lib/core/findings/findings';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { investigate } from '@/lib/core/investigation/investigate';
import { settle } from '@/lib/core/premises/settle';
import { type FileRole, type Setup, setupSchema } from '@/lib/core/setup';
import { describeProblem } from '@/lib/core/words/problem';
import { hardCase } from '../../support/arbitrary-case';
import { readText } from '../../support/csv-text';
import { csv, findingsOf } from '../../support/findings-of';
import { NASTY_NAMES } from '../../support/nasty-names';
import type { PlainCase, PlainRow } from '../../support/plain-case';

const COLUMNS = ['user_id', 'total_spend', 'batch_id', 'items', 'tier'];
const KEYS = ['a', 'b', 'c', 'd'];

type Names = (name: string) => string;

describe('names from data', () => {
  it('are any, of columns and of keys: renaming them changes no figure', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(hardCase, drawn(5), drawn(4), async (plain, columns, keys) => {
        const { to, from } = bijection(COLUMNS, columns);
        const asIs = figures(await found(plain, itself, itself), itself);
        expect(figures(await found(plain, to, itself), from)).toEqual(asIs);
        expect(figures(await found(plain, to, bijection(KEYS, keys).to), from)).toEqual(asIs);
      }),
      { numRuns: 30 },
    );
  });

  it.each(NASTY_NAMES.filter((name) => !/["·]/.test(name)))(
    'a set-up that names %s is read as it was written',
    (name) => {
      const setup = { ...setupOf((column) => (column === 'tier' ? name : column)), fileLabels: entry(name, 'ours') };
      const mapping = { ...setup.mapping, tolerances: entry(name, '2'), headers: { 0: entry(name, 'x') } };
      const read = setupSchema.parse(JSON.parse(JSON.stringify({ ...setup, mapping })));
      expect(read).toEqual({ ...setup, mapping });
      expect(named(read.mapping.tolerances, name)).toBe('2');
      expect(named(read.mapping.headers['0'], name)).toBe('x');
    },
  );

  it('a column called constructor is totalled', async () => {
    const findings = await findingsOf({
      'delta0.csv': csv('user_id,constructor,batch_id', ['u1,10,1', 'u2,20,2']),
      'vendor.csv': csv('user_id,constructor,batch_id', ['u1,10,1', 'u2,21,2']),
    });
    expect(findings.mapping.measure).toBe('constructor');
    expect(findings.gap).toEqual({ ours: '31', theirs: null, difference: null });
  });

  it('columns called as what every object has are compared', async () => {
    const header = 'user_id,total_spend,batch_id,constructor,toString,valueOf,__proto__';
    const findings = await findingsOf({
      'delta0.csv': csv(header, ['u1,10,2,1,1,1,1', 'u2,20,3,2,2,2,2']),
      'vendor.csv': csv(header, ['u1,10,2,1,1,1,2', 'u2,20,3,2,2,2,3']),
    });
    expect(findings.mapping.attributes).toEqual(['constructor', 'toString', 'valueOf', '__proto__']);
    expect(findings.sides.ours?.proved).toBe(false);
    expect(findings.sides.ours?.reproduced).toEqual({ rows: 0, of: 2 });
  });

  it.each([
    ['%', '€'],
    ['#', '№'],
    ['🙂', '🙁'],
    ['金額', '金数'],
    ['share %', 'share €'],
    ['fee $', 'fee €'],
    ['列１', '列２'],
    ['m²', 'm³'],
    ['कि', 'की'],
  ])('%s and %s are two columns', async (one, other) => {
    const findings = await findingsOf({
      'delta0.csv': csv(`user_id,total_spend,batch_id,${one}`, ['u1,5,1,10', 'u2,6,2,20']),
      'vendor.csv': csv(`user_id,total_spend,batch_id,${other}`, ['u1,5,1,10', 'u2,6,2,20']),
    });
    expect(findings.mapping.attributes).toEqual([]);
  });

  it('another spelling of a name is the same column', async () => {
    const findings = await findingsOf({
      'delta0.csv': csv('user_id,total_spend,batch_id,Loyalty Credits,fee', ['u1,5,1,10,1', 'u2,6,2,20,1']),
      'vendor.csv': csv('user_id,total_spend,batch_id,loyalty_credits,fee $', ['u1,5,1,10,1', 'u2,6,2,20,1']),
    });
    expect(findings.mapping.attributes).toEqual(['Loyalty Credits', 'fee']);
  });

  it('files called so are read, and what each left out is told', async () => {
    const names = ['__proto__', 'constructor'];
    const tables = await Promise.all(
      names.map((name) => readText(csv('user_id,total_spend,batch_id', ['u1,5,1', 'u2,x,2']), name)),
    );
    const files = tables.map((table, id) => ({ id, table }));
    const setup = { ...proposeIntake(files, 0).setup, roles: { 0: 'delta', 1: 'ours' } as Record<string, FileRole> };
    const settled = settle(new Map(files.map(({ id, table }) => [id, table])), setup);
    expect(settled.ok || describeProblem(settled.problem).what).toMatch(/__proto__|constructor/);
  });
});

const itself: Names = (name) => name;

function drawn(count: number): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray([...NASTY_NAMES], { minLength: count, maxLength: count });
}

/** What no spelling of a name can suggest otherwise, as it can a cause. */
function figures({ mapping, expected, gap, keys, inputs, columns, evidence }: Findings, column: Names) {
  const { filesWon, fromNoFile, gapByVersion, gapOutsideVersions, gapSpread } = evidence;
  return {
    attributes: mapping.attributes.map(column),
    columns: columns.map((told) => ({ ...told, name: column(told.name) })),
    ...{ expected, gap, keys, inputs, filesWon, fromNoFile, gapByVersion, gapOutsideVersions, gapSpread },
  };
}

/** Of the case in files under other names, in the order of its columns. */
async function found(plain: PlainCase, column: Names, key: Names): Promise<Findings> {
  const texts = [...plain.deltas.map(({ rows }) => rows), plain.ours ?? [], plain.theirs ?? []].map((rows) =>
    textOf(rows, column, key),
  );
  const tables = await Promise.all(texts.map((text, at) => readHeaded(text, `file${at}.csv`)));
  const roles = Object.fromEntries(
    texts.map((_, at): [string, FileRole] => [
      String(at),
      at < plain.deltas.length ? 'delta' : at === plain.deltas.length ? 'ours' : 'theirs',
    ]),
  );
  const setup = { ...setupOf(column), roles, order: plain.deltas.map((_, at) => at) };
  const tolerances = Object.fromEntries(
    Object.entries(plain.tolerances ?? {}).map(([name, value]) => [column(name), String(value)]),
  );
  const settled = settle(new Map(tables.map((table, at) => [at, table])), {
    ...setup,
    mapping: { ...setup.mapping, tolerances },
  });
  if (!settled.ok) throw new Error(describeProblem(settled.problem).what);
  const { bound, context, dataset } = settled.value;
  return investigate(bound.tables, context, dataset).findings;
}

/** With the header on the first line, which few rows and odd names may not tell. */
async function readHeaded(text: string, file: string): Promise<CsvTable> {
  const read = await readCsv(bytesSource(file, new TextEncoder().encode(text)), { headerLine: 1 });
  if (!read.ok) throw new Error(describeProblem(read.problem).what);
  return read.value;
}

function textOf(rows: readonly PlainRow[], column: Names, key: Names): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map((row) =>
    COLUMNS.map((name) => quoted(name === 'user_id' ? key(row[name] ?? '') : (row[name] ?? ''))).join(','),
  );
  return csv(COLUMNS.map((name) => quoted(column(name))).join(','), lines);
}

function setupOf(column: Names): Setup {
  return {
    name: '',
    labels: { ours: 'Ours', theirs: 'Theirs' },
    roles: {},
    order: [],
    premises: { given: ['key', 'version', 'unit'] },
    mapping: {
      key: [column('user_id')],
      measure: column('total_spend'),
      version: column('batch_id'),
      attributes: [column('items'), column('tier')],
      ignored: [],
      unit: null,
      headers: {},
      tolerances: {},
    },
  };
}

function entry(name: string, value: string): Record<string, string> {
  return Object.fromEntries([[name, value]]);
}

function bijection(from: readonly string[], to: readonly string[]) {
  const there = new Map(from.map((name, at) => [name, to[at] ?? '']));
  const back = new Map(from.map((name, at) => [to[at] ?? '', name]));
  return { to: (name: string) => there.get(name) ?? name, from: (name: string) => back.get(name) ?? name };
}
