import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type ElementHandle, type LaunchOptions, launch, type Page } from 'puppeteer-core';
import { type Driver, fileField, PATIENCE, type Role } from './driver';
import { elementNamed, focusOn, optionValue, pageText, pasteBoard, pastedParts } from './in-page';
import { savedInto } from './saved';

/** A browser over WebDriver BiDi, its one page, and what drives it. */
export interface Started {
  readonly browser: Browser;
  readonly page: Page;
  readonly driver: Driver;
}

/** @param downloads the folder that the options make it save to */
export async function startPuppeteer(options: LaunchOptions, folder: string, downloads: string): Promise<Started> {
  mkdirSync(downloads, { recursive: true });
  const browser = await launch({
    headless: true,
    protocol: 'webDriverBiDi',
    userDataDir: path.join(folder, 'profile'),
    defaultViewport: { width: 1280, height: 900 },
    timeout: 60_000,
    ...options,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  return { browser, page, driver: driverOf(browser, page, await browser.version(), downloads) };
}

function driverOf(browser: Browser, page: Page, version: string, downloads: string): Driver {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  // Asked before a page is left whose case is not kept yet.
  page.on('dialog', (dialog) => void dialog.accept());
  /** Holds nothing of the page afterwards. */
  const act = async (role: Role, name: string, work: (found: ElementHandle<HTMLElement>) => Promise<unknown>) => {
    const found = await page.waitForFunction(elementNamed, {}, { role, name }).catch(() => {
      throw new Error(`Waited in vain for the ${role} "${name}".`);
    });
    await work(found as ElementHandle<HTMLElement>);
    await found.dispose();
  };

  return {
    version,
    open: async (address) => {
      await page.goto(address);
    },
    reload: async () => {
      await page.reload();
    },
    shows: async (...texts) => {
      for (const text of texts) {
        const found = await page
          .waitForFunction((wanted) => document.body.innerText.replace(/\s+/g, ' ').includes(wanted), {}, text)
          .catch(async () => {
            throw new Error(`"${text}" is not on the page:\n${await page.evaluate(pageText)}`);
          });
        await found.dispose();
      }
    },
    press: (role, name) => act(role, name, (found) => found.click()),
    choose: (name, option) =>
      act('combobox', name, async (select) => select.select(await page.evaluate(optionValue, { name, option }))),
    write: (role, name, text) =>
      act(role, name, async (field) => {
        await field.click({ count: 3 });
        await field.type(text);
      }),
    chooseFiles: async (paths, field) => {
      const input = await page.waitForSelector(fileField(field));
      await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
      await input?.dispose();
    },
    saved: (act) => savedInto(downloads, act),
    pasted: async () => {
      const board = await browser.newPage();
      await board.evaluate(pasteBoard);
      for (const target of ['textarea', 'div']) {
        await board.evaluate(focusOn, target);
        await board.keyboard.down('Control');
        await board.keyboard.press('v');
        await board.keyboard.up('Control');
      }
      const parts = await board.evaluate(pastedParts);
      await board.close();
      await page.bringToFront();
      return parts;
    },
    run: (work, given) => page.evaluate(work as never, given as never),
    complaints: () => Promise.resolve(complaints.splice(0)),
    resize: (width) => page.setViewport({ width, height: 900 }),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    close: () => browser.close(),
  };
}
