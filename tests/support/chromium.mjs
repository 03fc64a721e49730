import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of the browser that end-to-end tests run in: the one that PLAYWRIGHT_CHROMIUM_EXECUTABLE names, else
 * Playwright's own (undefined: Playwright finds it itself), else the system's, else undefined.
 * Throws where the variable names no file.
 */
export function chromiumExecutable(env = process.env) {
  const named = env['PLAYWRIGHT_CHROMIUM_EXECUTABLE'];
  if (named) {
    if (!existsSync(named)) throw new Error(`PLAYWRIGHT_CHROMIUM_EXECUTABLE names no file: ${named}`);
    return named;
  }
  if (existsSync(chromium.executablePath())) return undefined;
  return systemPlaces.find((path) => existsSync(path));
}

/** How that browser is started: quiet, and drawing the same on every machine. */
export function chromiumLaunch() {
  const executablePath = chromiumExecutable();
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
    ],
  };
}

/** Whether any browser for the end-to-end tests is there. */
export function hasBrowser() {
  return chromiumExecutable() !== undefined || existsSync(chromium.executablePath());
}
