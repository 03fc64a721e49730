import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { type Browser, type CDPSession, type ElementHandle, launch, type Page } from 'puppeteer-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { chromiumExecutable, chromiumLaunch, hasBrowser } from '../support/chromium.mjs';
import { writeCaseFiles } from './case-files';
import { elementNamed } from './in-page';

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

describe.skipIf(!hasBrowser())('cases that are opened and closed', () => {
  test('leave nodes, listeners, workers and memory where they were', async () => {
    const browser = await start();
    const page = await browser.newPage();
    const session = await page.createCDPSession();
    await page.goto(inject('address'));
    const held: Held[] = [];
    for (let i = 1; i <= CASES; i++) {
      await openCase(page);
      if (i === FIRST || i === CASES) held.push(await whatIsHeld(browser, page, session));
      await closeCase(page);
    }
    await browser.close();
    const [before, after] = held as [Held, Held];
    expect(after.counts).toEqual(before.counts);
    expect(after.bytes - before.bytes).toBeLessThan(SLACK * (CASES - FIRST));
  }, 900_000);
});

interface Held {
  readonly counts: Readonly<Record<string, number | undefined>>;
  readonly bytes: number;
}

async function whatIsHeld(browser: Browser, page: Page, session: CDPSession): Promise<Held> {
  // What a first collection only lets go is collected by the next.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { Nodes, JSEventListeners, Documents, JSHeapUsedSize = 0 } = await page.metrics();
  const workers = page.workers().length;
  const targets = browser.targets().length;
  return { counts: { Nodes, JSEventListeners, Documents, workers, targets }, bytes: JSHeapUsedSize };
}

function start(): Promise<Browser> {
  return launch({
    browser: 'chrome',
    executablePath: chromiumExecutable() ?? chromium.executablePath(),
    args: chromiumLaunch().args,
    userDataDir: path.join(folder, 'profile'),
    defaultViewport: { width: 1280, height: 900 },
  });
}

async function openCase(page: Page): Promise<void> {
  const input = await page.waitForSelector('input[type=file][multiple]');
  await input?.uploadFile(...files);
  await input?.dispose();
  await shows(page, 'What the files were taken to mean');
  await shows(page, 'Kept in this browser');
}

async function closeCase(page: Page): Promise<void> {
  const button = await page.waitForFunction(elementNamed, {}, { role: 'button', name: 'New case' } as const);
  await (button as ElementHandle<HTMLElement>).click();
  await button.dispose();
  await shows(page, 'Drop all the files here at once');
}

/** Holds nothing of the page once it has. */
async function shows(page: Page, text: string): Promise<void> {
  const found = await page.waitForFunction(
    (wanted) => document.body.innerText.replace(/\s+/g, ' ').includes(wanted),
    {},
    text,
  );
  await found.dispose();
}
