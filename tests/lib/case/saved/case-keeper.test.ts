import { describe, expect, test, vi } from 'vitest';
import { withRole } from '@/lib/case/open/edit-setup';
import { droppedSources, openedCase } from '@/lib/case/open/selectors';
import type { CaseShelf } from '@/lib/case/saved/case-shelf';
import { memoryShelf } from '@/lib/case/saved/memory-shelf';
import { fail } from '@/lib/core/result';
import { johnnyIntake } from '../../../support/fake-investigator';
import { sampleFindings } from '../../../support/sample-findings';
import { dropped, type FakeTab, fakeBrowser } from './fake-world';

const DRAFT = { subject: null, edits: [{ at: 0, was: 'Dear all,', now: 'Dear Bo,' }] };
const ADA = { name: 'Ada', email: 'ada@example.com', company: 'AIQ' };
const PEOPLE = { from: ADA, engineer: ADA, customer: { name: '', email: '', company: 'Johnny' } };

async function started(tab: FakeTab): Promise<FakeTab> {
  await tab.keeper.start();
  await tab.rest();
  return tab;
}

/** A tab in which the files were dropped and investigated. */
async function withCase(browser = fakeBrowser()): Promise<FakeTab & { readonly id: string }> {
  const tab = await started(browser.tab());
  tab.store.open(dropped);
  await tab.rest();
  return { ...tab, id: tab.open()?.id ?? '' };
}

function addressOf(id: string, fragment = '') {
  return { at: { id, files: null, fragment } };
}

