// Takes the README's pictures of the sample: docs/screenshot.png and docs/screenshot-dark.png. Builds what changed.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './steps/browser.mjs';
import { ensureBuilt } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { root } from './steps/run.mjs';
import { serveSite } from './steps/server.mjs';

const ready = (await ensureInstalled({ tools: true })) && (await ensureBrowser()) === 0 && (await ensureBuilt()) === 0;
if (!ready) process.exit(1);

const PORTS = [4273, 4274, 4275, 4276];

const { chromium } = await import('@playwright/test');
const { chromiumLaunch } = await import('../tests/support/chromium.mjs');
const address = await serveSite(path.join(root, 'out'), PORTS, process.env['TIEOUT_BASE_PATH'] ?? '');
const browser = await chromium.launch(chromiumLaunch());
mkdirSync(path.join(root, 'docs'), { recursive: true });
try {
  await picture('light', 'screenshot.png');
  await picture('dark', 'screenshot-dark.png');
} finally {
  await browser.close();
}
process.exit(0);

/** The case from its verdict to the end of its charts. */
async function picture(colorScheme, file) {
  const viewport = { width: 1280, height: 1600 };
  const page = await browser.newPage({
    colorScheme,
    viewport,
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByText('Kept in this browser').waitFor();
  await page.getByRole('region', { name: 'Rows' }).getByRole('row').nth(1).waitFor();
  await page.evaluate(() => document.fonts.ready);
  const evidence = await page.getByRole('region', { name: 'Evidence', exact: true }).boundingBox();
  const height = Math.ceil(evidence ? evidence.y + evidence.height : viewport.height) + 24;
  await page.setViewportSize({ ...viewport, height });
  await page.screenshot({ path: path.join(root, 'docs', file), animations: 'disabled' });
  await page.close();
  console.log(`docs/${file}`);
}
