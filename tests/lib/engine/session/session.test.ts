import { describe, expect, test } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import { investigate } from '@/lib/core/investigation/investigate';
import { createMask } from '@/lib/core/mask/pseudonym';
import type { Result } from '@/lib/core/result';
import type { Setup } from '@/lib/core/setup';
import { describeRejection } from '@/lib/core/words/rejections';
import { createBrowserInvestigator } from '@/lib/engine/browser/client';
import type { FromWorker, Request } from '@/lib/engine/browser/protocol';
import type { Investigator, Progress, RowQuery, Source } from '@/lib/engine/investigator';
import type { Search } from '@/lib/engine/session/investigate-settled';
import { createSession } from '@/lib/engine/session/session';
import { channelWorker } from '@/tests/support/channel-worker';

const query: RowQuery = { scope: 'all', search: '', filters: [], sort: [], from: 0, count: 10 };
const header = 'user_id,total_spend,tier,batch_id\n';

function source(name: string, rows: string): Source {
  return { kind: 'file', name, file: new Blob([header + rows]), lastModified: 0 };
}

const sources = [
  source('exports/delta0.csv', '1,10,gold,1\n2,20,tin,2\n'),
  source('delta1.csv', '1,30,gold,3\n'),
  source('ours.csv', '1,10,gold,1\n2,20,tin,2\n'),
  source('theirs.csv', '1,30,gold,3\n2,20,tin,2\n'),
];

const now = () => 0;

/** Files read as deltas, then ours and theirs. */
function setupOf(deltas: number): Setup {
  return {
    name: 'case',
    labels: { ours: 'AIQ', theirs: 'Johnny' },
    roles: {
      ...Object.fromEntries(Array.from({ length: deltas }, (_, id) => [id, 'delta'])),
      [deltas]: 'ours',
      [deltas + 1]: 'theirs',
    },
    order: Array.from({ length: deltas }, (_, id) => id),
    mapping: {
      key: ['user_id'],
      measure: 'total_spend',
      version: 'batch_id',
      attributes: ['tier'],
      ignored: [],
      unit: null,
      headers: {},
      tolerances: {},
    },
  };
}

function answered<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.problem.code;
}

async function answerOf(investigator: Investigator, request: Request): Promise<unknown> {
  const chunks: number[] = [];
  const result = await ask(investigator, request, (bytes) => chunks.push(...bytes));
  return { result, chunks };
}

function ask(
  investigator: Investigator,
  request: Request,
  sink: (bytes: Uint8Array) => void,
): Promise<Result<unknown>> {
  switch (request.kind) {
    case 'read':
      return investigator.read(request.sources, { as: request.as });
    case 'investigate':
      return investigator.investigate(request.setup, {});
    case 'rejections':
      return investigator.rejections();
    case 'rows':
      return investigator.rows(request.query);
    case 'timeline':
      return investigator.timeline(request.key);
    case 'replay':
      return investigator.replay(request.faults);
    case 'plant':
      return investigator.plant(request.side, request.faults);
    case 'exportRows':
      return investigator.exportRows(request.query, sink, { mask: request.mask });
    case 'repairRows':
      return investigator.repairRows(request.side);
    case 'namedIn':
      return investigator.namedIn(request.texts, request.columns);
  }
}

async function investigated(
  search: Search = investigate,
  watch?: (message: FromWorker) => void,
): Promise<Investigator> {
  const investigator = createBrowserInvestigator(() => channelWorker(createSession({ search, now }), watch));
  answered(await investigator.read(sources, {}));
  answered(await investigator.investigate(setupOf(2), {}));
  return investigator;
}

