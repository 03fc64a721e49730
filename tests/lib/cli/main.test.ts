import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findingsSchema } from '@/lib/core/findings/findings';
import { generateSample } from '@/lib/core/sample/generate-sample';
import { SAMPLE_DELTAS, SAMPLE_OURS, SAMPLE_THEIRS } from '@/lib/core/sample/sample-files';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** Runs the command line as `npm run --silent investigate` does. */
function investigate(...args: string[]) {
  const script = path.join(root, 'scripts', 'investigate.mjs');
  return spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });
}

let folder = '';
const inFolder = (name: string) => path.join(folder, name);
const write = (name: string, ...lines: string[]) => {
  writeFileSync(inFolder(name), lines.map((line) => `${line}\n`).join(''));
};

const HEADER = 'user_id,total_spend,batch_id';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tieout-cli-'));
  for (const { name, csv } of generateSample()) writeFileSync(inFolder(name), csv);
  write('export0.csv', HEADER, '1,10,1', '2,20,2', '3,30,3');
  write('export1.csv', HEADER, '1,11,4', '2,22,5');
  write('whole.csv', HEADER, '3,30,3', '1,11,4', '2,22,5');
  write('same.csv', HEADER, '1,11,4', '2,22,5', '3,30,3');
  write('stale.csv', HEADER, '1,10,1', '2,20,2', '3,30,3');
  write('open.csv', HEADER, '1,10,1', '2,"20,2', '3,30,3');
  write('odd.csv', HEADER, '1,10,1', '2,pending,2', ...Array.from({ length: 20 }, (_, i) => `${i + 3},30,3`));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const small = ['export0.csv', 'export1.csv'];

