import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '@/lib/core/result';
import { createBrowserInvestigator, type WorkerPort } from '@/lib/engine/browser/client';
import type { FromWorker, ToWorker } from '@/lib/engine/browser/protocol';
import type { RowQuery } from '@/lib/engine/investigator';

const query: RowQuery = { scope: 'all', search: '', filters: [], sort: [], from: 0, count: 10 };

/** A worker whose every word the test decides. */
function scriptedWorker() {
  const workers: {
    posted: ToWorker[];
    received: (message: FromWorker) => void;
    failed: (reason: string) => void;
    ended: boolean;
  }[] = [];
  function make(): WorkerPort {
    const worker: (typeof workers)[number] = {
      posted: [],
      received: () => undefined,
      failed: () => undefined,
      ended: false,
    };
    workers.push(worker);
    return {
      post: (message) => worker.posted.push(message),
      listen(received, failed) {
        worker.received = received;
        worker.failed = failed;
      },
      terminate() {
        worker.ended = true;
      },
    };
  }
  return { make, workers, latest: () => workers.at(-1) };
}

function answer(id: number, key: string | null = null): FromWorker {
  return {
    type: 'response',
    id,
    response: {
      kind: 'timeline',
      result: { ok: true, value: key === null ? null : { key: [key], versions: [], unmatched: [], causes: [] } },
    },
  };
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.problem.code;
}

describe('every call', () => {
  test('settles with the answer to its own request, whatever the order of the answers', async () => {
    const { make, latest } = scriptedWorker();
    const investigator = createBrowserInvestigator(make);
    const first = investigator.timeline(['a']);
    const second = investigator.timeline(['b']);
    const [a, b] = latest()?.posted ?? [];
    latest()?.received(answer(b?.id ?? 0, 'b'));
    latest()?.received(answer(a?.id ?? 0, 'a'));
    expect([await first, await second]).toMatchObject([{ value: { key: ['a'] } }, { value: { key: ['b'] } }]);
  });

  test('is cancelled at once when its signal aborts, tells the worker, and drops the late answer', async () => {
    const { make, latest } = scriptedWorker();
    const controller = new AbortController();
    const call = createBrowserInvestigator(make).timeline(['a'], { signal: controller.signal });
    controller.abort();
    expect(codeOf(await call)).toBe('cancelled');
    const [request, cancel] = latest()?.posted ?? [];
    expect(cancel).toEqual({ type: 'cancel', id: request?.id });
    latest()?.received(answer(request?.id ?? 0, 'a'));
    expect(codeOf(await call)).toBe('cancelled');
  });

  test('never reaches the worker when its signal has aborted before', async () => {
    const { make, workers } = scriptedWorker();
    expect(codeOf(await createBrowserInvestigator(make).timeline(['a'], { signal: AbortSignal.abort() }))).toBe(
      'cancelled',
    );
    expect(workers).toHaveLength(0);
  });

  test('says that the engine stopped when the worker dies, and the next starts another worker', async () => {
    const { make, workers } = scriptedWorker();
    const investigator = createBrowserInvestigator(make);
    const calls = [investigator.timeline(['a']), investigator.rows(query)];
    workers[0]?.failed('out of memory');
    expect(await Promise.all(calls)).toEqual(
      calls.map(() => ({ ok: false, problem: { code: 'engine-stopped', reason: 'out of memory' } })),
    );
    expect(workers[0]?.ended).toBe(true);
    const next = investigator.timeline(['a']);
    workers[0]?.failed('late');
    workers[1]?.received(answer(workers[1].posted[0]?.id ?? 0));
    expect(await next).toEqual({ ok: true, value: null });
  });

  test('says so when no worker can be started', async () => {
    const investigator = createBrowserInvestigator(() => {
      throw new Error('workers are switched off');
    });
    expect(await investigator.timeline(['a'])).toEqual({
      ok: false,
      problem: { code: 'engine-stopped', reason: 'workers are switched off' },
    });
  });

  test('says that the engine stopped when it meets a bug; other calls go on', async () => {
    const { make, latest } = scriptedWorker();
    const investigator = createBrowserInvestigator(make);
    const [broken, sound] = [investigator.timeline(['a']), investigator.timeline(['b'])];
    latest()?.received({
      type: 'crash',
      id: latest()?.posted[0]?.id ?? 0,
      problem: { code: 'engine-stopped', reason: 'x is undefined' },
    });
    latest()?.received(answer(latest()?.posted[1]?.id ?? 0));
    expect(await broken).toEqual({ ok: false, problem: { code: 'engine-stopped', reason: 'x is undefined' } });
    expect(codeOf(await sound)).toBe('ok');
  });

  test('settles when the investigator is closed, and so does every later one', async () => {
    const { make, workers } = scriptedWorker();
    const investigator = createBrowserInvestigator(make);
    const call = investigator.timeline(['a']);
    investigator.close();
    expect([codeOf(await call), codeOf(await investigator.timeline(['a']))]).toEqual([
      'engine-stopped',
      'engine-stopped',
    ]);
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
  });

  test('hears of its own progress and chunks only, and of none once it has settled', async () => {
    const { make, latest } = scriptedWorker();
    const investigator = createBrowserInvestigator(make);
    const heard: unknown[] = [];
    const call = investigator.exportRows(query, (chunk) => heard.push([...chunk]), {
      onProgress: (progress) => heard.push(progress),
    });
    void investigator.timeline(['a'], { onProgress: () => heard.push('not mine') });
    const id = latest()?.posted[0]?.id ?? 0;
    latest()?.received({ type: 'progress', id, progress: { stage: 'searching', done: 1, of: 2 } });
    latest()?.received({ type: 'chunk', id, chunk: Uint8Array.of(1, 2) });
    latest()?.received({
      type: 'response',
      id,
      response: { kind: 'exportRows', result: { ok: true, value: { rows: 1 } } },
    });
    latest()?.received({ type: 'chunk', id, chunk: Uint8Array.of(3) });
    expect(await call).toEqual({ ok: true, value: { rows: 1 } });
    expect(heard).toEqual([{ stage: 'searching', done: 1, of: 2 }, [1, 2]]);
    investigator.close();
  });

  test("rejects with its caller's own error when the sink throws", async () => {
    const { make, latest } = scriptedWorker();
    const call = createBrowserInvestigator(make).exportRows(query, () => {
      throw new Error('disk full');
    });
    latest()?.received({ type: 'chunk', id: latest()?.posted[0]?.id ?? 0, chunk: Uint8Array.of(1) });
    await expect(call).rejects.toThrow('disk full');
  });

  const event = fc.record({
    what: fc.constantFrom(
      'answer' as const,
      'crash' as const,
      'progress' as const,
      'abort' as const,
      'die' as const,
      'close' as const,
    ),
    call: fc.nat({ max: 5 }),
  });

  test('settles exactly once, whatever happens and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 20 }), async (events) => {
        const { make, workers } = scriptedWorker();
        const investigator = createBrowserInvestigator(make);
        const controllers = Array.from({ length: 6 }, () => new AbortController());
        const settled = controllers.map(() => 0);
        const calls = controllers.map(({ signal }, i) =>
          investigator.timeline([String(i)], { signal }).then((result) => {
            settled[i] = (settled[i] ?? 0) + 1;
            return codeOf(result);
          }),
        );
        const ids = (workers[0]?.posted ?? []).map(({ id }) => id);
        const expected = calls.map((): string => 'engine-stopped');
        const open = new Set(calls.keys());
        let dead = false;
        const decide = (call: number, code: string) => {
          if (open.delete(call)) expected[call] = code;
        };
        for (const { what, call } of events) {
          const id = ids[call] ?? 0;
          if (what === 'answer') workers[0]?.received(answer(id));
          if (what === 'crash')
            workers[0]?.received({ type: 'crash', id, problem: { code: 'engine-stopped', reason: '' } });
          if (what === 'progress')
            workers[0]?.received({ type: 'progress', id, progress: { stage: 'comparing', done: 0, of: 1 } });
          if (what === 'abort') controllers[call]?.abort();
          if (what === 'die') workers[0]?.failed('');
          if (what === 'close') investigator.close();
          dead ||= what === 'die' || what === 'close';
          if (what === 'answer') decide(call, 'ok');
          if (what === 'abort') decide(call, 'cancelled');
          if (what === 'crash') decide(call, 'engine-stopped');
          if (dead) open.clear();
        }
        investigator.close();
        expect(await Promise.all(calls)).toEqual(expected);
        expect(settled).toEqual(calls.map(() => 1));
      }),
    );
  });
});

