import { describe, expect, test } from 'vitest';
import { CaseStore } from '@/lib/case/case-store';
import { withDeltaAt } from '@/lib/case/edit-setup';
import { droppedSources } from '@/lib/case/selectors';
import { fail } from '@/lib/core/result';
import type { Source } from '@/lib/engine/investigator';
import { fakeInvestigator, johnnyIntake } from '../../support/fake-investigator';
import { sampleFindings } from '../../support/sample-findings';

const SOURCES: readonly Source[] = johnnyIntake.files.map(({ file }) => ({ kind: 'url', name: file, url: `/${file}` }));
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
