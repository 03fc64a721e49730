import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaseStore } from '@/lib/case/open/case-store';
import { columnUses, withDeltaAt, withRole, withSidesSwapped, withUse } from '@/lib/case/open/edit-setup';
import { freshNotes } from '@/lib/case/open/notes';
import { droppedSources, openedCase } from '@/lib/case/open/selectors';
import { fail } from '@/lib/core/result';
import { fileRoles } from '@/lib/core/setup';
import type { Source } from '@/lib/engine/investigator';
import { fakeInvestigator, johnnyIntake } from '../../../support/fake-investigator';
import { sampleFindings } from '../../../support/sample-findings';

const SOURCES: readonly Source[] = johnnyIntake.files.map(({ file }) => ({ kind: 'url', name: file, url: `/${file}` }));
const johnnyIntakeOpened = { intake: johnnyIntake, setup: johnnyIntake.setup };
const ANSWERS = { intake: johnnyIntake, findings: sampleFindings };

/** A gate that holds every call until it is opened. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open: () => {
      open();
    },
    wait: () => opened,
  };
}

describe('the open case', () => {
  test('is investigated as soon as its files are read', async () => {
    const fake = fakeInvestigator(ANSWERS);
    const store = new CaseStore(() => fake);
    store.open(SOURCES);
    await store.settled();
    expect(store.getState()).toMatchObject({ status: 'ready', findings: sampleFindings });
    expect(fake.calls).toEqual(['read', 'investigate']);
  });

  test('is investigated again when the arrival order changes, but not when a side is renamed', async () => {
    const fake = fakeInvestigator(ANSWERS);
    const store = new CaseStore(() => fake);
    store.open(SOURCES);
    await store.settled();
    store.relabel('theirs', 'Shop');
    expect(fake.calls).toEqual(['read', 'investigate']);
    store.setUp(withDeltaAt(johnnyIntake.setup, 0, 4));
    await store.settled();
    expect(fake.calls).toEqual(['read', 'investigate', 'investigate']);
    expect(store.getState().status).toBe('ready');
  });

  test('opens in the unit that is known of its files, and keeps it as files are added', async () => {
    const { mapping } = johnnyIntake.setup;
    const intake = { ...johnnyIntake, setup: { ...johnnyIntake.setup, mapping: { ...mapping, unit: null } } };
    const store = new CaseStore(() => fakeInvestigator({ ...ANSWERS, intake }));
    store.openWithUnit(SOURCES, '$');
    await store.settled();
    const inDollars = { status: 'ready', opened: { setup: { mapping: { unit: '$' }, premises: { given: ['unit'] } } } };
    expect(store.getState()).toMatchObject(inDollars);
    store.add([{ kind: 'url', name: 'delta5.csv', url: '/delta5.csv' }]);
    await store.settled();
    expect(store.getState()).toMatchObject(inDollars);
  });

  test('keeps its files when the reading is cancelled, drops the late answer, and reads again on request', async () => {
    const held = gate();
    const store = new CaseStore(() => fakeInvestigator({ ...ANSWERS, gate: held.wait }));
    store.open(SOURCES);
    store.cancel();
    held.open();
    await store.settled();
    expect(store.getState()).toMatchObject({ status: 'failed', problem: { code: 'cancelled' } });
    expect(droppedSources(store.getState())).toEqual(SOURCES);
    store.retry();
    await store.settled();
    expect(store.getState().status).toBe('ready');
  });

  test('shows only the answer to the newest wish', async () => {
    const held = gate();
    const other: readonly Source[] = SOURCES.slice(0, 6);
    const store = new CaseStore(() => fakeInvestigator({ ...ANSWERS, gate: held.wait }));
    store.open(SOURCES);
    store.open(other);
    held.open();
    await store.settled();
    expect(droppedSources(store.getState())).toEqual(other);
    expect(store.getState().status).toBe('ready');
  });

  test('starts another engine after one has stopped', async () => {
    const stopped = {
      ...fakeInvestigator(ANSWERS),
      read: () => Promise.resolve(fail({ code: 'engine-stopped', reason: 'out of memory' } as const)),
    };
    const engines = [stopped, fakeInvestigator(ANSWERS)];
    const store = new CaseStore(() => engines.shift() ?? stopped);
    store.open(SOURCES);
    await store.settled();
    expect(store.getState()).toMatchObject({ status: 'failed', problem: { code: 'engine-stopped' } });
    store.retry();
    await store.settled();
    expect(store.getState().status).toBe('ready');
  });

  test('tells a bug of the engine and keeps the files', async () => {
    const broken = { ...fakeInvestigator(ANSWERS), investigate: () => Promise.reject(new Error('index out of range')) };
    const store = new CaseStore(() => broken);
    store.open(SOURCES);
    await store.settled();
    expect(store.getState()).toMatchObject({
      status: 'failed',
      problem: { code: 'engine-stopped', reason: 'index out of range' },
    });
    expect(droppedSources(store.getState())).toEqual(SOURCES);
  });

  test('takes a file out by reading the others again, and ends when the last one goes', async () => {
    const store = new CaseStore(() => fakeInvestigator(ANSWERS));
    store.open(SOURCES.slice(0, 2));
    await store.settled();
    store.remove('delta1.csv');
    await store.settled();
    expect(droppedSources(store.getState()).map(({ name }) => name)).toEqual(['delta0.csv']);
    store.remove('delta0.csv');
    await store.settled();
    expect(store.getState().status).toBe('idle');
  });

  test('of files that claim one side takes the one that is meant, and sets the others aside', async () => {
    const { setup } = johnnyIntake;
    const roles = { ...setup.roles, 3: 'ours' as const, 4: 'ours' as const };
    const intake = { ...johnnyIntake, setup: { ...setup, roles, order: [0, 1, 2] } };
    const store = new CaseStore(() => fakeInvestigator({ ...ANSWERS, intake }));
    store.open(SOURCES);
    await store.settled();
    expect(store.getState().status).toBe('unsettled');
    store.take('AIQ-user-summary.csv', 'ours');
    await store.settled();
    expect(store.getState()).toMatchObject({
      status: 'ready',
      opened: { setup: { labels: { ours: 'AIQ' }, roles: { 3: 'ignored', 4: 'ignored', 5: 'ours' } } },
    });
  });

  test('a file dropped again takes the place of the older one', async () => {
    const store = new CaseStore(() => fakeInvestigator(ANSWERS));
    store.open(SOURCES);
    await store.settled();
    store.add([{ kind: 'url', name: 'delta3.csv', url: '/mended.csv' }]);
    await store.settled();
    const sources = droppedSources(store.getState());
    expect(sources).toHaveLength(SOURCES.length);
    expect(sources.filter(({ name }) => name === 'delta3.csv')).toEqual([
      { kind: 'url', name: 'delta3.csv', url: '/mended.csv' },
    ]);
  });
});

test('a file is read as what it is said to be, until that is taken back or undone', async () => {
  const fake = fakeInvestigator(ANSWERS);
  const store = new CaseStore(() => fake);
  store.open(SOURCES);
  await store.settled();
  const said = () => openedCase(store.getState())?.setup.premises?.encodings;
  store.readEncoded('delta2.csv', 'windows-1252');
  await store.settled();
  const id = johnnyIntake.files.find(({ file }) => file === 'delta2.csv')?.id;
  expect(said()).toEqual({ [String(id)]: 'windows-1252' });
  store.readEncoded('delta2.csv', null);
  await store.settled();
  expect(said()).toBeUndefined();
  store.undo();
  await store.settled();
  expect(said()).toEqual({ [String(id)]: 'windows-1252' });
});

test('a header that the person points at is read there, remembered with the case, and undone', async () => {
  const fake = fakeInvestigator(ANSWERS);
  const store = new CaseStore(() => fake);
  const premises = () => openedCase(store.getState())?.setup.premises;
  store.open(SOURCES);
  await store.settled();
  store.readHeaderAt(['delta2.csv'], 4);
  expect(store.undoable()).toBe('header of delta2.csv set to line 4');
  await store.settled();
  expect(premises()).toEqual({ headerLines: { 2: 4 } });
  const { setup, intake } = openedCase(store.getState()) ?? johnnyIntakeOpened;
  store.undo();
  await store.settled();
  expect(premises()).toBeUndefined();
  store.reopen(SOURCES, { setup, readAs: intake.files.map(({ file }) => file) }, freshNotes('salt'));
  await store.settled();
  expect(premises()).toEqual({ headerLines: { 2: 4 } });
  store.readHeaderAt(['delta2.csv'], null);
  await store.settled();
  expect(premises()).toBeUndefined();
  expect(fake.headerLines).toEqual([{}, { 'delta2.csv': 4 }, {}, { 'delta2.csv': 4 }, {}]);
});

test('what was chosen stays when files that were added could not be read, or their reading was cancelled', async () => {
  const fake = fakeInvestigator(ANSWERS);
  const engine = { ...fake };
  const store = new CaseStore(() => engine);
  const moved = withDeltaAt(johnnyIntake.setup, 4, 0);
  store.open(SOURCES);
  await store.settled();
  store.setUp(moved);
  await store.settled();
  engine.read = () => Promise.resolve(fail({ code: 'engine-stopped', reason: 'out of memory' } as const));
  store.add([{ kind: 'url', name: 'delta5.csv', url: '/delta5.csv' }]);
  await store.settled();
  expect(store.getState()).toMatchObject({ status: 'failed', opened: null });
  engine.read = (...call) => fake.read(...call);
  store.retry();
  store.cancel();
  store.retry();
  await store.settled();
  expect(store.getState()).toMatchObject({ status: 'ready', opened: { setup: { order: moved.order } } });
});

describe('undoing', () => {
  const { files, setup } = johnnyIntake;

  async function opened() {
    const fake = fakeInvestigator(ANSWERS);
    const store = new CaseStore(() => fake);
    store.open(SOURCES);
    await store.settled();
    const setupNow = () => openedCase(store.getState())?.setup;
    return { fake, store, setupNow };
  }

  test('a case as it was opened has nothing to undo', async () => {
    const { store } = await opened();
    expect(store.undoable()).toBeNull();
    store.undo();
    expect(store.getState().status).toBe('ready');
  });

  test('goes back step by step, and says what it undoes', async () => {
    const { store, setupNow } = await opened();
    store.setUp(withRole(setup, files, 3, 'ignored'));
    expect(store.undoable()).toBe('delta3.csv set aside');
    store.setUp(withSidesSwapped(setupNow() ?? setup, files));
    expect(store.undoable()).toBe('sides swapped');
    store.relabel('theirs', 'Northwind');
    expect(store.undoable()).toBe('AIQ renamed');
    store.setUp(withDeltaAt(setupNow() ?? setup, 4, 0));
    expect(store.undoable()).toBe('delta4.csv moved');
    store.setUp(withUse(setupNow() ?? setup, 'loyalty_credits', 'ignored'));
    expect(store.undoable()).toBe('use of loyalty_credits changed');
    const undone: (string | null)[] = [];
    while (store.undoable() !== null) {
      store.undo();
      undone.push(store.undoable());
    }
    await store.settled();
    expect(undone).toEqual(['delta4.csv moved', 'AIQ renamed', 'sides swapped', 'delta3.csv set aside', null]);
    expect(setupNow()).toBe(setup);
    expect(store.getState().status).toBe('ready');
  });

  test('of what changed words alone compares nothing again', async () => {
    const { fake, store, setupNow } = await opened();
    store.relabel('ours', 'Northwind');
    store.rename('November');
    store.undo();
    store.undo();
    expect(setupNow()).toBe(setup);
    expect(fake.calls).toEqual(['read', 'investigate']);
  });

  test('of a removed file reads it again, with every choice that was made', async () => {
    const { fake, store, setupNow } = await opened();
    const chosen = withDeltaAt(setup, 4, 0);
    store.setUp(chosen);
    store.remove('delta1.csv');
    expect(store.undoable()).toBe('delta1.csv removed');
    await store.settled();
    store.undo();
    await store.settled();
    expect(droppedSources(store.getState())).toBe(SOURCES);
    expect(setupNow()).toEqual(chosen);
    expect(fake.calls.filter((call) => call === 'read')).toHaveLength(3);
    expect(store.undoable()).toBe('delta4.csv moved');
  });

  test('of added files takes them out again', async () => {
    const { store } = await opened();
    store.add([
      { kind: 'url', name: 'delta5.csv', url: '/5' },
      { kind: 'url', name: 'delta6.csv', url: '/6' },
    ]);
    expect(store.undoable()).toBe('2 files added');
    store.undo();
    await store.settled();
    expect(droppedSources(store.getState())).toBe(SOURCES);
  });

  test('reaches back to the opening of the case and no further', async () => {
    const { store } = await opened();
    store.rename('November');
    store.open(SOURCES.slice(1));
    await store.settled();
    expect(store.undoable()).toBeNull();
  });

  test('whatever was changed, as many undos give the same set-up again', async () => {
    const change = fc.oneof(
      fc.record({ id: fc.nat(6), role: fc.constantFrom(...fileRoles) }),
      fc.record({ delta: fc.nat(4), position: fc.nat(4) }),
      fc.record({ column: fc.constantFrom('total_spend', 'batch_id'), use: fc.constantFrom(...columnUses) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const { store, setupNow } = await opened();
        for (const one of changes) {
          const now = setupNow() ?? setup;
          if ('role' in one) store.setUp(withRole(now, files, one.id, one.role));
          else if ('delta' in one) {
            if (now.order.includes(one.delta)) store.setUp(withDeltaAt(now, one.delta, one.position));
          } else store.setUp(withUse(now, one.column, one.use));
        }
        while (store.undoable() !== null) store.undo();
        await store.settled();
        expect(setupNow()).toEqual(setup);
      }),
      { numRuns: 40 },
    );
  });
});
