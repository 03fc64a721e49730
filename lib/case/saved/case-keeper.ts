import { fail, ok, type Result } from '@/lib/core/result';
import type { CaseStore } from '../open/case-store';
import type { Source } from '../open/state';
import { parseView } from '../open/view-state';
import type { AddressBar } from './address';
import { contentOf } from './case-content';
import { fingerprintOf } from './case-id';
import type { SavedScreen } from './case-record';
import type { CaseSummary, ShelvedCase } from './case-shelf';
import { linkFragment } from './link-view';
import { OpenSession } from './open-session';
import type { OpenedShelf } from './open-shelf';
import { keptScreen, NO_VIEW, openScreen, resumedScreen, type StatedView, withoutCasesPanel } from './resumed-screen';
import { type Clock, duplicateSaved, exportSaved, renameSaved, takeCase } from './saved-cases';
import type { SavedProblem } from './saved-problem';
import type { OpenSaved, SavedState } from './saved-state';
import { SavedStore } from './saved-store';
import { sourcesOfFiles } from './source-files';
import type { TabNews, Tabs } from './tabs';

/** What of the world the keeper leans on. */
export interface KeeperWorld extends Clock {
  readonly openShelf: () => Promise<OpenedShelf>;
  readonly address: AddressBar;
  readonly tabs: Tabs;
  /** Calls back some time after it was called; returns what calls it off. */
  readonly later: (work: () => void) => () => void;
  /** Asks the browser, once, to keep what is here when room gets scarce. */
  readonly askToPersist: () => void;
}

/**
 * Keeps the open case as it changes, and opens, copies, carries and deletes those that are kept. What is open stands in
 * the state of the case alone: the keeper reads it there, and never changes it but by an explicit wish. No failure to keep
 * takes anything from the screen. Methods are bound.
 */
export class CaseKeeper {
  #session: OpenSession | null = null;
  #callOff: (() => void) | null = null;
  /** The findings that were saved with the case that is being reopened, as JSON. */
  #foundBefore: string | null = null;
  #ends: (() => void)[] = [];
  readonly #saved: SavedStore;
  readonly #case: CaseStore;
  readonly #world: KeeperWorld;

