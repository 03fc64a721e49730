import path from 'node:path';
import { chromium as playwright } from '@playwright/test';
import { chromiumExecutable, chromiumLaunch, hasBrowser } from '../support/chromium.mjs';
import type { Engine } from './driver';
import { type Started, startPuppeteer } from './puppeteer';

export const chromium: Engine = {
  name: 'Chromium',
  missing: () => (hasBrowser() ? null : 'Chromium is not installed: npx playwright install chromium'),
  start: async (folder) => (await startChromium(folder)).driver,
};

/** @param folder an empty one, for the profile and what is saved */
export function startChromium(folder: string): Promise<Started> {
  const downloads = path.join(folder, 'saved');
  const options = {
    browser: 'chrome',
    protocol: 'cdp',
    executablePath: chromiumExecutable() ?? playwright.executablePath(),
    args: chromiumLaunch().args,
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  } as const;
  return startPuppeteer(options, folder, downloads);
}