describe('a case', () => {
  test('is kept by itself once files are dropped, and the address means it', async () => {
    const tab = await withCase();
    expect(tab.open()).toMatchObject({ keeping: 'kept', elsewhere: false });
    expect(tab.history.at(-1)).toEqual({ id: tab.id, files: null, fragment: '' });
    expect(tab.cases()).toMatchObject([
      {
        id: tab.id,
        name: johnnyIntake.setup.name,
        files: 7,
        verdict: { state: 'proved', headline: "No row of delta3.csv took effect in AIQ's table." },
      },
    ]);
  });

  test('is not kept while its files are read and compared, which come first', async () => {
    const browser = fakeBrowser();
    const put = vi.spyOn(browser.shelf, 'put');
    const tab = await started(browser.tab());
    const seen: (readonly [string, boolean])[] = [];
    tab.store.subscribe(() => seen.push([tab.store.getState().status, tab.waits()]));
    tab.store.open(dropped);
    await tab.store.settled();
    expect(seen.filter(([status]) => status !== 'ready').map(([, waits]) => waits)).not.toContain(true);
    expect(put).not.toHaveBeenCalled();
    expect(tab.waits()).toBe(true);
    await tab.rest();
    expect(put).toHaveBeenCalledOnce();
  });

  test('is there after a reload: files, choices, screen, comments, drafts, and the same findings', async () => {
    const browser = fakeBrowser();
    const before = await withCase(browser);
    before.store.rename('Renamed');
    before.store.setUp({ ...withRole(johnnyIntake.setup, johnnyIntake.files, 1, 'ignored'), name: 'Renamed' });
    before.store.comment({ on: '5983', author: 'Ada', text: 'Called.' });
    before.store.editLetter('engineer', DRAFT);
    before.store.namePeople(PEOPLE);
    before.store.look({ search: '59', openKey: ['5983'] });
    before.look('scope=all');
    await before.rest();

    const after = await started(browser.tab(addressOf(before.id, 'scope=all')));
    expect(after.store.getState()).toMatchObject({ status: 'ready' });
    expect(openedCase(after.store.getState())?.setup).toEqual(openedCase(before.store.getState())?.setup);
    expect(await Promise.all(textsOf(after))).toEqual(await Promise.all(textsOf(before)));
    expect(after.open()).toMatchObject({ keeping: 'kept', foundAnew: false });
    expect(after.notes()).toEqual(before.notes());
    expect(after.notes()).toMatchObject({
      comments: [{ on: '5983', author: 'Ada', text: 'Called.' }],
      letters: { engineer: DRAFT },
      people: PEOPLE,
    });
    expect(after.screen()).toEqual({ search: '59', openKey: ['5983'] });
    expect(after.cases()[0]?.updated).toBe(before.cases()[0]?.updated);
  });

  test('shows what had been found while its files are read again', async () => {
    const browser = fakeBrowser();
    const { id } = await withCase(browser);
    const after = browser.tab(addressOf(id));
    const seen: unknown[] = [];
    after.keeper.subscribe(() => seen.push(after.keeper.getState().reopening?.findings));
    await started(after);
    expect(seen).toContainEqual(sampleFindings);
    expect(after.keeper.getState().reopening).toBeNull();
  });

  test('that gives other findings than it was saved with says so', async () => {
    const browser = fakeBrowser();
    const { id } = await withCase(browser);
    const findings = { ...sampleFindings, warnings: [] };
    const after = await started(browser.tab({ ...addressOf(id), findings }));
    expect(after.open()).toMatchObject({ foundAnew: true });
    after.keeper.dismissFoundAnew();
    expect(after.open()).toMatchObject({ foundAnew: false });
  });

  test('is kept from the first moment on, so that a crash while it is read loses nothing', async () => {
    const browser = fakeBrowser();
    const tab = await started(browser.tab());
    tab.store.open(dropped);
    await tab.keeper.flush();
    const after = await started(browser.tab(addressOf(tab.open()?.id ?? '')));
    expect(droppedSources(after.store.getState())).toHaveLength(7);
    expect(after.store.getState().status).toBe('ready');
  });

  test('is not changed by looking at it', async () => {
    const tab = await withCase();
    const { updated } = tab.cases()[0]!;
    tab.look('scope=all&panel=cases');
    tab.store.look({ search: '1' });
    await tab.rest();
    expect(tab.cases()[0]?.updated).toBe(updated);
  });

  test('gives way to a new one, which gets an address of its own; Back returns to it', async () => {
    const tab = await withCase();
    tab.store.startOver();
    await tab.rest();
    expect(tab.open()).toBeNull();
    expect(tab.history.at(-1)?.id).toBeNull();
    tab.back();
    await tab.rest();
    expect(tab.open()?.id).toBe(tab.id);
    expect(tab.store.getState().status).toBe('ready');
  });

  test('that is left with changes is kept all the same, and what is dropped next is another case', async () => {
    const tab = await withCase();
    tab.store.comment({ on: null, author: '', text: 'Last word.' });
    tab.store.startOver();
    tab.store.open(dropped.slice(1));
    await tab.rest();
    expect(tab.cases()).toHaveLength(2);
    expect(tab.cases().find(({ id }) => id === tab.id)).toMatchObject({ comments: 1, files: 7 });
    expect(tab.cases().find(({ id }) => id === tab.open()?.id)).toMatchObject({ comments: 0, files: 6 });
  });
});

describe('the list', () => {
  test('renames a case that is open and one that is not', async () => {
    const tab = await withCase();
    await tab.keeper.rename(tab.id, 'Open');
    expect(openedCase(tab.store.getState())?.setup.name).toBe('Open');
    expect(tab.cases()[0]?.name).toBe('Open');
    tab.store.startOver();
    await tab.rest();
    await tab.keeper.rename(tab.id, 'Closed');
    expect(tab.cases()[0]?.name).toBe('Closed');
    await tab.keeper.open(tab.id);
    await tab.rest();
    expect(openedCase(tab.store.getState())?.setup.name).toBe('Closed');
  });

  test('duplicates a case with what is on the screen, and leaves the first as it is', async () => {
    const tab = await withCase();
    tab.store.comment({ on: null, author: '', text: 'For both.' });
    await tab.keeper.duplicate(tab.id);
    expect(tab.cases().map(({ name, comments }) => [name, comments])).toEqual([
      [`${johnnyIntake.setup.name} (copy)`, 1],
      [johnnyIntake.setup.name, 1],
    ]);
    expect(tab.open()?.id).toBe(tab.id);
  });

  test('deletes a case and can bring it back, files and all', async () => {
    const tab = await withCase();
    await tab.keeper.remove(tab.id);
    expect(tab.store.getState().status).toBe('idle');
    expect(tab.cases()).toEqual([]);
    expect(tab.keeper.getState().deleted?.id).toBe(tab.id);
    await tab.keeper.bringBack();
    expect(tab.cases()).toHaveLength(1);
    await tab.keeper.open(tab.id);
    await tab.rest();
    expect(tab.store.getState().status).toBe('ready');
  });

  test('keeps no byte of a case once its deletion is forgotten, but what another case has', async () => {
    const browser = fakeBrowser();
    const tab = await withCase(browser);
    const sha256 = (await browser.shelf.list()).ok ? hashOf(tab) : '';
    await tab.keeper.duplicate(tab.id);
    await tab.keeper.remove(tab.id);
    await tab.keeper.forgetDeleted();
    expect((await browser.shelf.file('delta0.csv', sha256)).ok).toBe(true);
    await tab.keeper.remove(tab.cases()[0]?.id ?? '');
    await tab.keeper.forgetDeleted();
    expect((await browser.shelf.file('delta0.csv', sha256)).ok).toBe(false);
  });
});