describe('a session', () => {
  test('gives in a worker what it gives inline', async () => {
    const requests: Request[] = [
      { kind: 'rejections' },
      { kind: 'rows', query },
      { kind: 'investigate', setup: setupOf(2) },
      {
        kind: 'read',
        sources: [...sources, { kind: 'file', name: 'empty.csv', file: new Blob([]), lastModified: 0 }],
        as: {},
      },
      { kind: 'read', sources, as: { headerLines: { 'delta0.csv': 2 } } },
      { kind: 'rows', query },
      { kind: 'investigate', setup: setupOf(0) },
      { kind: 'investigate', setup: setupOf(2) },
      { kind: 'rows', query: { ...query, filters: [{ kind: 'column', column: 'total_spend' }] } },
      { kind: 'rejections' },
      { kind: 'timeline', key: ['1'] },
      { kind: 'timeline', key: ['nobody'] },
      { kind: 'replay', faults: [{ fault: 'last-row-wins' }] },
      { kind: 'plant', side: 'theirs', faults: [{ fault: 'measure-scaled', factor: '100' }] },
      { kind: 'exportRows', query, mask: null },
      { kind: 'exportRows', query, mask: { salt: 'salt', entity: 'user' } },
      { kind: 'repairRows', side: 'ours' },
      { kind: 'namedIn', texts: ['Look at 1 and nobody.'], columns: [] },
    ];
    const session = createSession({ now });
    const investigator = createBrowserInvestigator(() => channelWorker(createSession({ now })));
    for (const request of requests) {
      expect(await answerOf(investigator, request), request.kind).toEqual(await answerOf(session, request));
    }
    investigator.close();
  });

  test('reads a header where a person points, in the one of two files that is meant', async () => {
    const investigator = createBrowserInvestigator(() => channelWorker(createSession({ now })));
    const headed = (folder: string): Source => ({
      kind: 'file',
      name: `${folder}/delta.csv`,
      file: new Blob(['name,amount,kind,run\nuser_id,total_spend,tier,batch_id\n1,10,gold,1\n']),
      lastModified: 0,
    });
    const read = [headed('a'), headed('b')];
    const headers = async (headerLines: Readonly<Record<string, number>>) =>
      answered(await investigator.read(read, { as: { headerLines } })).files.map(
        ({ file, headerLine, columns }) => `${file}, line ${headerLine}: ${columns[0]?.name ?? ''}`,
      );
    expect(await headers({})).toEqual(['delta.csv, line 1: name', 'delta.csv (2), line 1: name']);
    expect(await headers({ 'delta.csv (2)': 2 })).toEqual([
      'delta.csv, line 1: name',
      'delta.csv (2), line 2: user_id',
    ]);
    investigator.close();
  });

  test('reads every file that it can, and says of the others why not', async () => {
    const investigator = createBrowserInvestigator(() => channelWorker(createSession({ now })));
    const gone: Source = { kind: 'url', name: 'gone.csv', url: 'data:nothing' };
    const intake = answered(await investigator.read([...sources.slice(0, 1), gone, ...sources.slice(1)], {}));
    expect(intake.files.map(({ file, rows }) => `${file}: ${rows}`)).toEqual([
      'delta0.csv: 2',
      'delta1.csv: 1',
      'ours.csv: 2',
      'theirs.csv: 2',
    ]);
    expect(intake.problems).toMatchObject([{ code: 'file-unreadable', file: 'gone.csv' }]);
    investigator.close();
  });

  test('refuses files for which the machine has not the memory', async () => {
    const investigator = createBrowserInvestigator(() => channelWorker(createSession({ now, memory: 1e6 })));
    expect(await investigator.read(sources, {})).toMatchObject({
      ok: false,
      problem: { code: 'too-large', available: 1e6 },
    });
    investigator.close();
  });

  test('counts the bytes and rows of a reading over all files, from none to all', async () => {
    const heard: Progress[] = [];
    const investigator = createBrowserInvestigator(() => channelWorker(createSession({ now })));
    await investigator.read(sources, { onProgress: (progress) => heard.push(progress) });
    const bytes = sources.reduce((total, read) => total + (read.kind === 'file' ? read.file.size : 0), 0);
    expect(heard[0]).toEqual({ stage: 'reading', file: 'delta0.csv', bytes: 0, totalBytes: bytes, rows: 0 });
    expect(heard.at(-1)).toEqual({ stage: 'reading', file: 'theirs.csv', bytes, totalBytes: bytes, rows: 7 });
    investigator.close();
  });

  test('lists the lines that reading and comparing left out, by file and line', async () => {
    const investigator = createBrowserInvestigator(() => channelWorker(createSession({ now })));
    const flawed = source('delta0.csv', `1,10,gold,1\n,5,tin,2\n2,abc,tin,2\n3,4\n${'2,20,tin,2\n'.repeat(30)}`);
    answered(await investigator.read([flawed, ...sources.slice(1)], {}));
    expect(codeOf(await investigator.rejections())).toBe('engine-stopped');
    const findings = answered(await investigator.investigate(setupOf(2), {}));
    const { 'delta0.csv': lines = [], ...others } = answered(await investigator.rejections());
    expect(lines.map((line) => describeRejection(line, 'delta0.csv'))).toEqual([
      'delta0.csv, line 3, column "user_id": the key is empty.',
      'delta0.csv, line 4, column "total_spend": "abc" is not a number.',
      'delta0.csv, line 5: the row has fewer cells than the header: 3,4',
    ]);
    expect(others).toEqual({ 'delta1.csv': [], 'ours.csv': [], 'theirs.csv': [] });
    expect(findings.inputs[0]).toMatchObject({ file: 'delta0.csv', rejected: 3 });
    investigator.close();
  });

  test('hands over the bytes of an export and keeps none', async () => {
    const sent: FromWorker[] = [];
    const investigator = await investigated(investigate, (message) => sent.push(message));
    const received: Uint8Array[] = [];
    answered(await investigator.exportRows(query, (chunk) => received.push(chunk)));
    const repair = answered(await investigator.repairRows('ours'));
    expect(received.map(({ byteLength }) => byteLength > 0)).toEqual([true]);
    expect(repair.csv.byteLength).toBeGreaterThan(0);
    const kept = sent.flatMap((message) => {
      if (message.type === 'chunk') return [message.chunk.byteLength];
      if (message.type !== 'response' || message.response.kind !== 'repairRows') return [];
      return message.response.result.ok ? [message.response.result.value.csv.byteLength] : [];
    });
    expect(kept).toEqual([0, 0]);
    investigator.close();
  });

  test('exports rows as CSV that reads back, with text that a spreadsheet would run made harmless', async () => {
    const awkward = source('delta0.csv', `=1+1,-5,"@evil, ""quoted""",1\n-7,2.5,-3,2\n`);
    const investigator = createBrowserInvestigator(() => channelWorker(createSession({ now })));
    await investigator.read([awkward, source('ours.csv', ''), source('theirs.csv', '=1+1,-6,x,1\n')], {});
    answered(await investigator.investigate(setupOf(1), {}));
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const sort = [{ column: 'key', descending: false }];
    const { rows } = answered(
      await investigator.exportRows({ ...query, sort }, (chunk) => chunks.push(new Uint8Array(chunk))),
    );
    const csv = answered(await readCsv(bytesSource('rows.csv', new Uint8Array(await new Blob(chunks).arrayBuffer()))));
    expect(rows).toBe(2);
    expect(column(csv, 'user_id').sort()).toEqual(['-7', "'=1+1"].sort());
    expect(column(csv, 'Expected total_spend').sort()).toEqual(['-5.0', '2.5']);
    expect(column(csv, 'Expected tier').sort()).toEqual([`'@evil, "quoted"`, '-3'].sort());
    investigator.close();
  });

  test('exports no key under a mask, and the same rows in the same order', async () => {
    const named = (rows: string) => rows.replace(/^(?=\d)/gm, 'MEMBER-');
    const files = sources.map((one) => one.kind === 'file' && one);
    const investigator = createBrowserInvestigator(() => channelWorker(createSession({ now })));
    const renamed = await Promise.all(
      files.map(async (one) => {
        if (!one) throw new Error('every source is a file');
        return { ...one, file: new Blob([named(await one.file.text())]) };
      }),
    );
    answered(await investigator.read(renamed, {}));
    answered(await investigator.investigate(setupOf(2), {}));
    const exported = async (mask: { salt: string; entity: string } | null) => {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      answered(await investigator.exportRows(query, (chunk) => chunks.push(new Uint8Array(chunk)), { mask }));
      return (await new Blob(chunks).text()).split('\r\n');
    };
    const setting = { salt: 'salt', entity: 'user' };
    const [open, masked] = [await exported(null), await exported(setting)];
    expect(open.join()).toContain('MEMBER-1,');
    expect(masked.join()).not.toContain('MEMBER');
    expect(masked).toEqual(
      open.map((line) => line.replace(/^MEMBER-\d+/, (key) => createMask(setting.salt, setting.entity).key([key]))),
    );
    investigator.close();
  });

  test('forgets the investigation when other files are read', async () => {
    const investigator = await investigated();
    answered(await investigator.read(sources, {}));
    expect(codeOf(await investigator.rows(query))).toBe('engine-stopped');
    investigator.close();
  });

  test('plants a fault in a table of its own: the open investigation stands as it was', async () => {
    const investigator = await investigated();
    const before = answered(await investigator.rows(query));
    const planted = answered(await investigator.plant('theirs', [{ fault: 'first-row-wins' }]));
    expect(planted.gap.theirs).toBe('30');
    expect(planted.sides.theirs?.causes[0]?.keys).toBe(1);
    expect(answered(await investigator.rows(query))).toEqual(before);
    expect(answered(await investigator.replay([])).theirs).toEqual({ rows: 2, of: 2, difference: '0' });
    investigator.close();
  });

  test('answers a bug with a stopped engine, and goes on', async () => {
    let bug = false;
    const investigator = await investigated((...of) => {
      if (bug) throw new Error('a bug');
      return investigate(...of);
    });
    bug = true;
    const answer = await investigator.investigate(setupOf(2), {});
    expect(answer).toEqual({ ok: false, problem: { code: 'engine-stopped', reason: 'a bug' } });
    expect(codeOf(await investigator.rows(query))).toBe('ok');
    investigator.close();
  });
});

