import type { Page } from '@playwright/test';
import { z } from 'zod';

/** What one visit to the page showed, in milliseconds of the page's own clock unless said otherwise. */
export interface Visit {
  /** From the browser's telling the page of the files to the heading of the verdict on the screen. */
  readonly untilVerdict: number;
  /** The part of it until all files were read; 0 where reading was too short to be seen. */
  readonly reading: number;
  /** Main-thread tasks of 50 ms and more meanwhile. */
  readonly longTasks: readonly number[];
  readonly verdict: string;
}

const visitSchema = z.object({
  untilVerdict: z.number(),
  reading: z.number(),
  longTasks: z.array(z.number()),
  verdict: z.string(),
});

const DROPPED = 'tieout: files given';
const TOLD = 'tieout: verdict painted';

/** A page that watches itself. */
export interface WatchedPage {
  /** Gives the files to the page, once opened, and waits for the verdict. */
  visit(paths: readonly string[], timeout: number): Promise<Visit>;
}

/** To be called before the page is opened. */
export async function watchPage(page: Page): Promise<WatchedPage> {
  let tell: (seen: unknown) => void = () => undefined;
  const told = new Promise((resolve) => {
    tell = resolve;
  });
  await page.exposeFunction('tieoutTold', tell);
  await page.addInitScript(watch, { dropped: DROPPED, told: TOLD });
  return {
    async visit(paths, timeout) {
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([...paths]);
      const late = new Promise((_, reject) => {
        setTimeout(() => {
          reject(new Error('no verdict came'));
        }, timeout).unref();
      });
      return visitSchema.parse(await Promise.race([told, late]));
    },
  };
}

/** Runs in the page. */
function watch(marks: { readonly dropped: string; readonly told: string }): void {
  const tasks: { readonly from: number; readonly length: number }[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push({ from: entry.startTime, length: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
  let from = 0;
  let read = 0;
  const look = new MutationObserver(() => {
    if (document.querySelector('progress[aria-label="Bytes read"]')) read = 0;
    else if (read === 0) read = performance.now();
    const heading = document.querySelector('article[aria-label="Verdict"] h1');
    if (!heading) return;
    look.disconnect();
    // The frame after the next begins when the next is on the screen.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        performance.mark(marks.told);
        const to = performance.now();
        // Long tasks are reported a moment after they end.
        setTimeout(() => {
          const { tieoutTold } = window as unknown as { tieoutTold: (seen: Visit) => void };
          tieoutTold({
            untilVerdict: to - from,
            reading: Math.max(0, read - from),
            longTasks: tasks
              .filter((task) => task.from + task.length > from && task.from < to)
              .map((task) => task.length),
            verdict: heading.textContent,
          });
        }, 300);
      }),
    );
  });
  addEventListener(
    'change',
    (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'file') return;
      from = performance.now();
      performance.mark(marks.dropped);
      look.observe(document.body, { childList: true, subtree: true });
    },
    { capture: true },
  );
}

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      ts: z.number(),
      dur: z.number().optional(),
      pid: z.number(),
      tid: z.number(),
      args: z.object({ name: z.unknown().optional() }).optional(),
    }),
  ),
});

/** The main thread's longest task between the two marks of a trace, in milliseconds. Throws where it has no mark or no task. */
export function longestTask(trace: Buffer): number {
  const { traceEvents } = traceSchema.parse(JSON.parse(trace.toString('utf8')));
  const mark = (name: string) => {
    const found = traceEvents.find((event) => event.name === name);
    if (!found) throw new Error(`the trace has no mark "${name}"`);
    return found;
  };
  const from = mark(DROPPED);
  const to = mark(TOLD);
  const tasks = traceEvents.filter(
    (event) =>
      event.name === 'RunTask' &&
      event.pid === from.pid &&
      event.tid === from.tid &&
      event.ts + (event.dur ?? 0) > from.ts &&
      event.ts < to.ts,
  );
  if (tasks.length === 0) throw new Error('the trace has no task');
  return Math.max(...tasks.map((task) => (task.dur ?? 0) / 1000));
}
