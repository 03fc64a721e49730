import type { Intake } from '@/lib/core/intake/intake';
import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { Setup } from '@/lib/core/setup';
import type { Investigator, ReadAs, Source } from '@/lib/engine/investigator';

/** An investigator that outlives what it runs on. */
export interface LastingInvestigator extends Investigator {
  /** Ends whatever it runs on; calls under way are asked again. */
  restart(): void;
}

/** What one worker holds: it dies with it. */
interface Life {
  readonly engine: Investigator;
  dead: boolean;
  /** Readings that were asked for and have not answered. */
  readings: number;
  /** Fulfilled when it has read, and found, what the life before it had; null: nobody asked for that. */
  read: Promise<Problem | null> | null;
  found: Promise<Problem | null> | null;
}

/** What was last read, and investigated of it. */
interface Held {
  readonly sources: readonly Source[];
  readonly as: ReadAs;
  readonly intake: Intake;
  readonly setup: Setup | null;
}

/** What a call leans on. */
type Needed = 'nothing' | 'read' | 'found';

/**
 * An investigator over engines that may die. After a death the next call starts another, which first reads and
 * investigates again what the one before had, and a call that was under way is asked once more; but not an export of
 * which a part has gone out. A file that gives something else then is a problem (file-changed). An engine that was refused
 * memory is ended, so that it gives back what it has, and its call fails (out-of-memory).
 * @param make an engine; calls `died` when all that it held is lost
 */
export function createLastingInvestigator(make: (died: () => void) => Investigator): LastingInvestigator {
  let life: Life | null = null;
  let held: Held | null = null;
  let closed = false;

  function living(): Life {
    if (life && !life.dead) return life;
    const born: Life = {
      engine: make(() => {
        born.dead = true;
      }),
      dead: false,
      readings: 0,
      read: null,
      found: null,
    };
    life = born;
    return born;
  }

  function end(of: Life): void {
    of.dead = true;
    of.engine.close();
  }

  /** Fulfilled with null when the life holds what is needed as the one before did. */
  function restored(of: Life, needed: Needed): Promise<Problem | null> {
    if (needed === 'nothing' || held === null) return HELD;
    if (of.read === null && of.readings > 0) return Promise.resolve({ code: 'cancelled' });
    of.read ??= readAgain(of.engine, held);
    if (needed === 'read') return of.read;
    const { setup } = held;
    of.found ??= of.read.then(async (lost) => {
      if (lost || setup === null) return lost;
      const found = await of.engine.investigate(setup, {});
      return found.ok ? null : found.problem;
    });
    return of.found;
  }

  async function ask<T>(
    needed: Needed,
    call: (engine: Investigator, of: Life) => Promise<Result<T>>,
    { signal, again = () => true }: { readonly signal?: AbortSignal | undefined; readonly again?: () => boolean } = {},
  ): Promise<Result<T>> {
    for (let asked = 1; ; asked++) {
      if (closed) return CLOSED;
      const of = living();
      // What is held is asked at once, and does not wait for the page to draw what led to the call.
      const restoring = restored(of, needed);
      const lost = restoring === HELD ? null : await restoring;
      if (signal?.aborted) return fail({ code: 'cancelled' });
      const answer: Result<T> = lost ? fail(lost) : await call(of.engine, of);
      if (answer.ok) return answer;
      if (answer.problem.code === 'out-of-memory') end(of);
      else if (of.dead && asked === 1 && again()) continue;
      return answer;
    }
  }

  return {
    prepare() {
      if (!closed) living().engine.prepare();
    },

    read: (sources, options) =>
      ask(
        'nothing',
        async (engine, of) => {
          of.readings += 1;
          const answer = await engine.read(sources, options);
          of.readings -= 1;
          if (!answer.ok) return answer;
          held = { sources, as: options.as ?? {}, intake: answer.value, setup: null };
          of.read = HELD;
          of.found = HELD;
          return answer;
        },
        options,
      ),

    investigate: (setup, options) =>
      ask(
        'read',
        async (engine, of) => {
          const asked = held;
          const answer = await engine.investigate(setup, options);
          if (!answer.ok || held === null || held !== asked) return answer;
          held = { ...held, setup };
          of.found = HELD;
          return answer;
        },
        options,
      ),

    rejections: (options) => ask('found', (engine) => engine.rejections(options), options),
    rows: (query, options) => ask('found', (engine) => engine.rows(query, options), options),
    timeline: (key, options) => ask('found', (engine) => engine.timeline(key, options), options),
    replay: (faults, options) => ask('found', (engine) => engine.replay(faults, options), options),
    plant: (side, faults, options) => ask('found', (engine) => engine.plant(side, faults, options), options),
    repairRows: (side, options) => ask('found', (engine) => engine.repairRows(side, options), options),
    namedIn: (texts, columns, options) => ask('found', (engine) => engine.namedIn(texts, columns, options), options),

    exportRows(query, sink, options) {
      let begun = false;
      const counted = (chunk: Uint8Array<ArrayBuffer>) => {
        begun = true;
        sink(chunk);
      };
      const again = () => !begun;
      return ask('found', (engine) => engine.exportRows(query, counted, options), { signal: options?.signal, again });
    },

    restart() {
      if (life) end(life);
    },

    close() {
      closed = true;
      if (life) end(life);
      held = null;
    },
  };
}

const HELD: Promise<Problem | null> = Promise.resolve(null);
const CLOSED = fail({ code: 'engine-stopped' as const, reason: 'the case was closed' });

/** Null where the files give what they gave before. */
async function readAgain(engine: Investigator, { sources, as, intake }: Held): Promise<Problem | null> {
  const answer = await engine.read(sources, { as });
  if (!answer.ok) return answer.problem;
  const { files, problems } = answer.value;
  const [gone] = problems.filter((problem) => !intake.problems.some((before) => same(problem, before)));
  if (gone) return gone;
  const changed = intake.files.find((file, f) => !same(file, files[f]));
  return changed ? { code: 'file-changed', file: changed.file } : null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