describe('two tabs on one case', () => {
  async function twoTabs() {
    const browser = fakeBrowser();
    const first = await withCase(browser);
    const second = await started(browser.tab(addressOf(first.id)));
    return { first, second };
  }

  test('know of each other', async () => {
    const { first, second } = await twoTabs();
    expect([first.open()?.elsewhere, second.open()?.elsewhere]).toEqual([false, true]);
    first.store.startOver();
    expect(second.open()?.elsewhere).toBe(false);
  });

  test('never overwrite each other: the later one is told before it changes anything', async () => {
    const { first, second } = await twoTabs();
    first.store.comment({ on: null, author: '', text: 'Mine.' });
    await first.rest();
    await second.rest();
    expect(second.open()?.keeping).toEqual({ code: 'changed-elsewhere' });
    second.store.comment({ on: null, author: '', text: 'Theirs.' });
    await second.rest();
    await first.rest();
    expect(first.cases()).toMatchObject([{ comments: 1 }]);
    expect(second.notes()?.comments.map(({ text }) => text)).toEqual(['Theirs.']);
  });

  test('keep both versions when the later one keeps its own', async () => {
    const { first, second } = await twoTabs();
    first.store.comment({ on: null, author: '', text: 'Mine.' });
    second.store.comment({ on: '1', author: '', text: 'Theirs.' });
    await Promise.all([first.rest(), second.rest()]);
    await second.keeper.keepMine();
    await second.rest();
    await first.rest();
    expect(second.open()?.keeping).toBe('kept');
    expect(second.open()?.id).not.toBe(first.id);
    expect(first.cases().map(({ name }) => name)).toEqual([
      `${johnnyIntake.setup.name} (my version)`,
      johnnyIntake.setup.name,
    ]);
  });

  test('agree again when the later one loads the other’s version', async () => {
    const { first, second } = await twoTabs();
    first.store.comment({ on: null, author: '', text: 'Mine.' });
    await first.rest();
    await second.rest();
    await second.keeper.loadTheirs();
    await second.rest();
    expect(second.open()).toMatchObject({ keeping: 'kept' });
    expect(second.notes()).toMatchObject({ comments: [{ text: 'Mine.' }] });
    expect(second.history.at(-1)?.id).toBe(first.id);
  });

  test('do not lose a case that one of them deletes while the other has it open', async () => {
    const { first, second } = await twoTabs();
    await first.keeper.remove(first.id);
    await second.rest();
    expect(second.open()?.keeping).toEqual({ code: 'deleted-elsewhere' });
    await second.keeper.keepMine();
    await second.rest();
    expect(second.cases()).toHaveLength(1);
    expect(second.store.getState().status).toBe('ready');
  });
});

