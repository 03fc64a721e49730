import type { Problem } from '@/lib/core/problem';
import type { Investigator, ReplayOutcome } from '@/lib/engine/investigator';
import { type ReplaySetting, sameSetting } from './setting';

/** What the replay has given so far. While `pending`, `outcome` is of an older setting than the one asked for last. */
export interface ReplaySnapshot {
  readonly outcome: ReplayOutcome | null;
  readonly pending: boolean;
  readonly problem: Problem | null;
}

const NOTHING: ReplaySnapshot = { outcome: null, pending: false, problem: null };

/**
 * Runs the replay for the setting asked for last. One call is in flight at a time; what is asked meanwhile waits, and of
 * several wishes only the last is run, so that a hand that drags sees the outcome follow and nothing piles up.
 */
export class ReplayRunner {
  #snapshot: ReplaySnapshot = NOTHING;
  #of: object | null = null;
  #wanted: ReplaySetting | null = null;
  #flight: AbortController | null = null;
  readonly #investigator: Pick<Investigator, 'replay'>;
  readonly #listeners = new Set<() => void>();

  constructor(investigator: Pick<Investigator, 'replay'>) {
    this.#investigator = investigator;
  }

  readonly snapshot = (): ReplaySnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param of the investigation whose files run; with another one all that was given before is forgotten. */
  ask(setting: ReplaySetting, of: object): void {
    if (of !== this.#of) this.stop();
    this.#of = of;
    if (this.#wanted && sameSetting(this.#wanted, setting)) return;
    this.#wanted = setting;
    this.#show({ ...this.#snapshot, pending: true });
    if (this.#flight === null) void this.#run();
  }

  /** Forgets everything, what is in flight included. What is asked later is run again. */
  readonly stop = (): void => {
    this.#flight?.abort();
    this.#flight = null;
    this.#wanted = null;
    this.#show(NOTHING);
  };

  async #run(): Promise<void> {
    const flight = new AbortController();
    this.#flight = flight;
    let setting = this.#wanted;
    while (setting !== null) {
      const next = await this.#answer(setting, flight.signal);
      if (flight !== this.#flight) return;
      this.#show({ ...next, outcome: next.outcome ?? this.#snapshot.outcome, pending: this.#wanted !== setting });
      setting = this.#wanted === setting ? null : this.#wanted;
    }
    this.#flight = null;
  }

  async #answer(setting: ReplaySetting, signal: AbortSignal): Promise<Omit<ReplaySnapshot, 'pending'>> {
    try {
      const answer = await this.#investigator.replay(setting, { signal });
      return answer.ok ? { outcome: answer.value, problem: null } : { outcome: null, problem: answer.problem };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { outcome: null, problem: { code: 'engine-stopped', reason } };
    }
  }

  #show(next: ReplaySnapshot): void {
    this.#snapshot = next;
    for (const listener of this.#listeners) listener();
  }
}