  constructor(open: CaseStore, world: KeeperWorld) {
    this.#case = open;
    this.#world = world;
    this.#saved = new SavedStore(() => {
      world.tabs.tell({ type: 'list-changed' });
    });
  }

  readonly getState = (): SavedState => this.#saved.state;

  readonly subscribe = (listener: () => void): (() => void) => this.#saved.subscribe(listener);

  /** Finds out what is kept, and opens the case that the address means. */
  readonly start = async (): Promise<void> => {
    const { address, tabs, openShelf } = this.#world;
    this.#ends = [this.#case.subscribe(this.#onCase), address.watch(this.#onAddress), tabs.listen(this.#onNews)];
    const { shelf, closed } = await openShelf();
    this.#saved.use(shelf);
    this.#saved.set({ closed });
    const { id } = address.read();
    await this.#saved.act(async () => {
      await this.#saved.relist();
      const opened = id !== null && this.#session === null ? await this.#open(id, 'replace') : ok(null);
      this.#saved.set({ started: true });
      await shelf.purge(null);
      return opened;
    });
    if (this.#session?.changed) this.#schedule();
  };

  readonly stop = (): void => {
    for (const end of this.#ends) end();
    this.#session?.release();
  };

  /** Fulfilled when everything so far is kept, or could not be. */
  readonly flush = (): Promise<void> => {
    this.#called();
    const session = this.#session;
    return this.#saved.act(() => (session ? this.#keep(session) : Promise.resolve(ok(null))));
  };

  /** Closing the page would lose something. */
  readonly wouldLose = (): boolean =>
    this.#session !== null && (this.#saved.state.closed !== null || this.#session.changed);

  readonly open = (id: string): Promise<void> => this.#saved.act(() => this.#open(id, 'push'));

  readonly rename = (id: string, name: string): Promise<void> => {
    if (id !== this.#session?.id) return this.#saved.actOnList((shelf) => renameSaved(shelf, this.#world, id, name));
    this.#case.rename(name);
    return this.flush();
  };

  readonly duplicate = async (id: string): Promise<void> => {
    if (id === this.#session?.id) await this.flush();
    return this.#saved.actOnList((shelf) => duplicateSaved(shelf, this.#world, id));
  };

  readonly remove = (id: string): Promise<void> =>
    this.#saved.actOnList(async (shelf) => {
      const deleted = this.#saved.state.cases.find((summary) => summary.id === id) ?? null;
      if (id === this.#session?.id) this.#leave(false);
      const buried = await shelf.bury(id);
      if (!buried.ok) return buried;
      this.#saved.set({ deleted });
      return shelf.purge(id);
    });

  readonly bringBack = (): Promise<void> =>
    this.#saved.actOnList(async (shelf) => {
      const id = this.#saved.state.deleted?.id;
      this.#saved.set({ deleted: null });
      return id === undefined ? ok(null) : shelf.unbury(id);
    });

  /** What was deleted last is gone from now on. */
  readonly forgetDeleted = (): Promise<void> => {
    this.#saved.set({ deleted: null });
    return this.#saved.act((shelf) => shelf.purge(null));
  };

  /** The case as one file; the open one as it stands on the screen, kept or not. Null where that is refused. */
  readonly exported = async (id: string): Promise<{ readonly name: string; readonly blob: Blob } | null> => {
    const session = this.#session?.id === id ? this.#session : null;
    const exported = session ? session.exported() : this.#saved.shelf && exportSaved(this.#saved.shelf, id);
    const packed = await exported;
    if (packed?.ok) return packed.value;
    this.#saved.set({ refused: packed?.problem ?? null });
    return null;
  };

  /** Takes the case that a file holds, and opens it unless a link waits for another one. */
  readonly take = (name: string, file: Blob): Promise<void> =>
    this.#saved.actOnList(async (shelf) => {
      const taken = await takeCase(shelf, this.#world, name, file);
      if (!taken.ok) return taken;
      const { record, screen, files, unkept } = taken.value;
      const wanted = this.#saved.state.missing;
      if (wanted && wanted.id !== record.id && !unkept) {
        this.#saved.set({ missing: { ...wanted, other: { id: record.id, name: record.name } } });
        return ok(null);
      }
      if (!unkept) return this.#open(record.id, wanted ? 'replace' : 'push');
      const sources = await sourcesOfFiles(record.files, (file, sha256) =>
        Promise.resolve(bytesIn(files, file, sha256)),
      );
      if (!sources.ok) return sources;
      this.#resume({ record, revision: null, screen }, sources.value, NO_VIEW, 'push', unkept);
      return ok(null);
    });

  /** Takes the cases among files that were dropped. @returns the other files */
  readonly takeCases = (sources: readonly Source[]): readonly Source[] => {
    const isCase = ({ name }: Source) => name.endsWith('.tieout');
    for (const source of sources)
      if (isCase(source) && source.kind === 'file') void this.take(source.name, source.file);
    return sources.filter((source) => !isCase(source));
  };

  /** Opens a case in place of the one that the address means, with the view that it states. */
  readonly openInstead = (id: string): Promise<void> => {
    const { fragment } = this.#world.address.read();
    return this.#saved.act(() => this.#open(id, 'replace', { fragment, byLink: true }));
  };

  readonly giveUpMissing = (): void => {
    this.#saved.set({ missing: null });
    this.#world.address.show(null, '', 'push');
  };

  /** After another tab changed the case: what that one kept takes the place of what is open here. */
  readonly loadTheirs = (): Promise<void> =>
    this.#saved.act(() => {
      const id = this.#session?.id;
      this.#leave(false);
      return id === undefined ? Promise.resolve(ok(null)) : this.#open(id, 'replace');
    });

  /** After another tab changed or deleted the case: what is open here becomes a case of its own. */
  readonly keepMine = (): Promise<void> => {
    const session = this.#session;
    if (!session) return Promise.resolve();
    const { setup } = session.content;
    session.release();
    const own = session.copied(this.#world.newId());
    this.#hold(own, { open: openSaved(own, 'pending') });
    this.#world.address.show(own.id, own.screen.fragment, 'replace');
    if (setup) this.#case.rename(`${setup.name} (my version)`);
    return this.flush();
  };

  /** Lets go of the open case without keeping what is not kept. */
  readonly letGo = (): void => {
    this.#leave(false);
  };

  readonly dismiss = (): void => {
    this.#saved.set({ refused: null });
  };

  readonly dismissFoundAnew = (): void => {
    this.#saved.setOpen({ foundAnew: false });
  };

  /** A link to what is on the screen, without any data of the case; null while nothing is found. */
  readonly link = async (): Promise<string | null> => {
    const session = this.#session;
    const findings = session?.content.findings;
    if (!findings) return null;
    const view = parseView(withoutCasesPanel(this.#world.address.read().fragment));
    const files = await session.fingerprint();
    if (!files.ok) return null;
    return this.#world.address.link({ id: session.id, files: files.value, fragment: linkFragment(view, findings) });
  };

  readonly #onCase = (): void => {
    const state = this.#case.getState();
    if (state.status === 'idle') {
      this.#leave(true);
      return;
    }
    const session = this.#session ?? this.#begin();
    const before = session.content;
    let content = contentOf(state, before);
    if (state.status === 'ready' && this.#foundBefore !== null) {
      if (JSON.stringify(state.findings) === this.#foundBefore) content = { ...content, findings: before.findings };
      else this.#saved.setOpen({ foundAnew: true });
      this.#foundBefore = null;
    }
    this.#look(keptScreen(state.screen));
    if (state.status !== 'reading' && this.#saved.state.reopening) this.#saved.set({ reopening: null });
    if (isSame(content, before) && (!session.changed || this.#callOff !== null)) return;
    session.content = content;
    this.#schedule();
  };

  readonly #onAddress = (): void => {
    const { id, fragment } = this.#world.address.read();
    const session = this.#session;
    if (id === (session?.id ?? null)) {
      if (session && session.screen.fragment !== fragment) this.#look({ fragment });
      else if (this.#saved.state.missing && id === null) this.#saved.set({ missing: null });
      return;
    }
    if (id === null) this.#case.startOver();
    else if (id !== this.#saved.state.missing?.id && this.#saved.state.started)
      void this.#saved.act(() => this.#open(id, 'replace'));
  };

  readonly #onNews = (news: TabNews): void => {
    void this.#saved.act(async () => {
      await this.#saved.relist();
      const session = this.#session;
      if (session?.revision == null) return ok(null);
      const isKept = this.#saved.state.cases.some(({ id }) => id === session.id);
      if (!isKept) this.#saved.setOpen({ keeping: { code: 'deleted-elsewhere' } });
      else if (news.type === 'kept' && news.id === session.id && news.revision > session.revision)
        this.#saved.setOpen({ keeping: { code: 'changed-elsewhere' } });
      return ok(null);
    });
  };

  /** Files were dropped: a case begins. */
  #begin(): OpenSession {
    const { address, newId, now } = this.#world;
    const { fragment } = address.read();
    const session = OpenSession.begun(newId(), now(), fragment);
    this.#hold(session, { missing: null, open: openSaved(session, 'pending') });
    address.show(session.id, fragment, 'push');
    return session;
  }

  /** @param keep what is not kept yet is kept; it is off the screen at once */
  #leave(keep: boolean): void {
    this.#called();
    const session = this.#session;
    if (!session) return;
    this.#session = null;
    this.#foundBefore = null;
    session.release();
    const conflict = isConflict(this.#saved.state.open?.keeping);
    this.#saved.set({ open: null, reopening: null });
    if (this.#case.getState().status !== 'idle') this.#case.startOver();
    if (this.#world.address.read().id === session.id) this.#world.address.show(null, '', 'push');
    if (keep && !conflict && session.changed) void this.#saved.act(() => this.#keep(session));
  }

  async #open(id: string, how: 'push' | 'replace', stated?: StatedView): Promise<Result<unknown, SavedProblem>> {
    const shelf = this.#saved.shelf;
    if (!shelf) return fail({ code: 'case-absent', id });
    if (this.#session) await this.#keep(this.#session);
    const meant = this.#world.address.read();
    const kept = await shelf.get(id);
    if (!kept.ok) {
      if (kept.problem.code !== 'case-absent' || meant.id !== id) return kept;
      const alike = meant.files === null ? null : await this.#alike(meant.files);
      this.#saved.set({ missing: { id, alike, other: null } });
      this.#leave(true);
      return ok(null);
    }
    const sources = await sourcesOfFiles(kept.value.record.files, (name, sha256) => shelf.file(name, sha256));
    if (!sources.ok) return sources;
    const here = { fragment: meant.fragment, byLink: meant.files !== null };
    this.#resume(kept.value, sources.value, stated ?? (meant.id === id ? here : NO_VIEW), how, 'kept');
    return ok(null);
  }

  #resume(
    kept: Omit<ShelvedCase, 'revision'> & { readonly revision: number | null },
    sources: readonly Source[],
    stated: StatedView,
    how: 'push' | 'replace',
    keeping: OpenSaved['keeping'],
  ): void {
    const { record } = kept;
    const screen = resumedScreen(kept.screen, stated, record);
    const session = OpenSession.resumed(kept, sources, screen);
    this.#called();
    this.#session?.release();
    this.#foundBefore = record.findings && JSON.stringify(record.findings);
    this.#hold(session, {
      open: openSaved(session, keeping),
      reopening: { name: record.name, findings: record.findings },
      missing: null,
      refused: null,
    });
    this.#world.address.show(record.id, screen.fragment, how);
    const chosen = record.setup && { setup: record.setup, readAs: record.readAs };
    this.#case.reopen(sources, chosen, session.content.notes, openScreen(screen, record));
  }

  /** A failure shows with the case that is open; of one that was left it is a problem. */
  async #keep(session: OpenSession): Promise<Result<null, SavedProblem>> {
    const open = this.#session === session;
    if (!this.#saved.shelf || (open && isConflict(this.#saved.state.open?.keeping))) return ok(null);
    const kept = await session.keep(this.#saved.shelf, this.#world.now());
    if (kept.ok && kept.value && session.revision !== null) {
      this.#world.tabs.tell({ type: 'kept', id: session.id, revision: session.revision });
      if (this.#saved.shelf.kind === 'browser') this.#world.askToPersist();
      await this.#saved.relist();
    }
    if (this.#session === session)
      this.#saved.setOpen({ keeping: kept.ok ? (session.changed ? 'pending' : 'kept') : kept.problem });
    else if (!kept.ok) return kept;
    return ok(null);
  }

  #schedule(): void {
    this.#called();
    if (this.#saved.state.open?.keeping === 'kept') this.#saved.setOpen({ keeping: 'pending' });
    const { status } = this.#case.getState();
    // What is being found out comes first: hashing and writing the files would take from it.
    if (status === 'reading' || status === 'investigating') return;
    this.#callOff = this.#world.later(() => {
      if (this.#saved.shelf) void this.flush();
    });
  }

  #called(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #look(part: Partial<SavedScreen>): void {
    const session = this.#session;
    if (!session) return;
    const screen = { ...session.screen, ...part };
    if (isSame(screen, session.screen)) return;
    session.screen = screen;
    // At once, whatever else waits: a reload may come next.
    if (session.revision !== null) void this.#saved.shelf?.putScreen(session.id, session.screen);
  }

  #hold(session: OpenSession, shown: Partial<SavedState>): void {
    this.#session = session;
    this.#saved.set(shown);
    session.release = this.#world.tabs.hold(session.id, (elsewhere) => {
      if (this.#session === session) this.#saved.setOpen({ elsewhere });
    });
  }

  async #alike(fingerprint: string): Promise<CaseSummary | null> {
    for (const summary of this.#saved.state.cases)
      if ((await fingerprintOf(summary.contents)) === fingerprint) return summary;
    return null;
  }
}

function openSaved({ id }: OpenSession, keeping: OpenSaved['keeping']): OpenSaved {
  return { id, keeping, elsewhere: false, foundAnew: false };
}

/** Every part is the same. */
function isSame<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((name) => a[name] === b[name]);
}

function isConflict(keeping: OpenSaved['keeping'] | undefined): boolean {
  return typeof keeping === 'object' && (keeping.code === 'changed-elsewhere' || keeping.code === 'deleted-elsewhere');
}

function bytesIn(files: ReadonlyMap<string, Blob>, name: string, sha256: string): Result<Blob, SavedProblem> {
  const blob = files.get(sha256);
  return blob ? ok(blob) : fail({ code: 'case-damaged', where: name, reason: 'its bytes are gone' });
}
