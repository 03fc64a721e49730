import type { CDPSession, Page } from '@playwright/test';
import type { CasePage } from './support/case-page';
import { smallCase } from './support/small-case';
import { expect, test } from './support/test';

const WARM_UP = 6;
const CASES = 20;

interface Held {
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  /** Bytes of the page's own heap. */
  readonly heap: number;
}

/** What the page holds once nothing that can be let go is left. */
async function held(page: Page, cdp: CDPSession): Promise<Held> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, workers: page.workers().length, heap: usedSize };
}

/**
 * A case from the drop to its end, with what opens and closes in between. By text: to look for a role makes Chromium keep
 * what is named by another element for as long as the page lives.
 */
async function session(casePage: CasePage, page: Page): Promise<void> {
  const button = (text: string) => page.locator('button', { hasText: text });
  await casePage.drop(smallCase);
  await page.getByText('All 4 customers that differ are shown').waitFor();
  await page.locator('[aria-label="What this replay gives"]').waitFor();
  await page.getByText('Kept in this browser').waitFor();
  await button('Tell people').click();
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await button('New case').click();
  await button('Choose files').waitFor();
}

test('cases that were opened and closed leave nodes, listeners, workers and memory where they were', async ({
  casePage,
  page,
}) => {
  test.slow();
  const cdp = await page.context().newCDPSession(page);
  await casePage.open();
  for (let before = 0; before < WARM_UP; before++) await session(casePage, page);
  const first = await held(page, cdp);
  for (let c = 0; c < CASES; c++) await session(casePage, page);
  const last = await held(page, cdp);
  expect(last.workers).toBe(first.workers);
  // Each case is one line more in the list of those that are kept, with its five buttons.
  expect((last.nodes - first.nodes) / CASES).toBeLessThanOrEqual(40);
  expect((last.listeners - first.listeners) / CASES).toBeLessThanOrEqual(6);
  expect((last.heap - first.heap) / CASES).toBeLessThan(200_000);
});
