import type { Page } from '@playwright/test';
import { within } from './browser';

/** What the page showed on the way to a verdict, in milliseconds of its own clock. */
export interface Visit {
  /** From the browser's telling the page of the files, else from the navigation, to the verdict on the screen. */
  readonly untilVerdict: number;
  /** The part of it until all files were read; 0 where reading was too short to be seen. */
  readonly reading: number;
  readonly verdict: string;
}

/** What an action is to bring: other rows in the table, or a key's timeline. */
type Awaited = 'rows' | 'timeline';

/** What the page is told to watch, as `window.watch`. */
interface Watch {
  readonly visit: Promise<Visit>;
  /** Milliseconds from the next click, key or choice to what it brings, painted. */
  act(awaited: Awaited): Promise<number>;
  /** Milliseconds of the longest task since the files were given; 0 where none took 50. */
  longestTask(): number;
}

/** A page that watches itself. */
export interface WatchedPage {
  /** Gives files to the page, once opened, and waits for the verdict. */
  visit(paths: readonly string[], timeout: number): Promise<Visit>;
  /** The verdict of whatever else opens a case. */
  verdict(timeout: number): Promise<Visit>;
  /** Milliseconds that the action took to show. */
  act(awaited: Awaited, action: () => Promise<unknown>): Promise<number>;
  longestTask(): Promise<number>;
}

const ACTION = 60_000;

/** To be called before the page is opened. */
export async function watchPage(page: Page): Promise<WatchedPage> {
  // What compiles these sources names functions with a helper that the page lacks.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watch);
  const verdict = (timeout: number) =>
    within(
      timeout,
      'the verdict',
      page.evaluate(() => (window as unknown as { watch: Watch }).watch.visit),
    );
  return {
    verdict,
    async visit(paths, timeout) {
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([...paths]);
      return verdict(timeout);
    },
    async act(awaited, action) {
      const shown = within(
        ACTION,
        `the ${awaited} after ${String(action)}`,
        page.evaluate((what) => (window as unknown as { watch: Watch }).watch.act(what), awaited),
      );
      const [milliseconds] = await Promise.all([shown, action()]);
      return milliseconds;
    },
    longestTask: () => page.evaluate(() => (window as unknown as { watch: Watch }).watch.longestTask()),
  };
}

/** Runs in the page. */
function watch(): void {
  const tasks: { readonly from: number; readonly length: number }[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push({ from: entry.startTime, length: entry.duration });
  }).observe({ type: 'longtask', buffered: true });

  let from = 0;
  addEventListener(
    'change',
    (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') from = performance.now();
    },
    { capture: true },
  );

  let read = 0;
  const visit = new Promise<Visit>((tell) => {
    const look = new MutationObserver(() => {
      if (document.querySelector('progress[aria-label="Bytes read"]')) read = 0;
      else if (read === 0) read = performance.now();
      const heading = document.querySelector('article[aria-label="Verdict"] h1');
      if (!heading) return;
      look.disconnect();
      painted(() => {
        tell({
          untilVerdict: performance.now() - from,
          reading: Math.max(0, read - from),
          verdict: heading.textContent,
        });
      });
    });
    look.observe(document, { childList: true, subtree: true });
  });

  function act(awaited: Awaited): Promise<number> {
    return new Promise((tell) => {
      const BEGINNINGS = ['click', 'keydown', 'change'] as const;
      let began = 0;
      let asked = false;
      const begin = (event: Event) => {
        began ||= event.timeStamp;
      };
      for (const name of BEGINNINGS) addEventListener(name, begin, { capture: true });
      const look = new MutationObserver(() => {
        if (began === 0) return;
        const busy = document.querySelector('[aria-busy]:has(> [role="table"])')?.getAttribute('aria-busy') === 'true';
        asked ||= busy;
        if (awaited === 'rows' ? !asked || busy : !document.querySelector('section[aria-label="Versions"]')) return;
        look.disconnect();
        for (const name of BEGINNINGS) removeEventListener(name, begin, { capture: true });
        painted(() => {
          tell(performance.now() - began);
        });
      });
      look.observe(document.body, { attributes: true, childList: true, subtree: true });
    });
  }

  /** Calls back once what now stands in the document is on the screen. */
  function painted(then: () => void): void {
    // The frame after the next begins when the next is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(then));
  }

  const longestTask = () =>
    Math.max(0, ...tasks.filter((task) => task.from + task.length > from).map((task) => task.length));
  Object.assign(window, { watch: { visit, act, longestTask } satisfies Watch });
}
