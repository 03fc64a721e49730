import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '@/lib/core/result';
import { createBrowserInvestigator } from '@/lib/engine/browser/client';
import type { RowQuery, Source } from '@/lib/engine/investigator';
import { createSession } from '@/lib/engine/session/session';
import { channelWorker } from '@/tests/support/channel-worker';

/** The files of the Johnny's Jeans case, which are not part of the project: without them these tests are skipped. */
const folder = path.resolve('../shared/data/johnny');
const names = [
  'delta0.csv',
  'delta1.csv',
  'delta2.csv',
  'delta3.csv',
  'delta4.csv',
  'AIQ-user-summary.csv',
  'Johnny-user-summary.csv',
];

const query: RowQuery = { scope: 'differing', search: '', filters: [], sort: [], from: 0, count: 3 };

function answered<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

describe.skipIf(!existsSync(folder))("the Johnny's Jeans case in a worker", () => {
  const investigator = createBrowserInvestigator(() => channelWorker(createSession()));

  test('is read, explained and shown row by row from the files alone', async () => {
    const sources = names.map(
      (name): Source => ({
        kind: 'file',
        name,
        file: new Blob([readFileSync(path.join(folder, name))]),
        lastModified: 0,
      }),
    );
    const intake = answered(await investigator.read(sources, {}));
    expect(intake.problems).toEqual([]);
    const findings = answered(await investigator.investigate(intake.setup, {}));
    expect(findings.sides.ours?.causes).toMatchObject([
      { fault: 'file-not-loaded', files: ['delta3.csv'], keys: 1841, amount: '4742481' },
    ]);

    const window = answered(await investigator.rows(query));
    expect(window).toMatchObject({ selected: 1841, of: 1841, sums: { difference: '4742481' } });
    const all = answered(await investigator.rows({ ...query, scope: 'all', count: 0 }));
    expect(all).toMatchObject({
      selected: 10000,
      of: 10000,
      sums: { theirs: '33904525', ours: '29162044', difference: '4742481' },
    });
  });

  test('gives for each bar and each bin of the evidence the rows behind it', async () => {
    const delta3 = answered(
      await investigator.rows({ ...query, filters: [{ kind: 'expectedFile', file: 'delta3.csv' }] }),
    );
    expect(delta3).toMatchObject({ selected: 1841, sums: { difference: '4742481' } });
    const cause = answered(await investigator.rows({ ...query, filters: [{ kind: 'cause', side: 'ours', cause: 0 }] }));
    expect(cause).toMatchObject({ selected: 1841, sums: { difference: '4742481' } });
    const ours = await Promise.all(
      names
        .slice(0, 5)
        .map(
          async (file) =>
            answered(await investigator.rows({ ...query, scope: 'all', filters: [{ kind: 'oursFile', file }] }))
              .selected,
        ),
    );
    expect(ours).toEqual([4231, 1414, 1872, 0, 2483]);
  });

  test('shows the life of a key and where each table stands in it', async () => {
    const { rows } = answered(await investigator.rows(query));
    const timeline = answered(await investigator.timeline(rows[0]?.key ?? []));
    const taken = timeline?.versions.map(({ file, tookBy }) => [file, tookBy]);
    expect(taken).toContainEqual(['delta3.csv', ['expected', 'theirs']]);
    expect(timeline?.unmatched).toEqual([]);
  });

  test('is reproduced by its replay, and mended by the rows of the repair', async () => {
    const replay = answered(await investigator.replay([{ fault: 'file-not-loaded', files: ['delta3.csv'] }]));
    expect(replay).toMatchObject({ total: '29162044', ours: { rows: 10000, of: 10000, difference: '0' } });
    expect(replay.theirs?.difference).toBe('4742481');

    const repair = answered(await investigator.repairRows('ours'));
    const delta3 = readFileSync(path.join(folder, 'delta3.csv'), 'utf8').split('\n');
    const lines = new TextDecoder()
      .decode(repair.csv)
      .split('\n')
      .filter((line) => line !== '');
    expect(repair.rows).toBe(1841);
    expect(lines).toHaveLength(1842);
    expect(lines.filter((line) => !delta3.includes(line))).toEqual([]);
    investigator.close();
  });
});
