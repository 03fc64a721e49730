import path from 'node:path';
import { chromium as playwright } from '@playwright/test';
import { chromiumExecutable, chromiumLaunch, hasBrowser } from '../support/chromium.mjs';
import type { Engine } from './driver';
import { startPuppeteer } from './puppeteer';

/** What the other engines are held against. */
export const chromium: Engine = {
  name: 'Chromium',
  missing: () => (hasBrowser() ? null : 'Chromium is not installed: npx playwright install chromium'),
  start: (folder) => {
    const downloads = path.join(folder, 'saved');
    return startPuppeteer(
      {
        browser: 'chrome',
        protocol: 'cdp',
        executablePath: chromiumExecutable() ?? playwright.executablePath(),
        args: chromiumLaunch().args,
        downloadBehavior: { policy: 'allow', downloadPath: downloads },
      },
      folder,
      downloads,
    );
  },
};
