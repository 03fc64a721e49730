import { describe, expect, test } from 'vitest';
import { Planter, type PlantState } from '@/lib/case/replay/planter';
import { ReplayRunner, type ReplaySnapshot } from '@/lib/case/replay/runner';
import type { ReplaySetting } from '@/lib/case/replay/setting';
import type { Findings } from '@/lib/core/findings/findings';
import { fail, ok, type Result } from '@/lib/core/result';
import type { CallOptions, ReplayOutcome } from '@/lib/engine/investigator';
import { sampleFindings } from '../../../support/sample-findings';

const CASE = {};

function cut(limit: number): ReplaySetting {
  return [{ fault: 'rows-capped', limit }];
}

function outcomeOf(faults: ReplaySetting): ReplayOutcome {
  return { faults, keys: 1, total: '1', ours: null, theirs: null };
}

/** An engine whose calls wait until they are answered by hand. */
function slowEngine<T>() {
  const calls: { faults: ReplaySetting; signal: AbortSignal | undefined; answer: (result: Result<T>) => void }[] = [];
  const call = (faults: ReplaySetting, options?: CallOptions) =>
    new Promise<Result<T>>((answer) => calls.push({ faults, signal: options?.signal, answer }));
  return { calls, call };
}

/** Lets every promise that can settle do so. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

function started() {
  const { calls, call } = slowEngine<ReplayOutcome>();
  const runner = new ReplayRunner({ replay: call });
  const seen: ReplaySnapshot[] = [];
  runner.subscribe(() => seen.push(runner.snapshot()));
  const answer = async (at: number) => {
    calls[at]?.answer(ok(outcomeOf(calls[at].faults)));
    await settled();
  };
  return { runner, calls, seen, answer };
}

describe('a replay', () => {
  test('has one call in flight, and of what is asked meanwhile only the last is run', async () => {
    const { runner, calls, answer } = started();
    for (const limit of [1, 2, 3, 4]) runner.ask(cut(limit), CASE);
    expect(calls.map(({ faults }) => faults)).toEqual([cut(1)]);
    await answer(0);
    expect(calls.map(({ faults }) => faults)).toEqual([cut(1), cut(4)]);
    expect(runner.snapshot()).toMatchObject({ outcome: { faults: cut(1) }, pending: true });
    await answer(1);
    expect(runner.snapshot()).toMatchObject({ outcome: { faults: cut(4) }, pending: false });
    expect(calls).toHaveLength(2);
  });

  test('is not run again for the setting that it has', async () => {
    const { runner, calls, answer } = started();
    runner.ask(cut(1), CASE);
    await answer(0);
    runner.ask(cut(1), CASE);
    expect(calls).toHaveLength(1);
    expect(runner.snapshot().pending).toBe(false);
  });

  test('of another investigation starts anew, and an answer about the one before is not shown', async () => {
    const { runner, calls, answer } = started();
    runner.ask(cut(1), CASE);
    runner.ask(cut(1), {});
    expect(calls[0]?.signal?.aborted).toBe(true);
    expect(calls).toHaveLength(2);
    await answer(0);
    expect(runner.snapshot()).toEqual({ outcome: null, pending: true, problem: null });
    await answer(1);
    expect(runner.snapshot()).toMatchObject({ outcome: { faults: cut(1) }, pending: false });
  });

  test('tells a problem, keeps what it gave before, and forgets the problem with the next outcome', async () => {
    const { runner, calls, answer } = started();
    runner.ask(cut(1), CASE);
    await answer(0);
    runner.ask(cut(2), CASE);
    calls[1]?.answer(fail({ code: 'engine-stopped', reason: 'a bug' }));
    await settled();
    expect(runner.snapshot()).toMatchObject({
      outcome: { faults: cut(1) },
      pending: false,
      problem: { code: 'engine-stopped' },
    });
    runner.ask(cut(3), CASE);
    await answer(2);
    expect(runner.snapshot()).toMatchObject({ outcome: { faults: cut(3) }, problem: null });
  });

  test('asked for while the outcome is being shown is run too', async () => {
    const { runner, calls, answer } = started();
    runner.subscribe(() => {
      if (runner.snapshot().outcome !== null) runner.ask(cut(9), CASE);
    });
    runner.ask(cut(1), CASE);
    await answer(0);
    expect(calls.map(({ faults }) => faults)).toEqual([cut(1), cut(9)]);
  });

  test('stopped shows nothing more, and runs again when it is asked', async () => {
    const { runner, calls, seen, answer } = started();
    runner.ask(cut(1), CASE);
    runner.stop();
    const shown = seen.length;
    await answer(0);
    expect(seen).toHaveLength(shown);
    runner.ask(cut(1), CASE);
    expect(calls).toHaveLength(2);
  });

  test('that meets a bug says so', async () => {
    const runner = new ReplayRunner({ replay: () => Promise.reject(new Error('a bug')) });
    runner.ask(cut(1), CASE);
    await settled();
    expect(runner.snapshot()).toMatchObject({ pending: false, problem: { code: 'engine-stopped', reason: 'a bug' } });
  });
});

describe('planting', () => {
  function planting() {
    const { calls, call } = slowEngine<Findings>();
    let clock = 0;
    const planter = new Planter({ plant: (_side, faults, options) => call(faults, options) }, () => (clock += 250));
    planter.about(CASE);
    return { planter, calls };
  }

  test('ends with the findings and how long they took', async () => {
    const { planter, calls } = planting();
    const done = planter.plant('theirs', cut(1));
    expect(planter.state()).toEqual({ status: 'searching', side: 'theirs', faults: cut(1) });
    calls[0]?.answer(ok(sampleFindings));
    await done;
    expect(planter.state()).toMatchObject({ status: 'found', side: 'theirs', milliseconds: 250 });
  });

  test('shows the last of several, and stops for good when it is told to', async () => {
    const { planter, calls } = planting();
    void planter.plant('ours', cut(1));
    void planter.plant('ours', cut(2));
    calls[0]?.answer(ok(sampleFindings));
    await settled();
    expect(planter.state()).toMatchObject({ status: 'searching', faults: cut(2) });
    planter.stop();
    calls[1]?.answer(ok(sampleFindings));
    await settled();
    expect(planter.state()).toEqual<PlantState>({ status: 'idle' });
    expect(calls.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
  });

  test('is forgotten with the investigation, and kept with the same one', async () => {
    const { planter, calls } = planting();
    const done = planter.plant('ours', cut(1));
    calls[0]?.answer(fail({ code: 'engine-stopped', reason: 'a bug' }));
    await done;
    planter.about(CASE);
    expect(planter.state().status).toBe('failed');
    planter.about({});
    expect(planter.state().status).toBe('idle');
  });
});