describe('a cancelled call', () => {
  test('stops a reading at its next slice, and leaves what was read before', async () => {
    const investigator = await investigated();
    const controller = new AbortController();
    const slices: number[] = [];
    const endless = new Blob([header, '1,2,x,3\n'.repeat(10)]);
    Object.defineProperty(endless, 'slice', {
      value: () => {
        slices.push(1);
        controller.abort();
        return new Blob([]);
      },
    });
    const endlessly: Source = { kind: 'file', name: 'endless.csv', file: endless, lastModified: 0 };
    const result = await createSession({ now }).read([endlessly], { signal: controller.signal });
    expect(codeOf(result)).toBe('cancelled');
    expect(slices).toHaveLength(1);
    const aborted = new AbortController();
    const reading = investigator.read(sources, { signal: aborted.signal });
    aborted.abort();
    expect(codeOf(await reading)).toBe('cancelled');
    expect(await investigator.rows(query)).toMatchObject({ ok: true });
    investigator.close();
  });

  test('that waits behind others costs nothing: of rows asked for in a row only those still wanted are read', async () => {
    const messages: FromWorker[] = [];
    const investigator = await investigated(investigate, (message) => messages.push(message));
    messages.length = 0;
    const searches = ['1', '2', '3', ''];
    const calls = searches.map((search, i) => {
      const controller = new AbortController();
      const call = investigator.rows({ ...query, search }, { signal: controller.signal });
      if (i < 3) controller.abort();
      return call;
    });
    expect((await Promise.all(calls)).map(codeOf)).toEqual(['cancelled', 'cancelled', 'cancelled', 'ok']);
    const answers = messages.flatMap((message) => (message.type === 'response' ? [message.response.result] : []));
    expect(answers.map(codeOf)).toEqual(['cancelled', 'cancelled', 'cancelled', 'ok']);
    investigator.close();
  });

  test('never starts a search when the cancel came before it', async () => {
    let searches = 0;
    const investigator = await investigated((...of) => {
      searches += 1;
      return investigate(...of);
    });
    const controller = new AbortController();
    const call = investigator.investigate(setupOf(2), { signal: controller.signal });
    controller.abort();
    expect(codeOf(await call)).toBe('cancelled');
    answered(await investigator.investigate(setupOf(2), {}));
    expect(searches).toBe(2);
    investigator.close();
  });

  test('leaves the investigation before it standing when it came during the search', async () => {
    const controller = new AbortController();
    let during: (() => void) | null = null;
    const investigator = await investigated((tables, { labels, key, rejected }) => {
      during?.();
      return investigate(tables, { labels, key, rejected });
    });
    during = () => {
      controller.abort();
    };
    const swapped = { ...setupOf(2), order: [1, 0], mapping: { ...setupOf(2).mapping, attributes: [] } };
    expect(codeOf(await investigator.investigate(swapped, { signal: controller.signal }))).toBe('cancelled');
    const { rows } = answered(await investigator.rows({ ...query, search: '1' }));
    expect(rows[0]?.expected?.attributes).toEqual(['gold']);
    investigator.close();
  });

  test('in the same thread is heard between the steps of a search', async () => {
    const controller = new AbortController();
    let steps = 0;
    const session = createSession({
      search(tables, context) {
        for (let step = 0; step < 10; step++) {
          steps += 1;
          if (step === 2) controller.abort();
          context.tick?.(step);
        }
        return investigate(tables, context);
      },
    });
    answered(await session.read(sources, {}));
    const result = await session.investigate(setupOf(2), { signal: controller.signal });
    expect([codeOf(result), steps]).toEqual(['cancelled', 3]);
  });
});