describe('when the browser keeps nothing', () => {
  test('for want of room, the case stays open, says so, and is kept once there is room', async () => {
    let full = true;
    const room = memoryShelf();
    const shelf: CaseShelf = {
      ...room,
      put: (...call) => (full ? Promise.resolve(fail({ code: 'no-room', bytes: 9 } as const)) : room.put(...call)),
    };
    const tab = await withCase(fakeBrowser(shelf));
    expect(tab.open()?.keeping).toEqual({ code: 'no-room', bytes: 9 });
    expect(tab.store.getState().status).toBe('ready');
    expect(tab.keeper.wouldLose()).toBe(true);
    expect(await tab.keeper.exported(tab.id)).toMatchObject({ name: 'Johnny-s-Jeans-first-10-000-customers.tieout' });
    full = false;
    await tab.keeper.flush();
    expect(tab.open()?.keeping).toBe('kept');
    expect(tab.keeper.wouldLose()).toBe(false);
  });

  test('at all, everything works until the window is closed, which it warns of', async () => {
    const tab = await withCase(fakeBrowser(memoryShelf(), 'storage is switched off'));
    expect(tab.keeper.getState().closed).toBe('storage is switched off');
    expect(tab.open()?.keeping).toBe('kept');
    expect(tab.keeper.wouldLose()).toBe(true);
  });

  test('because a file is gone from the disk, the file is named', async () => {
    const gone = new Blob(['x']);
    gone.arrayBuffer = () => Promise.reject(new Error('A requested file could not be found.'));
    const tab = await started(fakeBrowser().tab());
    tab.store.open([{ kind: 'file', name: 'delta9.csv', file: gone, lastModified: 0 }]);
    await tab.rest();
    expect(tab.open()?.keeping).toMatchObject({ code: 'file-not-kept', file: 'delta9.csv' });
  });
});

