import { ok, type Result } from '@/lib/core/result';
import type { CaseShelf } from './case-shelf';
import type { SavedProblem } from './saved-problem';
import { NOTHING_KNOWN, type OpenSaved, type SavedState } from './saved-state';

/** What is known of the cases that are kept, and the shelf behind it, on which one act follows the other. */
export class SavedStore {
  #state: SavedState = NOTHING_KNOWN;
  #shelf: CaseShelf | null = null;
  #acts: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<() => void>();
  readonly #changed: () => void;

  /** @param changed called after an act that changed the list */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get state(): SavedState {
    return this.#state;
  }

  /** Null until it is known where cases are kept. */
  get shelf(): CaseShelf | null {
    return this.#shelf;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  use(shelf: CaseShelf): void {
    this.#shelf = shelf;
  }

  set(part: Partial<SavedState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }

  /** Changes what is said of the open case; nothing while none is. */
  setOpen(part: Partial<OpenSaved>): void {
    if (this.#state.open) this.set({ open: { ...this.#state.open, ...part } });
  }

  async relist(): Promise<void> {
    const cases = await this.#shelf?.list();
    if (cases?.ok) this.set({ cases: cases.value });
  }

  /** Does something with the shelf once everything before it is done, and nothing before there is a shelf. A problem is told. */
  act(work: (shelf: CaseShelf) => Promise<Result<unknown, SavedProblem>>): Promise<void> {
    const acted = this.#acts.then(async () => {
      const result = this.#shelf ? await work(this.#shelf) : ok(null);
      if (!result.ok) this.set({ refused: result.problem });
    });
    this.#acts = acted.catch(() => undefined);
    return acted;
  }

  /** The same for what changes the list, which is read anew afterwards. */
  actOnList(work: (shelf: CaseShelf) => Promise<Result<unknown, SavedProblem>>): Promise<void> {
    return this.act(async (shelf) => {
      const result = await work(shelf);
      await this.relist();
      this.#changed();
      return result;
    });
  }
}