/** A session over a case of which two keys look the same where they are one text. */
async function sessionOfAlikeKeys() {
  const session = createSession();
  const file = (name: string, rows: string): Source => ({
    kind: 'file',
    name,
    file: new Blob([`shop,item,total_spend,batch_id\n${rows}`]),
    lastModified: 0,
  });
  const both = 'a · b,c,10,1\na,b · c,20,2\n';
  answered(await session.read([file('delta0.csv', both), file('ours.csv', both), file('theirs.csv', both)], {}));
  const setup = setupOf(1);
  const mapping = { ...setup.mapping, key: ['shop', 'item'], attributes: [] };
  answered(await session.investigate({ ...setup, mapping }, {}));
  return session;
}

describe('two keys whose parts share the dot between parts', () => {
  const alike = [
    ['a', 'b · c'],
    ['a · b', 'c'],
  ] as const;

  test('are two rows in the order of their parts, each with a timeline of its own', async () => {
    const session = await sessionOfAlikeKeys();
    const { rows } = answered(await session.rows({ ...query, sort: [{ column: 'key', descending: false }] }));
    expect(rows.map(({ key, expected }) => [key, expected?.measure])).toEqual([
      [alike[0], '20'],
      [alike[1], '10'],
    ]);
    for (const { key, expected } of rows)
      expect(answered(await session.timeline(key))).toMatchObject({ key, versions: [{ measure: expected?.measure }] });
    expect(answered(await session.timeline(['a · b · c']))).toBeNull();
  });

  test.each([
    ['B · C', alike],
    ['A · b · c', alike],
    ['a \\·', []],
  ])('are found by what is seen of them: %j', async (search, found) => {
    const session = await sessionOfAlikeKeys();
    const sort = [{ column: 'key', descending: false }];
    const { rows } = answered(await session.rows({ ...query, search, sort }));
    expect(rows.map(({ key }) => key)).toEqual(found);
  });

  test('are exported with a column for each part, under a mask with one for the pseudonym', async () => {
    const session = await sessionOfAlikeKeys();
    const setting = { salt: 'salt', entity: 'key' };
    const mask = createMask(setting.salt, setting.entity);
    async function firstCells(masked: typeof setting | null, cells: number): Promise<string[][]> {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      const sort = [{ column: 'key', descending: false }];
      answered(await session.exportRows({ ...query, sort }, (chunk) => chunks.push(chunk), { mask: masked }));
      const lines = (await new Blob(chunks).text()).trimEnd().split('\r\n');
      return lines.map((line) => line.split(',').slice(0, cells));
    }
    expect(await firstCells(null, 2)).toEqual([['shop', 'item'], ...alike]);
    expect(await firstCells(setting, 1)).toEqual([['shop + item'], ...alike.map((key) => [mask.key(key)])]);
    expect(mask.key(alike[0])).not.toBe(mask.key(alike[1]));
  });
});

function column(table: CsvTable, name: string): string[] {
  const found = table.columns.find((candidate) => candidate.name === name);
  return Array.from({ length: table.rows }, (_, row) => found?.cells.at(row) ?? '');
}