describe('an exported case', () => {
  async function exported(): Promise<{ readonly from: FakeTab & { readonly id: string }; readonly file: Blob }> {
    const from = await withCase();
    from.store.comment({ on: null, author: 'Ada', text: 'Asked.' });
    from.look('scope=all');
    await from.rest();
    return { from, file: (await from.keeper.exported(from.id))?.blob ?? new Blob() };
  }

  test('opened in another browser is the same case, and exported from there has the same findings', async () => {
    const { from, file } = await exported();
    const tab = await started(fakeBrowser().tab());
    await tab.keeper.take('a.tieout', file);
    await tab.rest();
    expect(tab.open()).toMatchObject({
      id: from.id,
      keeping: 'kept',
      foundAnew: false,
    });
    expect(tab.notes()).toMatchObject({ comments: [{ text: 'Asked.' }] });
    expect(tab.history.at(-1)).toEqual({ id: from.id, files: null, fragment: 'scope=all' });
    expect(await tab.keeper.exported(from.id).then((again) => again?.blob.size)).toBe(file.size);
  });

  test('opened where it is already, is that case and not a second one', async () => {
    const { from, file } = await exported();
    await from.keeper.take('a.tieout', file);
    await from.rest();
    expect(from.cases()).toHaveLength(1);
    expect(from.open()?.id).toBe(from.id);
  });

  test('opened where it has changed since, becomes a case of its own', async () => {
    const { from, file } = await exported();
    from.store.comment({ on: null, author: '', text: 'Since then.' });
    await from.rest();
    await from.keeper.take('a.tieout', file);
    await from.rest();
    expect(from.cases().map(({ name, comments }) => [name, comments])).toEqual([
      [`${johnnyIntake.setup.name} (imported)`, 1],
      [johnnyIntake.setup.name, 2],
    ]);
  });

  test('opens on what was looked at, not on the dialog that it was exported from', async () => {
    const from = await withCase();
    from.look('scope=all&panel=cases');
    await from.rest();
    const file = (await from.keeper.exported(from.id))?.blob ?? new Blob();
    const tab = await started(fakeBrowser().tab());
    await tab.keeper.take('a.tieout', file);
    expect(tab.history.at(-1)?.fragment).toBe('scope=all');
    expect(await from.keeper.link()).toMatch(/#scope=all$/);
  });

  test('that is damaged is refused, and what is open stays open', async () => {
    const { from, file } = await exported();
    await from.keeper.take('a.tieout', file.slice(0, 100));
    expect(from.keeper.getState().refused).toEqual({ code: 'not-a-case', file: 'a.tieout' });
    expect(from.store.getState().status).toBe('ready');
    from.keeper.dismiss();
    expect(from.keeper.getState().refused).toBeNull();
  });

  test('for which the browser has no room is opened all the same', async () => {
    const { from, file } = await exported();
    const shelf: CaseShelf = {
      ...memoryShelf(),
      put: () => Promise.resolve(fail({ code: 'no-room', bytes: 9 } as const)),
    };
    const tab = await started(fakeBrowser(shelf).tab());
    await tab.keeper.take('a.tieout', file);
    await tab.rest();
    expect(tab.store.getState().status).toBe('ready');
    expect(tab.open()).toMatchObject({ id: from.id, keeping: { code: 'no-room' } });
  });
});

describe('a link', () => {
  const filters = 'filter=%7B%22kind%22%3A%22expectedFile%22%2C%22file%22%3A%22delta3.csv%22%7D';

  async function linked() {
    const browser = fakeBrowser();
    const from = await withCase(browser);
    from.look(filters);
    const url = new URL((await from.keeper.link()) ?? '');
    const at = { id: from.id, files: url.searchParams.get('files'), fragment: url.hash.slice(1) };
    return { browser, from, at };
  }

  test('opens the case with the sender’s view in the browser that has it', async () => {
    const { browser, at } = await linked();
    const tab = await started(browser.tab({ at }));
    expect(tab.history.at(-1)).toEqual({ id: at.id, files: null, fragment: filters });
    expect(tab.store.getState().status).toBe('ready');
  });

  test('shows what its sender saw, without the search of whoever opens it; a reload keeps the search', async () => {
    const { browser, from, at } = await linked();
    from.store.look({ search: '59' });
    await from.rest();
    const reloaded = await started(browser.tab({ at: { ...at, files: null, fragment: 'scope=all' } }));
    expect(reloaded.screen()?.search).toBe('59');
    const opened = await started(browser.tab({ at }));
    expect(opened.screen()?.search).toBe('');
  });

  test('says where the case is missing, and opens once its file is loaded, with the sender’s view', async () => {
    const { from, at } = await linked();
    const file = (await from.keeper.exported(from.id))?.blob ?? new Blob();
    const tab = await started(fakeBrowser().tab({ at }));
    expect(tab.keeper.getState().missing).toEqual({ id: at.id, alike: null, other: null });
    expect(tab.store.getState().status).toBe('idle');
    await tab.keeper.take('a.tieout', file);
    await tab.rest();
    expect(tab.keeper.getState().missing).toBeNull();
    expect(tab.history.at(-1)).toEqual({ id: at.id, files: null, fragment: filters });
  });

  test('finds the case that has the same files under another id', async () => {
    const { at } = await linked();
    const browser = fakeBrowser();
    await withCase(browser);
    const other = await withCase(browser);
    other.store.startOver();
    const tab = await started(browser.tab({ at: { ...at, id: 'ZZZZZZZZZZZZZZZZ' } }));
    const alike = tab.keeper.getState().missing?.alike;
    expect(alike?.name).toBe(johnnyIntake.setup.name);
    await tab.keeper.openInstead(alike?.id ?? '');
    await tab.rest();
    expect(tab.history.at(-1)).toEqual({ id: alike?.id, files: null, fragment: filters });
  });

  test('says so when another case was loaded instead, and opens that on request', async () => {
    const { from, at } = await linked();
    const file = (await from.keeper.exported(from.id))?.blob ?? new Blob();
    const tab = await started(fakeBrowser().tab({ at: { ...at, id: 'ZZZZZZZZZZZZZZZZ' } }));
    await tab.keeper.take('a.tieout', file);
    expect(tab.keeper.getState().missing?.other).toEqual({ id: from.id, name: johnnyIntake.setup.name });
    await tab.keeper.openInstead(from.id);
    await tab.rest();
    expect(tab.open()?.id).toBe(from.id);
  });

  test('can be given up for the beginning', async () => {
    const { at } = await linked();
    const tab = await started(fakeBrowser().tab({ at }));
    tab.keeper.giveUpMissing();
    expect(tab.keeper.getState().missing).toBeNull();
    expect(tab.history.at(-1)?.id).toBeNull();
  });
});

function textsOf(tab: FakeTab): Promise<string>[] {
  return droppedSources(tab.store.getState()).map((source) =>
    source.kind === 'file' ? source.file.text() : Promise.resolve(source.url),
  );
}

function hashOf(tab: FakeTab): string {
  return tab.cases()[0]?.contents[0] ?? '';
}
