import type { Findings, Side } from '@/lib/core/findings/findings';
import type { Problem } from '@/lib/core/problem';
import type { Investigator } from '@/lib/engine/investigator';
import type { ReplaySetting } from './setting';

interface Planted {
  readonly side: Side;
  readonly faults: ReplaySetting;
}

/** A fault planted on purpose, and what came of it. */
export type PlantState =
  | { readonly status: 'idle' }
  | (Planted & { readonly status: 'searching' })
  | (Planted & { readonly status: 'found'; readonly findings: Findings; readonly milliseconds: number })
  | (Planted & { readonly status: 'failed'; readonly problem: Problem });

/** Plants one setting at a time; a newer one takes the place of the older. The open case stays as it is. */
export class Planter {
  #state: PlantState = { status: 'idle' };
  #of: object | null = null;
  #flight: AbortController | null = null;
  readonly #investigator: Pick<Investigator, 'plant'>;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();

  /** @param now milliseconds from any fixed moment */
  constructor(investigator: Pick<Investigator, 'plant'>, now: () => number = () => performance.now()) {
    this.#investigator = investigator;
    this.#now = now;
  }

  readonly state = (): PlantState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What was planted into another investigation is forgotten. */
  about(investigation: object): void {
    if (investigation !== this.#of) this.stop();
    this.#of = investigation;
  }

  async plant(side: Side, faults: ReplaySetting): Promise<void> {
    this.#flight?.abort();
    const flight = new AbortController();
    this.#flight = flight;
    const planted = { side, faults };
    this.#show({ status: 'searching', ...planted });
    const began = this.#now();
    try {
      const answer = await this.#investigator.plant(side, faults, { signal: flight.signal });
      if (flight !== this.#flight) return;
      this.#show(
        answer.ok
          ? { status: 'found', ...planted, findings: answer.value, milliseconds: this.#now() - began }
          : { status: 'failed', ...planted, problem: answer.problem },
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (flight === this.#flight)
        this.#show({ status: 'failed', ...planted, problem: { code: 'engine-stopped', reason } });
    }
  }

  readonly stop = (): void => {
    this.#flight?.abort();
    this.#flight = null;
    this.#show({ status: 'idle' });
  };

  #show(state: PlantState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
