import { named } from '@/lib/core/by-name';
import type { Intake } from '@/lib/core/intake/intake';
import type { GivenEncoding, Setup } from '@/lib/core/setup';
import type { LastingInvestigator } from '@/lib/engine/browser/lasting';
import type { Investigator, Progress, ReadAs, Source } from '@/lib/engine/investigator';
import { randomId } from '../saved/case-id';
import type { CaseComment } from '../tell/comments';
import type { LetterDraft, LetterName } from '../tell/draft';
import { newSalt } from '../tell/masking';
import type { People } from '../tell/people';
import { type CaseShape, describeChange } from './describe-change';
import { withPremise } from './edit-premises';
import { withRole, withUnit } from './edit-setup';
import { type CaseNotes, type CaseScreen, EMPTY_SCREEN, freshNotes } from './notes';
import { reduce, setupRead } from './reducer';
import { type SavedChoices, savedSetup } from './saved-choices';
import { droppedSources, openedCase } from './selectors';
import { withLabel } from './side-labels';
import { withoutFile, withSources } from './sources';
import { type CaseEvent, type CaseState, IDLE } from './state';

/** The set-up for files by what was chosen before they were read. */
type Chosen = (intake: Intake) => Setup;

/** The case as it stood before a change. */
interface Step {
  /** What the change did, as a phrase. */
  readonly what: string;
  readonly sources: readonly Source[];
  readonly as: ReadAs;
  /** Null where the files had not been read. */
  readonly setup: Setup | null;
  /** Gives that set-up again for the same files; null: it is proposed. */
  readonly chosen: Chosen | null;
}

/** Changes that can be undone, at most. */
const MAX_STEPS = 100;

/**
 * Holds the open case and drives the investigator. One call is in flight at a time: a newer wish aborts the older one,
 * and an answer that comes after its call was superseded is dropped. Methods are bound and may be passed as handlers;
 * what they set going shows in the state.
 */
export class CaseStore {
  #state: CaseState = IDLE;
  #investigator: LastingInvestigator | null = null;
  #silent = false;
  #flight: AbortController | null = null;
  #work: Promise<void> = Promise.resolve();
  /** For files that are not read yet; null: their set-up is proposed, or carried over. */
  #chosen: Chosen | null = null;
  /** How the person said that files are to be read, by file name. */
  #as: ReadAs = NONE;
  /** The case before each change, oldest first. */
  #history: readonly Step[] = [];
  readonly #make: (silent: (is: boolean) => void) => LastingInvestigator;
  readonly #chance: Chance;
  readonly #listeners = new Set<() => void>();

  /**
   * @param make is called when the first files arrive or the case is prepared, and again after the engine stopped; is told
   *   whom to tell that the engine says nothing, or speaks again
   * @param chance what of clock and chance a case leans on
   */
  constructor(make: (silent: (is: boolean) => void) => LastingInvestigator, chance: Chance = browserChance) {
    this.#make = make;
    this.#chance = chance;
  }

  readonly getState = (): CaseState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The engine behind the case, for windows of rows, timelines and replays. */
  readonly investigator = (): Investigator => {
    this.#investigator ??= this.#make(this.#hear);
    return this.#investigator;
  };

  /** The engine has said nothing for a while although something was asked of it. */
  readonly isSilent = (): boolean => this.#silent;

  /** Waits on for an engine that says nothing; after as long a while it is told again. */
  readonly wait = (): void => {
    this.#hear(false);
  };

  /** Starts the engine anew with the case as it is; what was asked of it is asked again. */
  readonly restartEngine = (): void => {
    this.#hear(false);
    this.#investigator?.restart();
  };

