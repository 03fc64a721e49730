import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Progress } from '@/lib/engine/investigator';
import { readSources } from '@/lib/engine/session/read-sources';
import { utf8 } from '@/tests/support/csv-text';
import { nastyCsv, tableTold } from '@/tests/support/nasty-csv';
import { readerThreads, sentSource } from '@/tests/support/reader-threads';

const csv = (rows: number) => strToU8(`id,n\n${'a,1\n'.repeat(rows)}`);

/** Files that are read, files that cannot be, and archives of both; some with the same name. */
const drop = fc
  .array(fc.tuple(fc.constantFrom('a.csv', 'a.csv', 'b.csv', 'c.csv'), nastyCsv, fc.boolean()), { maxLength: 6 })
  .map((files) =>
    files.map(([name, { text }, packed]) =>
      packed
        ? sentSource('export.zip', zipSync({ [name]: utf8(text), 'empty.csv': new Uint8Array() }))
        : sentSource(name, utf8(text)),
    ),
  );
const pointed = fc.dictionary(
  fc.constantFrom('a.csv', 'a.csv (2)', 'a.csv (3)', 'b.csv', 'empty.csv'),
  fc.integer({ min: 1, max: 3 }),
);
const lives = fc.array(fc.option(fc.nat({ max: 8 }), { nil: undefined }), { maxLength: 3 });

async function told(...call: Parameters<typeof readSources>) {
  const read = await readSources(...call);
  return read.ok ? read.value.map(({ source, table }) => ({ source, table: tableTold(table) })) : read;
}

describe('reading beside', () => {
  it('finds what one thread finds, whatever the number of readers, the order in which they end and those that die', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        drop,
        pointed,
        fc.integer({ min: 1, max: 4 }),
        lives,
        async (scheduler, sources, lines, count, dying) => {
          const as = (_: string, unique: string) => ({ headerLine: lines[unique] });
          const readers = readerThreads(count, () => scheduler.schedule(Promise.resolve()), dying);
          const found = await scheduler.waitFor(told(sources, { as, readers }));
          expect(found).toEqual(await told(sources, { as }));
          expect(readers.started).toBe(Math.min(count, 3, Math.max(0, sources.length - 1)));
          expect(readers.ended).toBe(readers.started);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is cancelled at any point, and leaves no reader behind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), drop, fc.nat({ max: 30 }), async (scheduler, sources, turns) => {
        const controller = new AbortController();
        let left = turns;
        const hear = () => {
          if (left-- === 0) controller.abort();
        };
        const readers = readerThreads(2, () => scheduler.schedule(Promise.resolve()).then(hear));
        const { signal } = controller;
        const found = await scheduler.waitFor(readSources(sources, { signal, readers, onProgress: hear }));
        expect(found.ok).toBe(!signal.aborted);
        expect(readers.ended).toBe(readers.started);
      }),
      { numRuns: 200 },
    );
  });

  it('counts bytes and rows of all readers, from none to all', async () => {
    const sources = [3, 5, 1, 400, 2].map((rows, s) => sentSource(`${s}.csv`, csv(rows)));
    const heard: Progress[] = [];
    await readSources(sources, { readers: readerThreads(2), onProgress: (progress) => heard.push(progress) });
    const bytes = heard.map((progress) => (progress.stage === 'reading' ? progress.bytes : -1));
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    const all = sources.reduce((sum, { size }) => sum + size, 0);
    expect(heard[0]).toMatchObject({ bytes: 0, totalBytes: all, rows: 0 });
    expect(heard.at(-1)).toMatchObject({ bytes: all, totalBytes: all, rows: 411 });
  });

  it('starts no reader for little, for one file, and for bytes that only this thread has', async () => {
    const two = [sentSource('a.csv', csv(1)), sentSource('b.csv', csv(1))];
    const few = { ...readerThreads(2), fromBytes: 1000 };
    const never = () => {
      throw new Error('a reader was started');
    };
    await readSources(two, { readers: { ...few, spawn: never } });
    const readers = readerThreads(2);
    await readSources(two.slice(0, 1), { readers });
    await readSources(
      two.map((source) => ({ ...source, handle: undefined })),
      { readers },
    );
    expect(readers.started).toBe(0);
  });

  it('reads all here where no thread can be started', async () => {
    const readers = {
      count: 2,
      fromBytes: 0,
      spawn: () => {
        throw new Error('workers are switched off');
      },
    };
    const sources = [2, 3, 4].map((rows, s) => sentSource(`${s}.csv`, csv(rows)));
    expect(await told(sources, { readers })).toEqual(await told(sources));
  });
});
