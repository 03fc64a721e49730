import { existsSync } from 'node:fs';
import { run, runTool } from './run.mjs';

/**
 * Makes sure that end-to-end tests have a browser: the one PLAYWRIGHT_CHROMIUM_EXECUTABLE names, Playwright's own, the
 * system's; where there is none, fetches Playwright's, and failing that Debian's. Gives an exit status.
 */
export async function ensureBrowser() {
  const { chromiumExecutable, hasBrowser } = await import('../../tests/support/chromium.mjs');
  if (!hasBrowser()) await runTool('@playwright/test/cli.js', ['install', 'chromium']);
  if (!hasBrowser() && canInstallPackages()) await installChromium();
  if (!hasBrowser()) {
    console.error(
      'No Chromium was found, and none could be installed. Install one, or name one in PLAYWRIGHT_CHROMIUM_EXECUTABLE.',
    );
    return 1;
  }
  console.log(`Browser: ${chromiumExecutable() ?? "Playwright's own Chromium"}`);
  return 0;
}

function canInstallPackages() {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

async function installChromium() {
  console.log("No browser was found: installing Debian's Chromium with apt-get.");
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
}