  readonly #hear = (silent: boolean): void => {
    if (silent === this.#silent) return;
    this.#silent = silent;
    for (const listener of this.#listeners) listener();
  };

  /** Starts the engine before there is something to read, so that the first case does not wait for it. */
  readonly prepare = (): void => {
    this.investigator().prepare();
  };

  /** Fulfilled when what was set going last has reached its state. */
  readonly settled = (): Promise<void> => this.#work;

  /** Opens a new case from these files alone. */
  readonly open = (sources: readonly Source[]): void => {
    this.#open(sources, null);
  };

  /** Opens a saved case: reads its files again and compares them under the choices that were saved with it. */
  readonly reopen = (
    sources: readonly Source[],
    kept: SavedChoices | null,
    notes: CaseNotes,
    screen: CaseScreen = EMPTY_SCREEN,
  ): void => {
    const chosen: Chosen | null = kept && ((intake) => savedSetup(kept, intake));
    this.#open(sources, chosen, kept ? readAsOf(kept) : NONE, notes, screen);
  };

  /** Opens a new case whose amounts are known to be in a unit. */
  readonly openWithUnit = (sources: readonly Source[], unit: string): void => {
    this.#open(sources, ({ setup }) => withUnit(setup, unit));
  };

  /** Adds files to whatever is open; one of the same name takes the place of the older one. */
  readonly add = (sources: readonly Source[]): void => {
    const held = droppedSources(this.#state);
    if (held.length === 0) {
      this.open(sources);
      return;
    }
    const all = withSources(held, sources);
    this.#record({ sources: all });
    this.#change(all);
  };

  /** Takes one file out of the case: its source where it has one of its own, else its role becomes `ignored`. */
  readonly remove = (file: string): void => {
    const held = droppedSources(this.#state);
    const left = withoutFile(held, file);
    if (left.length === 0) {
      this.startOver();
      return;
    }
    if (left.length < held.length) {
      this.#record({ sources: left });
      this.#change(left);
      return;
    }
    const opened = openedCase(this.#state);
    const id = opened?.intake.files.find((candidate) => candidate.file === file)?.id;
    if (opened && id !== undefined) this.setUp(withRole(opened.setup, opened.intake.files, id, 'ignored'));
  };

  /** Of the files that claim to be a side's table takes this one; the others are set aside. */
  readonly take = (file: string, role: 'ours' | 'theirs'): void => {
    const opened = openedCase(this.#state);
    const id = opened?.intake.files.find((candidate) => candidate.file === file)?.id;
    if (opened && id !== undefined) this.setUp(withRole(opened.setup, opened.intake.files, id, role));
  };

  /** Compares again under another set-up. */
  readonly setUp = (setup: Setup): void => {
    this.#record({ setup });
    this.#compare(setup);
  };

  /** Reads files again with their header on that physical line, 1-based; null: on the line where it is found. */
  readonly readHeaderAt = (files: readonly string[], line: number | null): void => {
    const of = files.length === 1 ? files.join() : `${files.length} files`;
    this.#push(line === null ? `header of ${of} found again` : `header of ${of} set to line ${line}`);
    this.#as = { ...this.#as, headerLines: withSaid(this.#as.headerLines, files, line) };
    this.#change(droppedSources(this.#state));
  };

  /** Reads a file again, its bytes taken for that encoding; null: the file decides. */
  readonly readEncoded = (file: string, encoding: GivenEncoding | null): void => {
    this.#push(encoding === null ? `encoding of ${file} found again` : `${file} read as ${encoding}`);
    this.#as = { ...this.#as, encodings: withSaid(this.#as.encodings, [file], encoding) };
    this.#change(droppedSources(this.#state));
  };

  /** What `undo` would undo, as a phrase; null: nothing. */
  readonly undoable = (): string | null => this.#history.at(-1)?.what ?? null;

  /** Puts the case back as it stood before the last change; files are read again only where it changed them. */
  readonly undo = (): void => {
    const step = this.#history.at(-1);
    if (!step) return;
    this.#history = this.#history.slice(0, -1);
    const opened = this.#state.status === 'reading' ? null : openedCase(this.#state);
    const { setup } = step;
    const read = opened && step.sources === opened.sources && step.as === this.#as;
    if (!read || !setup) {
      this.#chosen = step.chosen;
      this.#as = step.as;
      this.#change(step.sources);
    } else if (isSameButForWords(setup, opened.setup)) {
      this.#send({ type: 'reworded', setup });
    } else {
      this.#compare(setup);
    }
  };

  #compare(setup: Setup): void {
    this.#send({ type: 'setup-changed', setup });
    this.#start(this.#investigate());
  }

  readonly rename = (name: string): void => {
    this.#reword((setup) => ({ ...setup, name }));
  };

  /** Calls a side's table otherwise, whatever side it comes to be. */
  readonly relabel = (side: 'ours' | 'theirs', label: string): void => {
    this.#reword((setup, files) => withLabel(setup, files, side, label));
  };

  readonly comment = (comment: Pick<CaseComment, 'on' | 'author' | 'text'>): void => {
    const { newId, now } = this.#chance;
    this.#send({ type: 'commented', comment: { ...comment, id: newId(), at: now() } });
  };

  readonly changeComment = (id: string, text: string): void => {
    this.#send({ type: 'comment-changed', id, text, at: this.#chance.now() });
  };

  readonly removeComment = (id: string): void => {
    this.#send({ type: 'comment-removed', id });
  };

  readonly setMask = (on: boolean): void => {
    this.#send({ type: 'masked', on });
  };

  readonly setColumnMasked = (column: string, on: boolean): void => {
    this.#send({ type: 'column-masked', column, on });
  };

  readonly editLetter = (letter: LetterName, draft: LetterDraft): void => {
    this.#send({ type: 'letter-edited', letter, draft });
  };

  readonly namePeople = (people: People): void => {
    this.#send({ type: 'people-named', people });
  };

  readonly look = (screen: Partial<CaseScreen>): void => {
    this.#send({ type: 'looked', screen });
  };

  /** Stops what runs. The files stay; `retry` reads them again. */
  readonly cancel = (): void => {
    this.#flight?.abort();
    this.#flight = null;
    this.#send({ type: 'failed', problem: { code: 'cancelled' } });
  };

  /** After a failure, or with problems to settle: reads again what was dropped, or compares again what was read. */
  readonly retry = (): void => {
    const state = this.#state;
    if (state.status === 'unsettled') this.#change(state.opened.sources);
    if (state.status !== 'failed') return;
    if (state.opened && state.problem.code !== 'engine-stopped') this.#compare(state.opened.setup);
    else this.#change(state.sources);
  };

  readonly startOver = (): void => {
    this.#flight?.abort();
    this.#flight = null;
    this.#chosen = null;
    this.#as = NONE;
    this.#history = [];
    this.#send({ type: 'started-over' });
  };

  readonly close = (): void => {
    this.startOver();
    this.#investigator?.close();
    this.#investigator = null;
  };

  #reword(change: (setup: Setup, files: Intake['files']) => Setup): void {
    const opened = openedCase(this.#state);
    if (!opened) return;
    const setup = change(opened.setup, opened.intake.files);
    this.#record({ setup });
    this.#send({ type: 'reworded', setup });
  }

  /** @param after what is about to be, where it differs from what is */
  #record(after: Partial<CaseShape>): void {
    const opened = openedCase(this.#state);
    const before: CaseShape = { sources: droppedSources(this.#state), setup: opened?.setup ?? null };
    const files = opened?.intake.files ?? [];
    const what = describeChange(before, { ...before, ...after }, files);
    if (what === null) return;
    this.#push(what);
  }

  #push(what: string): void {
    const opened = openedCase(this.#state);
    const kept = opened && { setup: opened.setup, readAs: opened.intake.files.map(({ file }) => file) };
    const step: Step = {
      what,
      sources: droppedSources(this.#state),
      as: this.#as,
      setup: opened?.setup ?? null,
      chosen: kept ? (intake) => savedSetup(kept, intake) : this.#chosen,
    };
    this.#history = [...this.#history, step].slice(-MAX_STEPS);
  }

  #open(
    sources: readonly Source[],
    chosen: Chosen | null,
    as: ReadAs = NONE,
    notes: CaseNotes = freshNotes(this.#chance.newSalt()),
    screen: CaseScreen = EMPTY_SCREEN,
  ): void {
    this.#chosen = chosen;
    this.#as = as;
    this.#history = [];
    this.#send({ type: 'sources-opened', sources, notes, screen });
    this.#start(this.#read(sources));
  }

  #change(sources: readonly Source[]): void {
    this.#send({ type: 'sources-changed', sources });
    this.#start(this.#read(sources));
  }

  /** A bug in the engine ends like an engine that stopped: told, with the files kept. */
  #start(work: Promise<void>): void {
    const started = work.catch((error: unknown) => {
      if (started !== this.#work) return;
      this.#fail({ code: 'engine-stopped', reason: error instanceof Error ? error.message : String(error) });
    });
    this.#work = started;
  }

  async #read(sources: readonly Source[]): Promise<void> {
    const flight = this.#take();
    const as = this.#as;
    const answer = await this.investigator().read(sources, { ...this.#options(flight), as });
    if (flight !== this.#flight) return;
    if (!answer.ok) {
      this.#fail(answer.problem);
      return;
    }
    const chosen = this.#chosen;
    this.#chosen = null;
    const setup = chosen ? chosen(answer.value) : setupRead(this.#state, answer.value);
    this.#send({ type: 'read', intake: answer.value, setup: withReadAs(setup, answer.value.files, as) });
    return this.#investigate();
  }

  async #investigate(): Promise<void> {
    const flight = this.#take();
    if (this.#state.status !== 'investigating') return;
    const answer = await this.investigator().investigate(this.#state.opened.setup, this.#options(flight));
    if (flight !== this.#flight) return;
    if (!answer.ok) {
      this.#fail(answer.problem);
      return;
    }
    this.#send({ type: 'found', findings: answer.value });
  }

  #fail(problem: Extract<CaseEvent, { type: 'failed' }>['problem']): void {
    if (problem.code === 'engine-stopped') {
      this.#investigator?.close();
      this.#investigator = null;
    }
    this.#send({ type: 'failed', problem });
  }

  #take(): AbortController {
    this.#flight?.abort();
    this.#flight = new AbortController();
    return this.#flight;
  }

  #options(flight: AbortController) {
    return {
      signal: flight.signal,
      onProgress: (progress: Progress) => {
        if (flight === this.#flight) this.#send({ type: 'progressed', progress });
      },
    };
  }

  #send(event: CaseEvent): void {
    const next = reduce(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

const NONE: ReadAs = { headerLines: {}, encodings: {} };

/** Clock and chance, as a case needs them. */
export interface Chance {
  /** ISO 8601. */
  readonly now: () => string;
  /** 16 characters, random. */
  readonly newId: () => string;
  /** Secret, random. */
  readonly newSalt: () => string;
}

const browserChance: Chance = { now: () => new Date().toISOString(), newId: randomId, newSalt };

/** @param said null: nothing is said of these files */
function withSaid<T>(
  before: Readonly<Record<string, T>> = {},
  files: readonly string[],
  said: T | null,
): Readonly<Record<string, T>> {
  const others = Object.entries(before).filter(([name]) => !files.includes(name));
  return Object.fromEntries([...others, ...(said === null ? [] : files.map((file) => [file, said] as const))]);
}

function readAsOf({ setup: { premises = {} }, readAs }: SavedChoices): ReadAs {
  const byName = <T>(byId: Readonly<Record<string, T>> = {}): Readonly<Record<string, T>> =>
    Object.fromEntries(
      Object.entries(byId).flatMap(([id, said]) => {
        const file = readAs[Number(id)];
        return file === undefined ? [] : [[file, said] as const];
      }),
    );
  return { headerLines: byName(premises.headerLines), encodings: byName(premises.encodings) };
}

/** The set-up says how its files were read. */
function withReadAs(setup: Setup, files: Intake['files'], { headerLines, encodings }: ReadAs): Setup {
  const byId = <T>(byName: Readonly<Record<string, T>> = {}) => {
    const said = files.flatMap(({ id, file }) => {
      const own = named(byName, file);
      return own === undefined ? [] : [[String(id), own] as const];
    });
    return said.length === 0 ? undefined : Object.fromEntries(said);
  };
  return withPremise(withPremise(setup, 'headerLines', byId(headerLines)), 'encodings', byId(encodings));
}

/** The two differ at most in what the case and its sides are called. */
function isSameButForWords(a: Setup, b: Setup): boolean {
  const substance = (setup: Setup) => JSON.stringify({ ...setup, name: null, labels: null, fileLabels: null });
  return substance(a) === substance(b);
}
