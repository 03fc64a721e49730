import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { writeCaseFiles } from './case-files';
import { chromium, startChromium } from './chromium';
import type { Started } from './puppeteer';

/** Cases opened and closed; CASES asks for more. Once some were, what follows has to leave things where they were. */
const CASES = Number(process.env['CASES'] ?? 30);
const FIRST = 6;
/** JavaScript's memory may move by so many bytes a case: what an engine keeps of code that it has just compiled. */
const SLACK = 100_000;

const folder = mkdtempSync(path.join(tmpdir(), 'tieout-leaks-'));
const files = writeCaseFiles(folder).plain;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(chromium.missing() !== null)('cases that are opened and closed', () => {
  test('leave nodes, listeners, workers and memory where they were', async () => {
    const started = await startChromium(folder);
    const { driver, page } = started;
    const session = await page.createCDPSession();
    await driver.open(inject('address'));
    const held: Held[] = [];
    for (let i = 1; i <= CASES; i++) {
      await driver.chooseFiles(files);
      await driver.shows('What the files were taken to mean', 'Kept in this browser');
      if (i === FIRST || i === CASES) held.push(await whatIsHeld(started, session));
      await driver.press('button', 'New case');
      await driver.shows('Drop all the files here at once');
    }
    await driver.close();
    const [before, after] = held as [Held, Held];
    expect(after.counts).toEqual(before.counts);
    expect(after.bytes - before.bytes).toBeLessThan(SLACK * (CASES - FIRST));
  }, 900_000);
});

interface Held {
  readonly counts: Readonly<Record<string, number | undefined>>;
  readonly bytes: number;
}

async function whatIsHeld({ browser, page }: Started, session: CDPSession): Promise<Held> {
  // What a first collection only lets go is collected by the next.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { Nodes, JSEventListeners, Documents, JSHeapUsedSize = 0 } = await page.metrics();
  const workers = page.workers().length;
  const targets = browser.targets().length;
  return { counts: { Nodes, JSEventListeners, Documents, workers, targets }, bytes: JSHeapUsedSize };
}
