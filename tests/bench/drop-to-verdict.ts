import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureBuilt } from '../../scripts/steps/build.mjs';
import { serveSite } from '../../scripts/steps/server.mjs';
import { chromiumExecutable } from '../support/chromium.mjs';
import { smallCaseFiles, writeLargeCase } from './support/case-files';
import { duration, megabytes, spread } from './support/figures';
import { longestTask, type Visit, type WatchedPage, watchPage } from './support/page-trace';

/**
 * How long the page takes from the files' arrival to the verdict on the screen, and how long it blocks meanwhile: the
 * small case several times, each in a fresh page, and a case of about a million rows once. Prints; asserts nothing.
 * `--users 10000` for another size of the large case, `--site DIR` for a site that was built before.
 */
const { values: options } = parseArgs({
  options: { users: { type: 'string', default: '250000' }, site: { type: 'string' } },
});
const TIMED = 9;
const TRACED = 3;
const PORTS = [4183, 4184, 4185, 4186];

if (options.site === undefined && (await ensureBuilt()) !== 0) throw new Error('the site could not be built');
const address = await serveSite(path.resolve(options.site ?? 'out'), PORTS);
const executablePath = chromiumExecutable();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
});
try {
  await benchSmall(browser);
  await benchLarge(browser);
} finally {
  await browser.close();
}
process.exit(0);

async function benchSmall(from: Browser): Promise<void> {
  const { name, paths } = smallCaseFiles();
  const visits: Visit[] = [];
  for (let run = 0; run < TIMED; run++) visits.push(await inFreshPage(from, (watched) => watched.visit(paths, 60_000)));
  console.log(`From ${name} to the verdict "${visits[0]?.verdict ?? ''}"`);
  console.log(`  files given to verdict painted  ${spread(visits.map(({ untilVerdict }) => untilVerdict))}`);
  console.log(`  of it reading                   ${spread(visits.map(({ reading }) => reading))}`);
  const longest: number[] = [];
  for (let run = 0; run < TRACED; run++) {
    const traced = await inFreshPage(from, async (watched, page) => {
      await from.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'] });
      await watched.visit(paths, 60_000);
      return from.stopTracing();
    });
    longest.push(longestTask(traced));
  }
  console.log(`  longest main-thread task        ${spread(longest)}, traced`);
}

async function benchLarge(from: Browser): Promise<void> {
  const { folder, paths, rows } = writeLargeCase(Number(options.users));
  try {
    const { seen, memory } = await inFreshPage(from, async (watched) => ({
      seen: await watched.visit(paths, 600_000),
      memory: await peakMemoryOfPage(from),
    }));
    console.log(
      `\nFrom ${paths.length} files of ${rows.toLocaleString('en-US')} rows to the verdict "${seen.verdict}"`,
    );
    console.log(`  reading                   ${duration(seen.reading)}`);
    console.log(`  verdict painted after     ${duration(seen.untilVerdict)}`);
    const longest = seen.longTasks.length === 0 ? 'none' : duration(Math.max(...seen.longTasks));
    console.log(`  main-thread tasks > 50 ms ${seen.longTasks.length}, the longest ${longest}`);
    if (memory !== null) console.log(`  peak memory of the page   ${megabytes(memory)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inFreshPage<T>(from: Browser, work: (watched: WatchedPage, page: Page) => Promise<T>): Promise<T> {
  const context = await from.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const watched = await watchPage(page);
    await page.goto(address);
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await page.waitForLoadState('networkidle');
    return await work(watched, page);
  } finally {
    await context.close();
  }
}

/** In bytes, of the browser's largest page process, workers included; null where the system does not tell. */
async function peakMemoryOfPage(from: Browser): Promise<number | null> {
  const session = await from.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id));
  return peaks.includes(null) ? null : Math.max(...peaks.map(Number));
}

function peakOf(process: number): number | null {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
    return peak === undefined ? null : Number(peak) * 1024;
  } catch {
    return null;
  }
}
