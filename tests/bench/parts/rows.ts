import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { BenchOptions } from '../options';
import { inFreshBrowser } from '../support/browser';
import { type LargeCaseFiles, writeLargeCase } from '../support/case-files';
import { quantile } from '../support/figures';
import { type WatchedPage, watchPage } from '../support/page-watch';

const actions = ['sort', 'filter', 'search', 'timeline'] as const;
type Action = (typeof actions)[number];

/** How the row table answers where nearly every user differs: from the press to what it brings on the screen. */
export interface RowFigures {
  readonly users: number;
  readonly actions: readonly { action: Action; count: number; median: number; p95: number }[];
  /** Milliseconds, since the files were given; 0 where none took 50. */
  readonly longestTask: number;
}

const LIMIT = 900_000;
/** Each has a bar, before the ticks of the axis. */
const FILES = 5;
/** Enough that a twentieth of them is one. */
const COUNT = 24;
/** Some keys take no part, and where the measure is 0 no fault shows: so many more users for a round number of rows. */
const SPARE = 1.01;

/** At the largest size of up to a million mismatched rows. */
export async function benchRows(address: string, { sizes, order }: BenchOptions): Promise<RowFigures> {
  const users = Math.min(1_000_000, Math.max(...sizes));
  const everyRow = { fault: 'measure-scaled', factor: '100' } as const;
  const files = writeLargeCase(Math.ceil(users * SPARE), 'int', everyRow, order);
  try {
    return { users, ...(await inFreshBrowser((page) => benchTable(page, address, files, users))) };
  } finally {
    rmSync(files.folder, { recursive: true });
  }
}

async function benchTable(
  page: Page,
  address: string,
  { paths }: LargeCaseFiles,
  users: number,
): Promise<Omit<RowFigures, 'users'>> {
  const watched = await watchPage(page);
  await page.goto(address);
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  await page.waitForLoadState('networkidle');
  await watched.visit(paths, LIMIT);
  await page
    .getByRole('table', { name: /users$/ })
    .getByRole('row')
    .nth(1)
    .waitFor();
  const taken: Record<Action, number[]> = {
    sort: await sortRows(page, watched),
    search: await searchRows(page, watched, users),
    filter: await filterRows(page, watched),
    timeline: await openTimelines(page, watched),
  };
  return {
    actions: actions.map((action) => ({
      action,
      count: taken[action].length,
      median: quantile(taken[action]),
      p95: quantile(taken[action], 0.95),
    })),
    longestTask: await watched.longestTask(),
  };
}

/** By every column, in both directions. */
async function sortRows(page: Page, watched: WatchedPage): Promise<number[]> {
  const headings = page
    .getByRole('table', { name: /users$/ })
    .getByRole('columnheader')
    .getByRole('button');
  const columns = await headings.count();
  const taken: number[] = [];
  for (let press = 0; press < COUNT; press++) {
    const heading = headings.nth(Math.floor(press / 2) % columns);
    taken.push(await watched.act('rows', () => heading.click()));
  }
  return taken;
}

/** For texts that few keys hold, and for some that many do. */
async function searchRows(page: Page, watched: WatchedPage, users: number): Promise<number[]> {
  const box = page.getByRole('searchbox', { name: 'Find a user' });
  const taken: number[] = [];
  for (let search = 0; search < COUNT; search++) {
    const text = String(Math.floor((users / COUNT) * (search + 0.5))).slice(0, 1 + (search % 6));
    taken.push(await watched.act('rows', () => box.evaluate(typeAndEnter, text)));
  }
  await watched.act('rows', () => box.evaluate(typeAndEnter, ''));
  return taken;
}

/** Runs in the page: at once, for the box searches by itself when the typing pauses. */
async function typeAndEnter(box: HTMLElement | SVGElement, text: string): Promise<void> {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 0));
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}

/** By the files that rows are expected from, each set by a click on its bar and taken away. */
async function filterRows(page: Page, watched: WatchedPage): Promise<number[]> {
  const evidence = page.getByRole('region', { name: 'Evidence', exact: true });
  const bars = evidence
    .getByRole('application')
    .nth(1)
    .getByText(/^[1-9][\d,]*$/);
  const tip = page.getByRole('status').filter({ hasText: 'show these rows' });
  const chip = page.getByRole('button', { name: /^Remove the filter: / });
  const taken: number[] = [];
  for (let filter = 0; filter < COUNT / 2; filter++) {
    const bar = bars.nth(filter % FILES);
    await page.mouse.move(0, 0);
    await bar.hover();
    await tip.filter({ hasText: await bar.innerHTML() }).waitFor();
    taken.push(await watched.act('rows', () => bar.click()));
    taken.push(await watched.act('rows', () => chip.click()));
  }
  return taken;
}

/** Of rows in sight. */
async function openTimelines(page: Page, watched: WatchedPage): Promise<number[]> {
  const keys = page.getByRole('table', { name: /users$/ }).locator('button[data-row]');
  const taken: number[] = [];
  for (let row = 0; row < COUNT; row++) {
    const key = keys.nth(row % 12);
    taken.push(await watched.act('timeline', () => key.click()));
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Versions' }).waitFor({ state: 'detached' });
  }
  return taken;
}
