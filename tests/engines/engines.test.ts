import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, onTestFailed, test } from 'vitest';
import { type CaseFiles, writeCaseFiles } from './case-files';
import { chromium } from './chromium';
import type { Driver } from './driver';
import { firefox } from './firefox';
import { parts, saidOf } from './walk';
import { webkit } from './webkit';

const engines = [chromium, firefox, webkit];
const folder = mkdtempSync(path.join(tmpdir(), 'tieout-engines-'));
const files = writeCaseFiles(folder);
const address = inject('address');
const readings: readonly (keyof CaseFiles)[] = ['gzipped', 'zipped', 'odd'];

/** What the first engine that is here said of each way to write the case. */
const said = new Map<keyof CaseFiles, string>();

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

for (const engine of engines) {
  const missing = engine.missing();
  if (missing !== null) console.log(`Skipped: ${missing}.`);
  describe.skipIf(missing !== null)(engine.name, () => {
    let driver: Driver;

    beforeAll(async () => {
      const own = path.join(folder, engine.name);
      mkdirSync(own);
      driver = await engine.start(own);
      console.log(driver.version);
    }, 90_000);

    afterEach(async () => {
      expect(await driver.complaints()).toEqual([]);
    });

    afterAll(() => driver.close());

    for (const { name, walk } of parts) {
      test(name, async () => {
        onTestFailed(() => keepPicture(driver, `${engine.name} ${name}`));
        await walk({ driver, address, files, folder });
      });
    }

    for (const reading of readings) {
      test(`the case reads the same as elsewhere, ${reading}`, async () => {
        onTestFailed(() => keepPicture(driver, `${engine.name} ${reading}`));
        const own = await saidOf({ driver, address, files, folder }, files[reading]);
        const first = said.get(reading) ?? own;
        said.set(reading, first);
        expect(own).toBe(first);
      });
    }
  });
}

async function keepPicture(driver: Driver, name: string): Promise<void> {
  mkdirSync('test-results', { recursive: true });
  await driver.screenshot(`test-results/${name.replace(/\W+/g, '-')}.png`);
}
