import { describe, expect, it } from 'vitest';
import { heldIndex, heldRow, PAGE, RowPages } from '@/components/keys/row-pages';
import type { RowsView } from '@/components/keys/rows-view';
import type { CallOptions, RowQuery } from '@/lib/engine/investigator';

const ALL: RowsView = { scope: 'all', search: '', filters: [], sort: [] };

const CASE = {};

/** An engine of `count` rows that answers when it is told to. */
function engine(count: number) {
  const calls: { query: RowQuery; options: CallOptions | undefined; answer: () => Promise<void> }[] = [];
  const pages = new RowPages((query, options) => {
    let settle = () => {};
    const answered = new Promise<void>((resolve) => {
      settle = resolve;
    });
    calls.push({
      query,
      options,
      answer: async () => {
        settle();
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
    const matching = query.search === '' ? count : 3;
    return answered.then(() => ({
      ok: true as const,
      value: {
        from: query.from,
        selected: matching,
        of: count,
        sums: { theirs: '0', ours: '0', difference: '0' },
        rows: Array.from({ length: Math.max(0, Math.min(query.count, matching - query.from)) }, (_, i) => ({
          key: [`${query.search}${query.from + i}`],
          theirs: null,
          ours: null,
          expected: null,
          difference: '0',
          causes: [],
          unexplained: false,
        })),
      },
    }));
  });
  return { pages, calls };
}

describe('RowPages', () => {
  it('asks for the first page and then for those in sight, once', async () => {
    const { pages, calls } = engine(10_000);
    pages.show(ALL, CASE);
    pages.show({ ...ALL }, CASE);
    expect(calls).toHaveLength(1);
    await calls[0]?.answer();
    expect(pages.snapshot()).toMatchObject({ selected: 10_000, pending: false });
    pages.need(0, 20);
    pages.need(PAGE - 5, PAGE + 5);
    pages.need(PAGE - 5, PAGE + 6);
    expect(calls.map((call) => call.query.from)).toEqual([0, PAGE]);
    await calls[1]?.answer();
    expect(heldRow(pages.snapshot(), PAGE + 1)?.key).toEqual([String(PAGE + 1)]);
    expect(heldIndex(pages.snapshot(), [String(PAGE + 1)])).toBe(PAGE + 1);
  });

  it('holds few pages however far one scrolls', async () => {
    const { pages, calls } = engine(1_000_000);
    pages.show(ALL, CASE);
    await calls[0]?.answer();
    for (let page = 1; page < 40; page++) {
      pages.need(page * PAGE, page * PAGE + 20);
      await calls.at(-1)?.answer();
    }
    expect(pages.snapshot().pages.size).toBe(6);
    expect(heldRow(pages.snapshot(), 39 * PAGE)?.key).toEqual([String(39 * PAGE)]);
    expect(heldRow(pages.snapshot(), 0)).toBeNull();
  });

  it('asks anew for the same view of another case', async () => {
    const { pages, calls } = engine(10);
    pages.show(ALL, CASE);
    await calls[0]?.answer();
    pages.show(ALL, {});
    expect(calls).toHaveLength(2);
    expect(pages.snapshot().pending).toBe(true);
  });

  it('gives up what has scrolled out of sight', async () => {
    const { pages, calls } = engine(10_000);
    pages.show(ALL, CASE);
    await calls[0]?.answer();
    pages.need(5 * PAGE, 5 * PAGE + 10);
    pages.need(50 * PAGE, 50 * PAGE + 10);
    expect(calls[1]?.options?.signal?.aborted).toBe(true);
    await calls[1]?.answer();
    expect(heldRow(pages.snapshot(), 5 * PAGE)).toBeNull();
  });

  it('keeps the old rows until the new ones have come', async () => {
    const { pages, calls } = engine(10_000);
    pages.show(ALL, CASE);
    await calls[0]?.answer();
    pages.show({ ...ALL, search: 'k' }, CASE);
    expect(pages.snapshot()).toMatchObject({ pending: true, selected: 10_000, view: ALL });
    await calls[1]?.answer();
    expect(pages.snapshot()).toMatchObject({ pending: false, selected: 3, view: { search: 'k' } });
    expect(heldRow(pages.snapshot(), 0)?.key).toEqual(['k0']);
  });

  it('ignores an answer to a question that was taken back', async () => {
    const { pages, calls } = engine(10_000);
    pages.show({ ...ALL, search: 'old' }, CASE);
    pages.show({ ...ALL, search: 'new' }, CASE);
    await calls[1]?.answer();
    await calls[0]?.answer();
    expect(pages.snapshot().view?.search).toBe('new');
    expect(calls[0]?.options?.signal?.aborted).toBe(true);
  });

  it('asks again after it was closed', async () => {
    const { pages, calls } = engine(10);
    pages.show(ALL, CASE);
    pages.close();
    pages.show(ALL, CASE);
    expect(calls).toHaveLength(2);
    await calls[1]?.answer();
    expect(pages.snapshot().selected).toBe(10);
  });

  it('says what went wrong, and nothing of what was cancelled', async () => {
    const broken = new RowPages(() =>
      Promise.resolve({
        ok: false as const,
        problem: { code: 'engine-stopped', reason: 'out of memory' },
      }),
    );
    broken.show(ALL, CASE);
    await new Promise((resolve) => setImmediate(resolve));
    expect(broken.snapshot()).toMatchObject({ pending: false, problem: { code: 'engine-stopped' } });
    const cancelled = new RowPages(() => Promise.resolve({ ok: false as const, problem: { code: 'cancelled' } }));
    cancelled.show(ALL, CASE);
    await new Promise((resolve) => setImmediate(resolve));
    expect(cancelled.snapshot().problem).toBeNull();
  });

  it('asks again after a failure', async () => {
    const problem = { code: 'part-missing' } as const;
    const window = { from: 0, selected: 0, of: 0, sums: { theirs: '0', ours: '0', difference: '0' }, rows: [] };
    const answers = [
      { ok: false as const, problem },
      { ok: true as const, value: window },
    ];
    const pages = new RowPages(() => Promise.resolve(answers.shift() ?? { ok: false as const, problem }));
    pages.show(ALL, CASE);
    await new Promise((resolve) => setImmediate(resolve));
    expect(pages.snapshot().problem).toEqual(problem);
    pages.retry();
    await new Promise((resolve) => setImmediate(resolve));
    expect(pages.snapshot()).toMatchObject({ pending: false, problem: null, view: ALL });
  });
});
