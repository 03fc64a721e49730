import { describe, expect, test } from 'vitest';
import { readRecord, readScreen } from '@/lib/case/saved/case-record';
import { type Ladder, migrate } from '@/lib/case/saved/migrate';
import { describeSavedProblem } from '@/lib/case/saved/saved-problem';
import { savedCase } from './saved-case';

/** Version 1 had one note; version 2 has several; version 3 has authors too. */
const ladder: Ladder = {
  versions: ['tieout.case/1', 'tieout.case/2', 'tieout.case/3'],
  steps: {
    'tieout.case/1': ({ note, ...rest }) => ({ ...rest, notes: [note] }),
    'tieout.case/2': ({ notes, ...rest }) => ({
      ...rest,
      notes: (notes as string[]).map((text) => ({ text, author: '' })),
    }),
  },
};

describe('an older record', () => {
  test('climbs every step to the last version', () => {
    expect(migrate({ schema: 'tieout.case/1', name: 'A', note: 'n' }, ladder)).toEqual({
      ok: true,
      value: { schema: 'tieout.case/3', name: 'A', notes: [{ text: 'n', author: '' }] },
    });
    expect(migrate({ schema: 'tieout.case/2', notes: ['n'] }, ladder)).toMatchObject({
      value: { schema: 'tieout.case/3', notes: [{ text: 'n', author: '' }] },
    });
  });

  test('is not touched when it has the last version', () => {
    const record = { schema: 'tieout.case/3', anything: 1 };
    expect(migrate(record, ladder)).toEqual({ ok: true, value: record });
  });

  test('of a version that is not known yet is refused by name', () => {
    expect(migrate({ schema: 'tieout.case/4' }, ladder)).toEqual({
      ok: false,
      problem: { code: 'case-newer', schema: 'tieout.case/4' },
    });
  });

  test.each([null, 7, 'x', [], {}, { schema: 3 }, { schema: 'tieout.findings/1' }])(
    'that is %j is no case',
    (value) => {
      expect(migrate(value, ladder)).toMatchObject({ problem: { code: 'not-a-case' } });
    },
  );
});

describe('a record of version 1', () => {
  const ada = { name: 'Ada', email: '', company: 'AIQ' };
  const people = { from: ada, engineer: ada, customer: ada };
  const draft = { subject: 'News', edits: [{ at: 0, was: 'Dear all,', now: 'Dear Bo,' }] };
  async function opened(drafts: unknown) {
    const { findings, ...record } = await savedCase();
    return readRecord({ ...record, schema: 'tieout.case/1', letters: undefined, people: undefined, drafts }, findings);
  }

  test('opens with its letters and people as fields', async () => {
    const texts = { engineer: JSON.stringify(draft), people: JSON.stringify(people) };
    expect(await opened(texts)).toMatchObject({
      ok: true,
      value: { schema: 'tieout.case/2', letters: { engineer: draft }, people },
    });
  });

  test.each([[undefined], [{}], [{ engineer: '{', customer: '{"subject":1,"edits":[]}', people: 'null' }]])(
    'opens as it is written where nothing can be read of them: %j',
    async (drafts) => {
      expect(await opened(drafts)).toMatchObject({ ok: true, value: { letters: {}, people: null } });
    },
  );
});

describe('a record', () => {
  test('is read back as it was written', async () => {
    const { findings, ...record } = await savedCase();
    const again = readRecord(JSON.parse(JSON.stringify(record)), JSON.parse(JSON.stringify(findings)));
    expect(again).toEqual({ ok: true, value: { ...record, findings } });
    expect(JSON.stringify(again.ok && again.value.findings)).toBe(JSON.stringify(findings));
  });

  test('whose findings were kept with sentences in them opens without them', async () => {
    const { findings, ...record } = await savedCase();
    const warnings = [{ code: 'keys-duplicated', text: "20 users stand more than once in AIQ's table." }];
    expect(readRecord(record, { ...findings, warnings })).toMatchObject({ ok: true, value: { findings: null } });
  });

  test('whose findings this version does not know opens without them', async () => {
    const { findings, ...record } = await savedCase();
    expect(readRecord(record, { ...findings, schema: 'tieout.findings/9' })).toMatchObject({
      ok: true,
      value: { findings: null, comments: record.comments },
    });
  });

  test.each([
    ['a file of another site', { files: [{ kind: 'site', name: 'a', url: 'https://elsewhere.example/a' }] }],
    ['a file of another host by a short form', { files: [{ kind: 'site', name: 'a', url: '//elsewhere.example/a' }] }],
    ['a file of another host by a backslash', { files: [{ kind: 'site', name: 'a', url: '/\\elsewhere.example/a' }] }],
    ['no file', { files: [] }],
    ['an id that says something', { id: 'johnny' }],
    ['an empty comment', { comments: [{ id: 'a', on: null, author: '', text: '', at: '2026-11-22T12:00:00.000Z' }] }],
    ['a date that is none', { updated: 'yesterday' }],
  ])('with %s is damaged, and the problem says where', async (_, part) => {
    const { findings, ...record } = await savedCase();
    const read = readRecord({ ...record, ...part }, findings);
    expect(read).toMatchObject({ problem: { code: 'case-damaged', where: 'case.json' } });
    expect(!read.ok && describeSavedProblem(read.problem).what).toContain(Object.keys(part)[0]);
  });
});

test('a screen that cannot be read is none', () => {
  expect(readScreen({ fragment: 'scope=all', search: '59', openKey: '5983' })).toEqual({
    fragment: 'scope=all',
    search: '59',
    openKey: '5983',
  });
  expect(readScreen({ fragment: 1 })).toBeNull();
  expect(readScreen(undefined)).toBeNull();
});
