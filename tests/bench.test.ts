import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { investigate } from '@/lib/core/investigation/investigate';
import { settle } from '@/lib/core/premises/settle';
import { floorsOf, missed } from './bench/floors';
import { readOptions } from './bench/options';
import type { DropFigures } from './bench/parts/drop';
import { checkSame } from './bench/peers/answer';
import { compareInDuckDb } from './bench/peers/duckdb';
import { compareWithMaps } from './bench/peers/maps';
import { withSpeed } from './bench/readme';
import type { Results } from './bench/results';
import { type LargeCaseFiles, readAll, writeLargeCase } from './bench/support/case-files';
import { FILE_NOT_LOADED, withNoise } from './bench/support/faults';
import { keyForms, keyWriter } from './bench/support/key-form';
import { largeCase } from './bench/support/large-case';

const USERS = 1000;

describe.each(keyForms)('the large case, %s keys', (form) => {
  let files: LargeCaseFiles;
  beforeAll(() => {
    files = writeLargeCase(USERS, form, FILE_NOT_LOADED, form === 'int' ? 'shuffled' : 'by-key');
  });
  afterAll(() => {
    rmSync(files.folder, { recursive: true });
  });

  it('gives every user a key of their own', () => {
    const write = keyWriter(form, USERS);
    expect(new Set(Array.from({ length: USERS }, (_, user) => write(user))).size).toBe(USERS);
  });

  it('is told alike by the product and its peers', async () => {
    const read = await readAll(files.paths);
    const { setup } = proposeIntake(
      Array.from(read, ([id, table]) => ({ id, table })),
      0,
    );
    const settled = settle(read, setup);
    if (!settled.ok) throw new Error(JSON.stringify(settled.problem));
    const { bound, context, dataset } = settled.value;
    const { inputs, expected, sides } = investigate(bound.tables, context, dataset).findings;
    expect(sides.ours).toMatchObject({ proved: true, causes: [FILE_NOT_LOADED] });
    expect(inputs.reduce((sum, { rows }) => sum + rows, 0)).toBe(files.rows);

    const maps = await compareWithMaps(
      await Promise.all(files.paths.map(async (at) => new File([await readFile(at)], path.basename(at)))),
    );
    const { answer } = await compareInDuckDb(files.folder);
    checkSame(maps, answer);
    const total = (role: string) => Number(inputs.find((input) => input.role === role)?.total);
    expect(maps.totals).toEqual({ expected: Number(expected.total), ours: total('ours'), theirs: total('theirs') });
    expect(maps.equal.theirs).toBe(expected.keys);
    expect(maps.equal.ours).toBeLessThan(expected.keys);
    expect(answer.equalWithout[2]).toBe(inputs.find(({ role }) => role === 'ours')?.rows);
  });
});

it('two answers that differ stop the bench', () => {
  const one = { totals: { expected: 3, ours: 2, theirs: 3 }, equal: { ours: 1, theirs: 2 } };
  expect(() => {
    checkSame(one, { ...one, equal: { ours: 2, theirs: 1 } });
  }).toThrow('two answers');
});

it('nothing explains what noise left', () => {
  const context = { labels: { ours: 'Vendor', theirs: 'Customer' }, key: ['user_id'], rejected: {} };
  expect(investigate(withNoise(largeCase(USERS, 'padded')), context).findings.sides.ours?.proved).toBe(false);
});

describe('the floors', () => {
  it('hold or are missed by the ratio to what ran beside', () => {
    expect(missed(floorsOf(results({ product: 5900, touch: 1000 })))).toEqual([]);
    expect(missed(floorsOf(results({ product: 6100, touch: 1000 })))).toMatchObject([{ value: 6.1, floor: 6 }]);
    expect(missed(floorsOf(results({ product: 1000, duckdb: 900 })))).toMatchObject([{ value: 0.9, floor: 1 }]);
  });

  it('are not judged where nothing was measured', () => {
    const nothing = floorsOf({ ...results({}), drop: [] });
    expect(nothing.every(({ value }) => value === null)).toBe(true);
    expect(missed(nothing)).toEqual([]);
  });
});

it('the README’s table stands between its marks, and only there', () => {
  const written = withSpeed('a\n<!-- speed -->\nold\n<!-- /speed -->\nz\n', results({ product: 5900, touch: 1000 }));
  expect(written.startsWith('a\n<!-- speed -->\n')).toBe(true);
  expect(written.endsWith('\n<!-- /speed -->\nz\n')).toBe(true);
  expect(written).toContain('| 1,000,000 users | 1.0 s | 5.9 s |');
  expect(written).not.toContain('old');
  expect(() => withSpeed('no place', results({}))).toThrow('the README has no');
});

it('options are read, and what is none is refused', () => {
  expect(readOptions(['--only', 'drop,faults', '--sizes', '10k,1M', '--large', '--keys', 'int'])).toMatchObject({
    only: ['drop', 'faults'],
    sizes: [10_000, 1_000_000, 10_000_000],
    keys: ['int'],
  });
  expect(() => readOptions(['--only', 'all'])).toThrow('all is none of');
  expect(() => readOptions(['--sizes', '0'])).toThrow('0 is no number above 0');
});

/** Of a run that measured no more than how long some took on a million users with integer keys. */
function results(milliseconds: Partial<Record<keyof DropFigures['taken'], number>>): Results {
  const none = { touch: null, product: null, maps: null, duckdb: null, 'duckdb-wasm': null };
  const taken = Object.fromEntries(
    Object.entries(milliseconds).map(([name, one]) => [name, { milliseconds: one, bytes: null }]),
  );
  return {
    runs: 3,
    machine: { cores: 2, processor: 'any', memory: 2 ** 34, system: 'any', browser: 'any', node: 'any' },
    drop: [
      {
        users: 1_000_000,
        keys: 'int',
        rows: 1,
        bytes: 1,
        taken: { ...none, ...taken },
        reading: 0,
        longestTask: 0,
      },
    ],
    stages: [],
    faults: null,
    small: null,
    rows: null,
  };
}