describe('the command line', { timeout: 30_000 }, () => {
  it('ends with 0 where the two tables agree', () => {
    const { status, stdout, stderr } = investigate(
      ...small.map(inFolder),
      ...['--ours', inFolder('whole.csv'), '--theirs', inFolder('same.csv')],
    );
    expect(stderr).toBe('');
    expect(stdout).toContain('The two tables agree, and both are exactly what the two files should give.');
    expect(status).toBe(0);
  });

  it('tells what sets rows apart that nothing explains', () => {
    const rows = Array.from({ length: 40 }, (_, k) => [`${k},${k * 7}`, k % 4 === 0 ? 'DE' : 'FR', `${k}`] as const);
    write('apart0.csv', 'user_id,total_spend,country,batch_id', ...rows.map((row) => row.join()));
    write(
      'apart.csv',
      'user_id,total_spend,country,batch_id',
      ...rows.map(([own, country, batch], k) => [`${own}${country === 'DE' ? k % 9 : ''}`, country, batch].join()),
    );
    const { stdout } = investigate(inFolder('apart0.csv'), '--ours', inFolder('apart.csv'));
    expect(stdout).toContain('What sets the unexplained rows apart');
    expect(stdout).toMatch(/country is DE: \d+ of \d+ unexplained users/);
  });

  it('ends with 1 where they differ, and tells the cause, the bridge and the users', () => {
    const { status, stdout } = investigate(
      ...small.map(inFolder),
      ...['--ours', inFolder('stale.csv'), '--theirs', inFolder('whole.csv'), '--unit', '$'],
    );
    expect(stdout).toMatch(/^No row of export1\.csv took effect in Stale's table\./);
    expect(stdout).toContain('Proved by replay.');
    expect(stdout).toMatch(/^Whole's table +\$63$/m);
    expect(stdout).toMatch(/^export1\.csv, no effect \(Stale\) +−\$3 +2 +\$60$/m);
    expect(stdout).toMatch(/^2 +\$22 +\$20 +\+\$2 +export1\.csv +export0\.csv +export1\.csv, no effect$/m);
    expect(status).toBe(1);
  });

  it('shows amounts in the unit that the call names', () => {
    const tables = [...small.map(inFolder), '--ours', inFolder('stale.csv'), '--theirs', inFolder('whole.csv')];
    expect(investigate(...tables, '--unit', '€').stdout).toMatch(/^Whole's table +€63$/m);
    expect(investigate(...tables, '--unit', 'none').stdout).toMatch(/^Whole's table +63$/m);
  });

  it('prints findings that meet their schema, and nothing else', () => {
    const { status, stdout, stderr } = investigate(
      '--json',
      ...SAMPLE_DELTAS.map(inFolder),
      ...['--ours', inFolder(SAMPLE_OURS), '--theirs', inFolder(SAMPLE_THEIRS)],
    );
    const findings = findingsSchema.parse(JSON.parse(stdout));
    expect(findings.gap).toEqual({ ours: '29162044', theirs: '33904525', difference: '4742481' });
    expect(findings.sides.ours?.causes).toMatchObject([
      { fault: 'file-not-loaded', files: ['delta3.csv'], keys: 1841, amount: '4742481' },
    ]);
    expect(findings.sides.ours?.blindSpots).toEqual(expect.arrayContaining(['last-row-wins', 'largest-measure-wins']));
    expect(findings.evidence.filesWon.map(({ ours }) => ours)).toEqual([4231, 1414, 1872, 0, 2483]);
    expect(findings.warnings.map(({ code }) => code)).toContain('row-order-differs');
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('finds the roles by itself where none is named', () => {
    const { status, stdout } = investigate(...[...SAMPLE_DELTAS, SAMPLE_OURS, SAMPLE_THEIRS].map(inFolder));
    expect(stdout).toContain("No row of delta3.csv took effect in Ledgerly's table.");
    expect(stdout).toContain("Marlow Denim's table is exactly what the five files should give.");
    expect(status).toBe(1);
  });

  it('takes the columns that the call names', () => {
    const { stdout } = investigate(
      '--json',
      ...SAMPLE_DELTAS.map(inFolder),
      ...['--theirs', inFolder(SAMPLE_THEIRS), '--measure', 'loyalty_credits'],
    );
    expect(JSON.parse(stdout)).toMatchObject({
      mapping: {
        key: 'user_id',
        measure: 'loyalty_credits',
        version: 'batch_id',
        attributes: ['total_spend', 'count_saved_items'],
      },
      columns: [
        { name: 'loyalty_credits', unit: null },
        { name: 'total_spend', unit: null },
        { name: 'count_saved_items' },
        { name: 'batch_id' },
      ],
    });
  });

  it('sets a picture aside that came along, and goes on', () => {
    writeFileSync(inFolder('shot.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
    const { status, stdout, stderr } = investigate(
      ...[...small, 'shot.png'].map(inFolder),
      ...['--ours', inFolder('whole.csv'), '--theirs', inFolder('same.csv')],
    );
    expect(stderr).toBe('shot.png is not a CSV file: it looks like an image. It is set aside.\n');
    expect(stdout).toContain('The two tables agree');
    expect(status).toBe(0);
  });

  it('takes premises, and prints each with its words', () => {
    const { stdout } = investigate(
      ...small.map(inFolder),
      ...['--ours', inFolder('stale.csv'), '--theirs', inFolder('whole.csv'), '--rule', 'last-arrival', '--json'],
    );
    const { premises } = z.object({ premises: z.array(z.looseObject({ code: z.string() })) }).parse(JSON.parse(stdout));
    expect(premises).toContainEqual(
      expect.objectContaining({ code: 'rule', rule: 'last-arrival', settledBy: 'given', settled: 'as you said' }),
    );
  });

  it.each([
    [['--rule', 'newest'], '--rule takes largest-version'],
    [['--ties', 'both'], '--ties takes earlier, later'],
    [['--header-line', 'x:y'], '--header-line takes LINE or FILE:LINE'],
    [['--deletes', 'op'], '--deletes takes COLUMN=VALUE'],
  ])('refuses %j with a sentence', (args, sentence) => {
    const { status, stderr } = investigate(...small.map(inFolder), '--ours', inFolder('whole.csv'), ...args);
    expect(stderr).toContain(sentence);
    expect(status).toBe(2);
  });

  it('says which lines it left out', () => {
    const { status, stderr } = investigate(inFolder('odd.csv'), '--ours', inFolder('stale.csv'));
    expect(stderr).toBe('odd.csv, line 3, column "total_spend": "pending" is not a number.\n');
    expect(status).toBe(1);
  });

  it.each([
    [
      'a file that is not there',
      ['gone.csv', '--ours', 'stale.csv'],
      'gone.csv could not be read: there is no such file.',
    ],
    [
      'a quote left open',
      ['open.csv', '--ours', 'stale.csv'],
      'open.csv, line 3: a quote is opened here and never closed.',
    ],
    [
      'a column that a file lacks',
      ['export0.csv', '--ours', 'stale.csv', '--measure', 'spent'],
      'export0.csv, line 1: the column "spent" is missing; it has "user_id", "total_spend", "batch_id".',
    ],
  ])('ends with 2 and one sentence for %s', (_, args, sentence) => {
    const paths = args.map((arg) => (arg.endsWith('.csv') ? inFolder(arg) : arg));
    const { status, stdout, stderr } = investigate(...paths);
    expect(stderr).toBe(`${sentence}\n`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('ends with 2 for a call that makes no sense', () => {
    const { status, stderr } = investigate('--ours', inFolder('whole.csv'));
    expect(stderr).toBe('No delta is given: name the exported files.\n');
    expect(status).toBe(2);
  });
});

/** The real case lies beside the project on some machines only and is never part of it. */
const johnny = path.join(root, '..', 'shared', 'data', 'johnny');

describe.skipIf(!existsSync(johnny))('the Johnny’s Jeans case (skipped without its files)', { timeout: 30_000 }, () => {
  it('prints the published values', () => {
    const file = (name: string) => path.join(johnny, name);
    const { status, stdout } = investigate(
      '--json',
      ...[0, 1, 2, 3, 4].map((n) => file(`delta${n}.csv`)),
      ...['--ours', file('AIQ-user-summary.csv'), '--theirs', file('Johnny-user-summary.csv')],
    );
    const findings = findingsSchema.parse(JSON.parse(stdout));
    const untouched = { keys: 0, amount: '0' };
    const whole = { rows: 10_000, of: 10_000 };
    expect(findings).toMatchObject({
      schema: 'tieout.findings/1',
      mapping: {
        key: 'user_id',
        measure: 'total_spend',
        version: 'batch_id',
        attributes: ['count_saved_items', 'loyalty_credits'],
      },
      expected: { keys: 10_000, total: '33904525' },
      gap: { ours: '29162044', theirs: '33904525', difference: '4742481' },
      keys: { compared: 10_000, mismatched: 1841, onlyOurs: 0, onlyTheirs: 0, duplicatedOurs: 0, duplicatedTheirs: 0 },
      sides: {
        ours: {
          proved: true,
          causes: [{ fault: 'file-not-loaded', files: ['delta3.csv'], keys: 1841, amount: '4742481' }],
          reproduced: whole,
          unexplained: untouched,
          equivalents: [],
        },
        theirs: { proved: true, causes: [], reproduced: whole, unexplained: untouched, equivalents: [], ruledOut: [] },
      },
    });
    expect(findings.inputs).toHaveLength(7);
    expect(findings.inputs).toContainEqual({
      file: 'delta0.csv',
      role: 'delta',
      order: 0,
      rows: 10_000,
      keys: 10_000,
      rejected: 0,
      total: '9993346',
      versions: { min: '0', max: '2000', distinct: 1989 },
    });
    expect(findings.inputs).toContainEqual({
      file: 'AIQ-user-summary.csv',
      role: 'ours',
      rows: 10_000,
      keys: 10_000,
      rejected: 0,
      total: '29162044',
      versions: { distinct: 5021 },
    });
    expect(findings.sides.ours?.blindSpots).toEqual(expect.arrayContaining(['last-row-wins', 'largest-measure-wins']));
    expect(findings.sides.ours?.ruledOut).toContainEqual({
      causes: [{ fault: 'version-compared-as-text' }],
      reproduced: { rows: 7115, of: 10_000 },
    });
    expect(findings.evidence.filesWon.map(({ ours, expected }) => [ours, expected])).toEqual([
      [4231, 3215],
      [1414, 1060],
      [1872, 1401],
      [0, 1841],
      [2483, 2483],
    ]);
    const words = z
      .object({
        sides: z.object({ ours: z.object({ causes: z.array(z.object({ mechanisms: z.array(z.string()) })) }) }),
        warnings: z.array(z.object({ code: z.string(), text: z.string() })),
      })
      .parse(JSON.parse(stdout));
    expect(words.sides.ours.causes[0]?.mechanisms).toContain('delta3.csv was never retrieved');
    expect(words.warnings.find(({ code }) => code === 'row-order-differs')?.text).toContain('9,969');
    expect(status).toBe(1);
  });
});