/** A clock that goes on when the test says so. */
function fakeClock() {
  let due: (() => void) | null = null;
  return {
    later: (work: () => void) => {
      due = work;
      return () => {
        if (due === work) due = null;
      };
    },
    /** The while of a silence has passed. */
    pass() {
      const work = due;
      due = null;
      work?.();
    },
  };
}

describe('a worker that says nothing', () => {
  function watched() {
    const { make, latest } = scriptedWorker();
    const clock = fakeClock();
    const told: boolean[] = [];
    const silent = (is: boolean) => told.push(is);
    return { latest, clock, told, investigator: createBrowserInvestigator(make, { silent, later: clock.later }) };
  }

  test('is told of while a call waits, and again after as long a while, until it speaks', async () => {
    const { latest, clock, told, investigator } = watched();
    const call = investigator.timeline(['a']);
    clock.pass();
    clock.pass();
    expect(told).toEqual([true, true]);
    const id = latest()?.posted[0]?.id ?? 0;
    latest()?.received({ type: 'progress', id, progress: { stage: 'searching', done: 1, of: 0 } });
    expect(told).toEqual([true, true, false]);
    latest()?.received(answer(id));
    clock.pass();
    expect(told).toEqual([true, true, false]);
    expect(codeOf(await call)).toBe('ok');
  });

  test('is not told of while nothing was asked, nor once what was asked is cancelled', async () => {
    const { latest, clock, told, investigator } = watched();
    investigator.prepare();
    clock.pass();
    const controller = new AbortController();
    const call = investigator.timeline(['a'], { signal: controller.signal });
    controller.abort();
    clock.pass();
    expect(codeOf(await call)).toBe('cancelled');
    expect(told).toEqual([]);
    expect(latest()?.ended).toBe(false);
  });
});
