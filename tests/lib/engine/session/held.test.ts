import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { ColumnBuilder } from '@/lib/core/csv/column-builder';
import { investigate } from '@/lib/core/investigation/investigate';
import type { Result } from '@/lib/core/result';
import type { Setup } from '@/lib/core/setup';
import type { Progress, RowQuery, Source } from '@/lib/engine/investigator';
import { createSession } from '@/lib/engine/session/session';

const query: RowQuery = { scope: 'all', search: '', filters: [], sort: [], from: 0, count: 10 };

/** Two deltas, dates that may be day or month first, and a table without the second delta. */
const texts: Readonly<Record<string, string>> = {
  'delta0.csv': 'user_id,total_spend,points,updated\n1,10,1,01/02/2026\n2,20,2,02/02/2026\n3,,3,02/02/2026\n',
  'delta1.csv': 'user_id,total_spend,points,updated\n1,30,5,03/04/2026\n',
  'ours.csv': 'user_id,total_spend,points,updated\n1,10,1,01/02/2026\n2,20,2,02/02/2026\n3,,3,02/02/2026\n',
  'theirs.csv': 'user_id,total_spend,points,updated\n1,30,5,03/04/2026\n2,20,2,02/02/2026\n3,,3,02/02/2026\n',
};

function sourcesOf(files = texts): Source[] {
  return Object.entries(files).map(([name, text]) => ({ kind: 'file', name, file: new Blob([text]), lastModified: 0 }));
}

function answered<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function measuring(setup: Setup, measure: string): Setup {
  const { mapping } = setup;
  const attributes = [mapping.measure, ...mapping.attributes].filter((name) => name !== measure);
  return { ...setup, mapping: { ...mapping, measure, attributes } };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** All that nothing leads to is gone. */
async function collectGarbage(): Promise<void> {
  // What a turn touched is held until it ends.
  for (let turns = 0; turns < 3; turns++) {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    collect();
  }
}

// eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
const { finish } = ColumnBuilder.prototype;

describe('after an investigation a session', () => {
  afterEach(() => {
    ColumnBuilder.prototype.finish = finish;
  });

  test('holds the rows by key, and neither columns of text nor tables as they were bound', async () => {
    const held: WeakRef<object>[] = [];
    const letGo: WeakRef<object>[] = [];
    ColumnBuilder.prototype.finish = function finishHeard(this: ColumnBuilder) {
      const column = finish.call(this);
      letGo.push(new WeakRef(column));
      return column;
    };
    const session = createSession({
      search(tables, context, dataset) {
        for (const read of [tables, context.other])
          for (const bound of read ? [read, ...read.deltas, read.ours, read.theirs] : [])
            if (bound) letGo.push(new WeakRef(bound));
        if (dataset) held.push(new WeakRef(dataset));
        return investigate(tables, context, dataset);
      },
    });
    const { setup } = answered(await session.read(sourcesOf(), {}));
    answered(await session.investigate(setup, {}));
    await collectGarbage();
    expect(letGo).toHaveLength(4 * 4 + 2 * 5);
    expect(letGo.filter((one) => one.deref() !== undefined)).toEqual([]);
    expect(held.map((one) => one.deref() !== undefined)).toEqual([true]);
    expect(answered(await session.rows(query)).of).toBe(3);
  });

  test('holds no columns of its files while it searches', async () => {
    const columns: WeakRef<object>[] = [];
    ColumnBuilder.prototype.finish = function finishHeard(this: ColumnBuilder) {
      const column = finish.call(this);
      columns.push(new WeakRef(column));
      return column;
    };
    let held = -1;
    const session = createSession({
      search(...asked) {
        collect();
        held = columns.filter((one) => one.deref() !== undefined).length;
        return investigate(...asked);
      },
    });
    const { setup } = answered(await session.read(sourcesOf(), {}));
    answered(await session.investigate(setup, {}));
    expect([columns.length, held]).toEqual([4 * 4, 0]);
  });

  test('reads the files again for another set-up, and says so', async () => {
    const session = createSession();
    const { setup } = answered(await session.read(sourcesOf(), {}));
    const before = answered(await session.investigate(setup, {}));
    const heard: Progress[] = [];
    const points = await session.investigate(measuring(setup, 'points'), { onProgress: (one) => heard.push(one) });
    expect(answered(points).gap.difference).toBe('4');
    expect(heard.map(({ stage }) => stage)).toContain('reading');
    expect(answered(await session.investigate(setup, {}))).toEqual(before);
  });

  test('reads them as a person said that they are to be read', async () => {
    const files = { ...texts, 'delta0.csv': `a,b,c,d\n${texts['delta0.csv'] ?? ''}` };
    const session = createSession();
    const { setup } = answered(await session.read(sourcesOf(files), { as: { headerLines: { 'delta0.csv': 2 } } }));
    const before = answered(await session.investigate(setup, {}));
    expect(answered(await session.investigate(setup, {}))).toEqual(before);
  });

  test('makes a repair of the lines as they are written', async () => {
    const session = createSession();
    const { setup } = answered(await session.read(sourcesOf(), {}));
    answered(await session.investigate(setup, {}));
    const { csv } = answered(await session.repairRows('ours'));
    expect(new TextDecoder().decode(csv)).toBe(texts['delta1.csv']);
  });

  test('plants faults in what it holds', async () => {
    const session = createSession();
    const { setup } = answered(await session.read(sourcesOf(), {}));
    answered(await session.investigate(setup, {}));
    const planted = answered(await session.plant('theirs', [{ fault: 'file-not-loaded', files: ['delta1.csv'] }]));
    expect(planted.inputs.map(({ file, rows }) => `${file}: ${rows}`)).toEqual([
      'delta0.csv: 3',
      'delta1.csv: 1',
      'ours.csv: 3',
      'theirs.csv: 3',
    ]);
    expect(planted.keys.mismatched).toBe(0);
  });

  test('cannot take another set-up when a file has changed, and what stood before stands', async () => {
    const sources = sourcesOf();
    const [first] = sources;
    let gone = false;
    if (first?.kind === 'file') {
      const slice = first.file.slice.bind(first.file);
      Object.defineProperty(first.file, 'slice', {
        value: (from: number, to: number) => {
          if (gone) throw new DOMException('it was changed', 'NotReadableError');
          return slice(from, to);
        },
      });
    }
    const session = createSession();
    const { setup } = answered(await session.read(sources, {}));
    answered(await session.investigate(setup, {}));
    gone = true;
    const changed = { ok: false, problem: { code: 'file-changed', file: 'delta0.csv' } };
    expect(await session.investigate(measuring(setup, 'points'), {})).toEqual(changed);
    expect(await session.repairRows('ours')).toEqual(changed);
    expect(answered(await session.rows(query)).of).toBe(3);
  });

  test('takes no other file for one that can no longer be read', async () => {
    const sources = sourcesOf();
    let binary = false;
    const [first] = sources;
    if (first?.kind === 'file') {
      const slice = first.file.slice.bind(first.file);
      Object.defineProperty(first.file, 'slice', {
        value: (from: number, to: number) => (binary ? new Blob([new Uint8Array(to - from)]) : slice(from, to)),
      });
    }
    const session = createSession();
    const { setup } = answered(await session.read(sources, {}));
    answered(await session.investigate(setup, {}));
    binary = true;
    expect(await session.investigate(measuring(setup, 'points'), {})).toEqual({
      ok: false,
      problem: { code: 'file-changed', file: 'delta0.csv' },
    });
  });
});
